-- What credentials carry, as nodes count it, and limits on it. Conventions as in 0001; bytes are bigint.

-- How far each node's counters have been taken in. epoch and cursor are the node's own words; a page counts only
-- when it was asked for with the cursor that stands here.
create table node_traffic_cursors (
  node_id uuid primary key references nodes,
  epoch uuid,
  cursor text,
  read_at timestamptz,
  online_read_at timestamptz,
  check (num_nulls(epoch, cursor, read_at) in (0, 3))
);

-- Totals as last taken in. A larger counter is a count that began anew. customer_id is null for an e-mail that
-- belongs to nobody.
create table node_traffic (
  node_id uuid not null references nodes,
  epoch uuid not null,
  email text not null,
  customer_id uuid references customers,
  counter bigint not null check (counter > 0),
  uplink_bytes bigint not null check (uplink_bytes >= 0),
  downlink_bytes bigint not null check (downlink_bytes >= 0),
  counted_at timestamptz not null,
  primary key (node_id, epoch, email)
);
create index node_traffic_customer on node_traffic (customer_id);

-- Used in the present period, of all nodes. Periods of a month are counted from anchored_at.
create table entitlement_traffic (
  entitlement_id uuid primary key references entitlements,
  customer_id uuid not null references customers,
  used_bytes bigint not null default 0 check (used_bytes >= 0),
  period_started_at timestamptz not null,
  limit_bytes bigint check (limit_bytes > 0),
  reset_rule text not null default 'never' check (reset_rule in ('never', 'monthly')),
  anchored_at timestamptz not null,
  resets_at timestamptz,
  online_at timestamptz,
  check ((reset_rule = 'monthly') = (resets_at is not null)),
  check (resets_at > period_started_at)
);
create index entitlement_traffic_customer on entitlement_traffic (customer_id);
create index entitlement_traffic_resets on entitlement_traffic (resets_at) where resets_at is not null;

-- Where bytes may be, or are, missing from what customers used.
create table traffic_gaps (
  gap_id uuid primary key,
  node_id uuid not null references nodes,
  epoch uuid not null,
  kind text not null check (kind in ('new-epoch', 'counter-went-back', 'unknown-email')),
  email text,
  customer_id uuid references customers,
  uncounted_bytes bigint not null default 0 check (uncounted_bytes >= 0),
  details jsonb not null,
  noticed_at timestamptz not null,
  check ((kind = 'new-epoch') = (email is null))
);
create unique index traffic_gaps_unknown on traffic_gaps (node_id, epoch, email) where kind = 'unknown-email';
create index traffic_gaps_noticed on traffic_gaps (noticed_at);
create index traffic_gaps_customer on traffic_gaps (customer_id);

-- Since when nodes do not honour an entitlement because its traffic is used up.
alter table entitlements add column suspended_at timestamptz;

grant select, insert, update on node_traffic_cursors, node_traffic, entitlement_traffic to atlas_app;
grant select, insert, update (uncounted_bytes) on traffic_gaps to atlas_app;
