-- Which nodes each entitlement is placed on, how nodes are doing, and what has changed since a node was looked at.

alter table nodes
  drop constraint nodes_status_check,
  add constraint nodes_status_check check (status in ('active', 'draining', 'disabled', 'removed')),
  drop constraint nodes_name_key,
  drop constraint nodes_url_key,
  add column placed_count integer not null default 0 check (placed_count >= 0),
  add column failed_checks integer not null default 0 check (failed_checks >= 0),
  add column good_checks integer not null default 0 check (good_checks >= 0),
  add column down_since timestamptz,
  add column dead_at timestamptz,
  add column config_problem text,
  add column credential_count integer;
create unique index nodes_name on nodes (name) where status <> 'removed';
create unique index nodes_url on nodes (url) where status <> 'removed';

create index entitlements_ended on entitlements (ends_at) where status = 'ended';

-- A node holds the credentials of exactly the entitlements that are placed on it.
create table placements (
  entitlement_id uuid not null references entitlements,
  node_id uuid not null references nodes,
  placed_at timestamptz not null,
  primary key (entitlement_id, node_id)
);
create index placements_node on placements (node_id, entitlement_id);

-- A credential that a reissue has replaced, until every node has the new one.
alter table credentials add column superseded_at timestamptz;
drop index credentials_one_live;
create unique index credentials_one_live on credentials (entitlement_id)
  where revoked_at is null and superseded_at is null;
create index credentials_entitlement on credentials (entitlement_id);

-- The transaction that last changed what nodes should hold for an entitlement. Whoever has read everything up to a
-- snapshot's oldest running transaction reads the rest by it, and misses nothing that was committed out of order.
alter table entitlements add column revision xid8 not null default pg_current_xact_id();
create index entitlements_revision on entitlements (revision, entitlement_id);

create function revise_entitlement() returns trigger language plpgsql as $$
begin
  new.revision = pg_current_xact_id();
  return new;
end $$;
create trigger entitlements_revised before insert or update on entitlements
  for each row execute function revise_entitlement();

create function revise_entitlement_of_credential() returns trigger language plpgsql as $$
begin
  update entitlements set revision = pg_current_xact_id() where entitlement_id = new.entitlement_id;
  return null;
end $$;
create trigger credentials_revised after insert or update on credentials
  for each row execute function revise_entitlement_of_credential();

create function count_placed() returns trigger language plpgsql as $$
begin
  update nodes n set placed_count = n.placed_count + p.count
    from (select node_id, count(*)::int as count from placed group by node_id) p where n.node_id = p.node_id;
  update entitlements set revision = pg_current_xact_id()
    where entitlement_id in (select entitlement_id from placed);
  return null;
end $$;
create trigger placements_placed after insert on placements
  referencing new table as placed for each statement execute function count_placed();

create function count_released() returns trigger language plpgsql as $$
begin
  update nodes n set placed_count = n.placed_count - p.count
    from (select node_id, count(*)::int as count from released group by node_id) p where n.node_id = p.node_id;
  update entitlements set revision = pg_current_xact_id()
    where entitlement_id in (select entitlement_id from released);
  return null;
end $$;
create trigger placements_released after delete on placements
  referencing old table as released for each statement execute function count_released();

-- Until now every node held every credential, and nobody loses one.
insert into placements (entitlement_id, node_id, placed_at)
select e.entitlement_id, n.node_id, e.starts_at from entitlements e cross join nodes n
where e.status <> 'ended' and n.status <> 'removed';

grant select, insert, delete on placements to atlas_app;
