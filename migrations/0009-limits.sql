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
