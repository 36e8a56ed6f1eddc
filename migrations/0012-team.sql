-- Who works for the shop besides those whom the settings name. A person has one role.
create table operators (
  telegram_id bigint primary key check (telegram_id > 0),
  role text not null check (role in ('admin', 'support', 'accountant', 'auditor')),
  given_by text not null,
  given_at timestamptz not null
);
grant select, insert, update, delete on operators to atlas_app;

-- What was done by a tap of an operator: the same tap again, after a crash, does nothing more.
create table operator_acts (
  act_key text primary key,
  done_at timestamptz not null
);
create index operator_acts_done on operator_acts (done_at);
grant select, insert, delete on operator_acts to atlas_app;

-- Operators look customers up by what those call themselves, whatever the case.
create index customers_username on customers (lower(username));
