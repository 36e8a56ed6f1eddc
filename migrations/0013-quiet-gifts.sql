-- Given by an operator who did not want the customer told: the key is not sent by itself when a node has confirmed it.
alter table entitlements add column is_quiet boolean not null default false;
