-- A new key for everybody who has access, one customer after another, whatever crashes meanwhile.

create table mass_reissues (
  reissue_id uuid primary key,
  status text not null check (status in ('running', 'cancelled', 'done')),
  started_by text not null,
  started_at timestamptz not null,
  -- Whose turn comes when: all processes keep one pace.
  next_at timestamptz not null,
  -- Customers are listed in pages, in the order of their ids.
  listed_to uuid not null,
  is_listed boolean not null default false,
  finished_at timestamptz,
  check ((status = 'running') = (finished_at is null))
);
create unique index mass_reissues_running on mass_reissues (status) where status = 'running';
create index mass_reissues_started on mass_reissues (started_at desc);

create table mass_reissue_customers (
  reissue_id uuid not null references mass_reissues,
  entitlement_id uuid not null references entitlements,
  customer_id uuid not null references customers,
  -- done: written in the transaction that made the new key. skipped: their access had ended, or the key was new already.
  status text not null check (status in ('pending', 'done', 'skipped', 'failed')),
  finished_at timestamptz,
  primary key (reissue_id, entitlement_id),
  check ((status = 'pending') = (finished_at is null))
);
create index mass_reissue_customers_pending on mass_reissue_customers (reissue_id, entitlement_id)
  where status = 'pending';
create index mass_reissue_customers_status on mass_reissue_customers (reissue_id, status);

grant select, insert, update, delete on mass_reissues, mass_reissue_customers to atlas_app;
