-- Under which token a customer's connections are found. Only its hash is kept; the token itself is made again
-- from SECRETS_KEY, the entitlement and the rotation. A rotation kills the token before it at once.
create table subscription_links (
  entitlement_id uuid primary key references entitlements,
  customer_id uuid not null references customers,
  rotation integer not null check (rotation >= 0),
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  rotated_at timestamptz not null
);
create index subscription_links_customer on subscription_links (customer_id);

grant select, insert, update (rotation, token_hash, rotated_at) on subscription_links to atlas_app;
