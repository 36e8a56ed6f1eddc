-- Which devices read a customer's subscription link. What an app sends as its device's id is personal data: only a
-- hash of it is kept, mixed with the entitlement, so that one device is not recognised at two customers.
alter table entitlements
  add column device_limit integer default 5 check (device_limit between 1 and 100);
comment on column entitlements.device_limit is 'null: no limit';

create table devices (
  entitlement_id uuid not null references entitlements,
  hwid_hash bytea not null check (octet_length(hwid_hash) = 32),
  device_id uuid not null unique,
  customer_id uuid not null references customers,
  os text not null check (char_length(os) <= 100),
  model text not null check (char_length(model) <= 100),
  app text not null check (char_length(app) <= 100),
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  primary key (entitlement_id, hwid_hash),
  check (last_seen_at >= first_seen_at)
);
create index devices_customer on devices (customer_id);

grant select, insert, delete, update (os, model, app, last_seen_at) on devices to atlas_app;
