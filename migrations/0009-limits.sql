-- How often somebody may do what, one count for all processes.

-- One row per person and limited action. A bucket is told by the moment when it will be full again: what is taken
-- moves that moment on, and time fills it. A row whose moment has passed says no more than no row.
create table rate_limits (
  telegram_id bigint not null,
  action text not null,
  full_at timestamptz not null,
  -- The tap that was let through last: handled again after a crash, it is not counted again.
  last_key text not null,
  primary key (telegram_id, action)
);
create index rate_limits_full on rate_limits (full_at);

grant select, insert, update, delete on rate_limits to atlas_app;

-- What an owner has switched on or off, whatever the settings say; no row: as they say.
create table feature_overrides (
  feature text primary key check (feature in
    ('payments', 'vpn-provisioning', 'auto-renewal', 'background-workers', 'admin-actions')),
  is_on boolean not null,
  actor text not null,
  set_at timestamptz not null
);

grant select, insert, update, delete on feature_overrides to atlas_app;

-- How the parts that the shop needs are, as they were measured last; what is not here was always well.
create table system_components (
  component text primary key check (component in ('database', 'payments', 'vpn_api')),
  status text not null check (status in ('healthy', 'degraded', 'unavailable')),
  reason text check ((reason is null) = (status = 'healthy')),
  changed_at timestamptz not null,
  -- Since when one that was unavailable answers again; it counts as well once that has lasted.
  well_since timestamptz
);

-- One row: what the operators were told about it, and the lock of who looks.
create table system_alert (
  is_only boolean primary key check (is_only),
  told_at timestamptz,
  -- They know of trouble, and not yet that it is over.
  is_open boolean not null
);
insert into system_alert (is_only, is_open) values (true, false);

-- Calls in a row that a provider did not answer; no row: it answered the last one.
create table provider_troubles (
  provider text primary key,
  failed_calls integer not null check (failed_calls > 0),
  last_failed_at timestamptz not null
);

grant select, insert, update on system_components to atlas_app;
grant select, update on system_alert to atlas_app;
grant select, insert, update, delete on provider_troubles to atlas_app;
