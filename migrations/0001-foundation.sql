-- The whole first schema. Conventions: times end _at and are timestamptz, money is bigint kopecks, business
-- time is always passed in (no defaults from the database's clock). The application's role may only do what
-- is granted at the end.

create table installation (
  singleton boolean primary key default true check (singleton),
  fleet_id uuid not null,
  mode text not null check (mode in ('sandbox', 'live')),
  bot_id bigint not null,
  created_at timestamptz not null
);

-- One row per living server process. Its session advisory lock on lock_key proves that it lives.
create table processes (
  worker_id text primary key,
  lock_key bigint not null unique,
  runner_ids text[] not null default array[]::text[],
  started_at timestamptz not null
);

-- Telegram's events, stored before they act.
create table inbox_updates (
  bot_id bigint not null,
  update_id bigint not null,
  chat_key bigint not null,
  body text not null,
  status text not null check (status in ('pending', 'done', 'parked')),
  attempts integer not null default 0,
  deaths integer not null default 0,
  received_at timestamptz not null,
  next_attempt_at timestamptz not null,
  finished_at timestamptz,
  last_error text,
  primary key (bot_id, update_id)
);
create index inbox_updates_pending on inbox_updates (chat_key, update_id) where status = 'pending';
create index inbox_updates_unfinished on inbox_updates (status) where status <> 'done';

-- Who may act for a chat right now. fence grows with every claim; a use case that holds a stale one may not
-- commit.
create table chat_leases (
  chat_key bigint primary key,
  fence bigint not null,
  locked_by text,
  locked_until timestamptz
);
create index chat_leases_held on chat_leases (locked_by) where locked_by is not null;

create table customers (
  customer_id uuid primary key,
  telegram_id bigint not null unique,
  first_name text not null,
  username text,
  locale text,
  is_reachable boolean not null default true,
  created_at timestamptz not null
);

-- Balance of wallet:<customer>: always the sum of its transfers, kept beside them so that a purchase can be
-- guarded by one statement.
create table wallets (
  customer_id uuid primary key references customers,
  balance_kopecks bigint not null default 0 check (balance_kopecks >= 0)
);

-- What a chat is in the middle of; ends by itself.
create table conversations (
  chat_id bigint primary key,
  flow text not null,
  expires_at timestamptz not null
);

create table quotes (
  quote_id uuid primary key,
  customer_id uuid not null references customers,
  plan text not null,
  period_days integer not null check (period_days > 0),
  list_price_kopecks bigint not null check (list_price_kopecks > 0),
  discount_kopecks bigint not null check (discount_kopecks >= 0),
  price_kopecks bigint not null check (price_kopecks >= 0),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  check (price_kopecks = list_price_kopecks - discount_kopecks)
);
create index quotes_customer on quotes (customer_id, created_at);

create table invoices (
  invoice_id uuid primary key,
  customer_id uuid not null references customers,
  purpose text not null check (purpose in ('purchase', 'top-up')),
  quote_id uuid references quotes,
  method text not null,
  amount_kopecks bigint not null check (amount_kopecks > 0),
  provider_amount text,
  provider_currency text,
  provider_invoice_id text,
  pay_url text,
  status text not null check (status in ('opening', 'open', 'paid', 'expired', 'cancelled', 'superseded')),
  source_key text not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  paid_at timestamptz,
  next_poll_at timestamptz,
  check ((purpose = 'purchase') = (quote_id is not null)),
  check ((status = 'paid') = (paid_at is not null))
);
create unique index invoices_one_live on invoices (customer_id, purpose) where status in ('opening', 'open');
create unique index invoices_provider on invoices (method, provider_invoice_id);
create index invoices_quote on invoices (quote_id);
create index invoices_due_poll on invoices (next_poll_at) where next_poll_at is not null;

-- Verified notices from payment providers, stored before they act. One row per (object, state).
create table provider_events (
  event_id uuid primary key,
  provider text not null,
  object_id text not null,
  state text not null,
  body text not null,
  received_at timestamptz not null,
  unique (provider, object_id, state)
);

-- One provider's collection; (provider, provider_charge_id) is the identity of money.
create table charges (
  charge_id uuid primary key,
  provider text not null,
  provider_charge_id text not null,
  customer_id uuid references customers,
  invoice_id uuid references invoices,
  amount_kopecks bigint not null check (amount_kopecks >= 0),
  provider_amount text not null,
  provider_currency text not null,
  disposition text not null check (disposition in ('buy', 'wallet', 'suspense')),
  reason text not null,
  charged_at timestamptz not null,
  recorded_at timestamptz not null,
  unique (provider, provider_charge_id),
  check ((disposition = 'suspense') = (customer_id is null))
);
create index charges_customer on charges (customer_id, recorded_at);
create index charges_invoice on charges (invoice_id);

-- The ledger: immutable lines, balanced by construction. amount equals that of the one cause.
create table transfers (
  transfer_id uuid primary key,
  idempotency_key text not null unique,
  kind text not null check (kind in ('charge-received', 'purchase')),
  debit_account text not null,
  credit_account text not null,
  amount_kopecks bigint not null check (amount_kopecks > 0),
  customer_id uuid references customers,
  charge_id uuid references charges,
  invoice_id uuid references invoices,
  recorded_at timestamptz not null,
  check (debit_account <> credit_account),
  check (num_nonnulls(charge_id, invoice_id) = 1)
);
create unique index transfers_charge on transfers (charge_id) where charge_id is not null;
create unique index transfers_invoice on transfers (invoice_id) where invoice_id is not null;
create index transfers_customer on transfers (customer_id, recorded_at);

-- What a customer may use now. One per customer; entitlement_grants tell why it ends when it ends.
create table entitlements (
  entitlement_id uuid primary key,
  customer_id uuid not null unique references customers,
  plan text not null,
  status text not null check (status in ('provisioning', 'active', 'ended')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  check (ends_at >= starts_at)
);
create index entitlements_ends on entitlements (ends_at) where status <> 'ended';
create index entitlements_provisioning on entitlements (entitlement_id) where status = 'provisioning';

create table entitlement_grants (
  grant_id uuid primary key,
  customer_id uuid not null references customers,
  entitlement_id uuid not null references entitlements,
  source text not null check (source in ('purchase', 'operator')),
  invoice_id uuid unique references invoices,
  plan text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  granted_at timestamptz not null,
  check (ends_at > starts_at),
  check ((source = 'purchase') = (invoice_id is not null))
);
create index entitlement_grants_customer on entitlement_grants (customer_id, granted_at);

create table credentials (
  credential_id uuid primary key,
  customer_id uuid not null references customers,
  entitlement_id uuid not null references entitlements,
  vless_id uuid not null unique,
  email text not null unique check (email = lower(email)),
  created_at timestamptz not null,
  revoked_at timestamptz
);
create unique index credentials_one_live on credentials (entitlement_id) where revoked_at is null;

create table nodes (
  node_id uuid primary key,
  name text not null unique,
  url text not null unique,
  key_ciphertext bytea not null,
  status text not null check (status in ('active', 'draining', 'removed')),
  location text not null,
  weight integer not null check (weight > 0),
  capacity integer not null check (capacity > 0),
  inbounds jsonb not null,
  core text,
  lease_owner text,
  lease_until timestamptz,
  lease_fence bigint not null default 0,
  is_healthy boolean not null default false,
  checked_at timestamptz,
  created_at timestamptz not null
);

-- Messages of the at-most-once class: marked before they are sent, never sent again by themselves.
create table notices (
  notice_key text primary key,
  customer_id uuid not null references customers,
  kind text not null,
  status text not null check (status in ('sending', 'sent', 'unknown', 'undeliverable')),
  created_at timestamptz not null
);
create index notices_customer on notices (customer_id, created_at);

-- A timetable's instants that some process has taken.
create table schedule_slots (
  schedule text not null,
  slot_at timestamptz not null,
  primary key (schedule, slot_at)
);

-- Who did what and why. Append-only; holds ids and redacted details, no personal data.
create table audit_entries (
  entry_id uuid primary key,
  actor text not null,
  action text not null,
  customer_id uuid,
  details jsonb not null,
  recorded_at timestamptz not null
);
create index audit_entries_customer on audit_entries (customer_id, recorded_at);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% rows are immutable: corrections are new rows', tg_table_name;
end $$;

create trigger transfers_immutable before update or delete on transfers
  for each row execute function refuse_change();
create trigger transfers_no_truncate before truncate on transfers
  for each statement execute function refuse_change();
create trigger audit_entries_immutable before update or delete on audit_entries
  for each row execute function refuse_change();
create trigger audit_entries_no_truncate before truncate on audit_entries
  for each statement execute function refuse_change();
create trigger charges_immutable before update or delete on charges
  for each row execute function refuse_change();
create trigger quotes_immutable before update or delete on quotes
  for each row execute function refuse_change();

do $$
begin
  if not exists (select from pg_roles where rolname = 'atlas_app') then
    create role atlas_app nologin;
  end if;
exception when duplicate_object or unique_violation then null; -- another database of this server made it first
end $$;

grant select, insert on
  installation, quotes, charges, transfers, entitlement_grants, audit_entries, provider_events
  to atlas_app;
grant select, insert, update, delete on
  processes, inbox_updates, chat_leases, conversations, schedule_slots, notices
  to atlas_app;
grant select, insert, update on customers, wallets, entitlements, credentials, nodes to atlas_app;
grant select, insert,
  update (status, provider_amount, provider_currency, provider_invoice_id, pay_url, paid_at, next_poll_at)
  on invoices to atlas_app;
