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
