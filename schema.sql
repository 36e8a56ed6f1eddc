-- Written by `npm run schema` from a freshly migrated database. Do not edit.

create table audit_entries (
  entry_id uuid not null,
  actor text not null,
  action text not null,
  customer_id uuid,
  details jsonb not null,
  recorded_at timestamp with time zone not null
);
create table charges (
  charge_id uuid not null,
  provider text not null,
  provider_charge_id text not null,
  customer_id uuid,
  invoice_id uuid,
  amount_kopecks bigint not null,
  provider_amount text not null,
  provider_currency text not null,
  disposition text not null,
  reason text not null,
  charged_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null
);
create table chat_leases (
  chat_key bigint not null,
  fence bigint not null,
  locked_by text,
  locked_until timestamp with time zone
);
create table conversations (
  chat_id bigint not null,
  flow text not null,
  expires_at timestamp with time zone not null
);
create table credentials (
  credential_id uuid not null,
  customer_id uuid not null,
  entitlement_id uuid not null,
  vless_id uuid not null,
  email text not null,
  created_at timestamp with time zone not null,
  revoked_at timestamp with time zone
);
create table customers (
  customer_id uuid not null,
  telegram_id bigint not null,
  first_name text not null,
  username text,
  locale text,
  is_reachable boolean not null default true,
  created_at timestamp with time zone not null
);
create table entitlement_grants (
  grant_id uuid not null,
  customer_id uuid not null,
  entitlement_id uuid not null,
  source text not null,
  invoice_id uuid,
  plan text not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  granted_at timestamp with time zone not null
);
create table entitlements (
  entitlement_id uuid not null,
  customer_id uuid not null,
  plan text not null,
  status text not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null
);
create table inbox_updates (
  bot_id bigint not null,
  update_id bigint not null,
  chat_key bigint not null,
  body text not null,
  status text not null,
  attempts integer not null default 0,
  deaths integer not null default 0,
  received_at timestamp with time zone not null,
  next_attempt_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  last_error text
);
create table installation (
  singleton boolean not null default true,
  fleet_id uuid not null,
  mode text not null,
  bot_id bigint not null,
  created_at timestamp with time zone not null
);
create table invoices (
  invoice_id uuid not null,
  customer_id uuid not null,
  purpose text not null,
  quote_id uuid,
  method text not null,
  amount_kopecks bigint not null,
  provider_amount text,
  provider_currency text,
  provider_invoice_id text,
  pay_url text,
  status text not null,
  source_key text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  paid_at timestamp with time zone,
  next_poll_at timestamp with time zone
);
create table nodes (
  node_id uuid not null,
  name text not null,
  url text not null,
  key_ciphertext bytea not null,
  status text not null,
  location text not null,
  weight integer not null,
  capacity integer not null,
  inbounds jsonb not null,
  core text,
  lease_owner text,
  lease_until timestamp with time zone,
  lease_fence bigint not null default 0,
  is_healthy boolean not null default false,
  checked_at timestamp with time zone,
  created_at timestamp with time zone not null
);
create table notices (
  notice_key text not null,
  customer_id uuid not null,
  kind text not null,
  status text not null,
  created_at timestamp with time zone not null
);
create table processes (
  worker_id text not null,
  lock_key bigint not null,
  runner_ids text[] not null default ARRAY[]::text[],
  started_at timestamp with time zone not null
);
create table provider_events (
  event_id uuid not null,
  provider text not null,
  object_id text not null,
  state text not null,
  body text not null,
  received_at timestamp with time zone not null
);
create table quotes (
  quote_id uuid not null,
  customer_id uuid not null,
  plan text not null,
  period_days integer not null,
  list_price_kopecks bigint not null,
  discount_kopecks bigint not null,
  price_kopecks bigint not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null
);
create table schedule_slots (
  schedule text not null,
  slot_at timestamp with time zone not null
);
create table schema_migrations (
  id integer not null default nextval('schema_migrations_id_seq'::regclass),
  name character varying(255) not null,
  run_on timestamp without time zone not null
);
create table transfers (
  transfer_id uuid not null,
  idempotency_key text not null,
  kind text not null,
  debit_account text not null,
  credit_account text not null,
  amount_kopecks bigint not null,
  customer_id uuid,
  charge_id uuid,
  invoice_id uuid,
  recorded_at timestamp with time zone not null
);
create table wallets (
  customer_id uuid not null,
  balance_kopecks bigint not null default 0
);

alter table audit_entries add constraint audit_entries_pkey PRIMARY KEY (entry_id);
alter table charges add constraint charges_amount_kopecks_check CHECK ((amount_kopecks >= 0));
alter table charges add constraint charges_check CHECK (((disposition = 'suspense'::text) = (customer_id IS NULL)));
alter table charges add constraint charges_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(customer_id);
alter table charges add constraint charges_disposition_check CHECK ((disposition = ANY (ARRAY['buy'::text, 'wallet'::text, 'suspense'::text])));
alter table charges add constraint charges_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoices(invoice_id);
alter table charges add constraint charges_pkey PRIMARY KEY (charge_id);
alter table charges add constraint charges_provider_provider_charge_id_key UNIQUE (provider, provider_charge_id);
alter table chat_leases add constraint chat_leases_pkey PRIMARY KEY (chat_key);
alter table conversations add constraint conversations_pkey PRIMARY KEY (chat_id);
alter table credentials add constraint credentials_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(customer_id);
alter table credentials add constraint credentials_email_check CHECK ((email = lower(email)));
alter table credentials add constraint credentials_email_key UNIQUE (email);
alter table credentials add constraint credentials_entitlement_id_fkey FOREIGN KEY (entitlement_id) REFERENCES entitlements(entitlement_id);
alter table credentials add constraint credentials_pkey PRIMARY KEY (credential_id);
alter table credentials add constraint credentials_vless_id_key UNIQUE (vless_id);
alter table customers add constraint customers_pkey PRIMARY KEY (customer_id);
alter table customers add constraint customers_telegram_id_key UNIQUE (telegram_id);
alter table entitlement_grants add constraint entitlement_grants_check CHECK ((ends_at > starts_at));
alter table entitlement_grants add constraint entitlement_grants_check1 CHECK (((source = 'purchase'::text) = (invoice_id IS NOT NULL)));
alter table entitlement_grants add constraint entitlement_grants_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(customer_id);
alter table entitlement_grants add constraint entitlement_grants_entitlement_id_fkey FOREIGN KEY (entitlement_id) REFERENCES entitlements(entitlement_id);
alter table entitlement_grants add constraint entitlement_grants_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoices(invoice_id);
alter table entitlement_grants add constraint entitlement_grants_invoice_id_key UNIQUE (invoice_id);
alter table entitlement_grants add constraint entitlement_grants_pkey PRIMARY KEY (grant_id);
alter table entitlement_grants add constraint entitlement_grants_source_check CHECK ((source = ANY (ARRAY['purchase'::text, 'operator'::text])));
alter table entitlements add constraint entitlements_check CHECK ((ends_at >= starts_at));
alter table entitlements add constraint entitlements_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(customer_id);
alter table entitlements add constraint entitlements_customer_id_key UNIQUE (customer_id);
alter table entitlements add constraint entitlements_pkey PRIMARY KEY (entitlement_id);
alter table entitlements add constraint entitlements_status_check CHECK ((status = ANY (ARRAY['provisioning'::text, 'active'::text, 'ended'::text])));
alter table inbox_updates add constraint inbox_updates_pkey PRIMARY KEY (bot_id, update_id);
alter table inbox_updates add constraint inbox_updates_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'done'::text, 'parked'::text])));
alter table installation add constraint installation_mode_check CHECK ((mode = ANY (ARRAY['sandbox'::text, 'live'::text])));
alter table installation add constraint installation_pkey PRIMARY KEY (singleton);
alter table installation add constraint installation_singleton_check CHECK (singleton);
alter table invoices add constraint invoices_amount_kopecks_check CHECK ((amount_kopecks > 0));
alter table invoices add constraint invoices_check CHECK (((purpose = 'purchase'::text) = (quote_id IS NOT NULL)));
alter table invoices add constraint invoices_check1 CHECK (((status = 'paid'::text) = (paid_at IS NOT NULL)));
alter table invoices add constraint invoices_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(customer_id);
alter table invoices add constraint invoices_pkey PRIMARY KEY (invoice_id);
alter table invoices add constraint invoices_purpose_check CHECK ((purpose = ANY (ARRAY['purchase'::text, 'top-up'::text])));
alter table invoices add constraint invoices_quote_id_fkey FOREIGN KEY (quote_id) REFERENCES quotes(quote_id);
alter table invoices add constraint invoices_source_key_key UNIQUE (source_key);
alter table invoices add constraint invoices_status_check CHECK ((status = ANY (ARRAY['opening'::text, 'open'::text, 'paid'::text, 'expired'::text, 'cancelled'::text, 'superseded'::text])));
alter table nodes add constraint nodes_capacity_check CHECK ((capacity > 0));
alter table nodes add constraint nodes_name_key UNIQUE (name);
alter table nodes add constraint nodes_pkey PRIMARY KEY (node_id);
alter table nodes add constraint nodes_status_check CHECK ((status = ANY (ARRAY['active'::text, 'draining'::text, 'removed'::text])));
alter table nodes add constraint nodes_url_key UNIQUE (url);
alter table nodes add constraint nodes_weight_check CHECK ((weight > 0));
alter table notices add constraint notices_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(customer_id);
alter table notices add constraint notices_pkey PRIMARY KEY (notice_key);
alter table notices add constraint notices_status_check CHECK ((status = ANY (ARRAY['sending'::text, 'sent'::text, 'unknown'::text, 'undeliverable'::text])));
alter table processes add constraint processes_lock_key_key UNIQUE (lock_key);
alter table processes add constraint processes_pkey PRIMARY KEY (worker_id);
alter table provider_events add constraint provider_events_pkey PRIMARY KEY (event_id);
alter table provider_events add constraint provider_events_provider_object_id_state_key UNIQUE (provider, object_id, state);
alter table quotes add constraint quotes_check CHECK ((price_kopecks = (list_price_kopecks - discount_kopecks)));
alter table quotes add constraint quotes_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(customer_id);
alter table quotes add constraint quotes_discount_kopecks_check CHECK ((discount_kopecks >= 0));
alter table quotes add constraint quotes_list_price_kopecks_check CHECK ((list_price_kopecks > 0));
alter table quotes add constraint quotes_period_days_check CHECK ((period_days > 0));
alter table quotes add constraint quotes_pkey PRIMARY KEY (quote_id);
alter table quotes add constraint quotes_price_kopecks_check CHECK ((price_kopecks >= 0));
alter table schedule_slots add constraint schedule_slots_pkey PRIMARY KEY (schedule, slot_at);
alter table schema_migrations add constraint schema_migrations_pkey PRIMARY KEY (id);
alter table transfers add constraint transfers_amount_kopecks_check CHECK ((amount_kopecks > 0));
alter table transfers add constraint transfers_charge_id_fkey FOREIGN KEY (charge_id) REFERENCES charges(charge_id);
alter table transfers add constraint transfers_check CHECK ((debit_account <> credit_account));
alter table transfers add constraint transfers_check1 CHECK ((num_nonnulls(charge_id, invoice_id) = 1));
alter table transfers add constraint transfers_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(customer_id);
alter table transfers add constraint transfers_idempotency_key_key UNIQUE (idempotency_key);
alter table transfers add constraint transfers_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoices(invoice_id);
alter table transfers add constraint transfers_kind_check CHECK ((kind = ANY (ARRAY['charge-received'::text, 'purchase'::text])));
alter table transfers add constraint transfers_pkey PRIMARY KEY (transfer_id);
alter table wallets add constraint wallets_balance_kopecks_check CHECK ((balance_kopecks >= 0));
alter table wallets add constraint wallets_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(customer_id);
alter table wallets add constraint wallets_pkey PRIMARY KEY (customer_id);

CREATE INDEX audit_entries_customer ON public.audit_entries USING btree (customer_id, recorded_at);
CREATE INDEX charges_customer ON public.charges USING btree (customer_id, recorded_at);
CREATE INDEX charges_invoice ON public.charges USING btree (invoice_id);
CREATE INDEX chat_leases_held ON public.chat_leases USING btree (locked_by) WHERE (locked_by IS NOT NULL);
CREATE UNIQUE INDEX credentials_one_live ON public.credentials USING btree (entitlement_id) WHERE (revoked_at IS NULL);
CREATE INDEX entitlement_grants_customer ON public.entitlement_grants USING btree (customer_id, granted_at);
CREATE INDEX entitlements_ends ON public.entitlements USING btree (ends_at) WHERE (status <> 'ended'::text);
CREATE INDEX entitlements_provisioning ON public.entitlements USING btree (entitlement_id) WHERE (status = 'provisioning'::text);
CREATE INDEX inbox_updates_pending ON public.inbox_updates USING btree (chat_key, update_id) WHERE (status = 'pending'::text);
CREATE INDEX inbox_updates_unfinished ON public.inbox_updates USING btree (status) WHERE (status <> 'done'::text);
CREATE INDEX invoices_due_poll ON public.invoices USING btree (next_poll_at) WHERE (next_poll_at IS NOT NULL);
CREATE UNIQUE INDEX invoices_one_live ON public.invoices USING btree (customer_id, purpose) WHERE (status = ANY (ARRAY['opening'::text, 'open'::text]));
CREATE UNIQUE INDEX invoices_provider ON public.invoices USING btree (method, provider_invoice_id);
CREATE INDEX invoices_quote ON public.invoices USING btree (quote_id);
CREATE INDEX notices_customer ON public.notices USING btree (customer_id, created_at);
CREATE INDEX quotes_customer ON public.quotes USING btree (customer_id, created_at);
CREATE UNIQUE INDEX transfers_charge ON public.transfers USING btree (charge_id) WHERE (charge_id IS NOT NULL);
CREATE INDEX transfers_customer ON public.transfers USING btree (customer_id, recorded_at);
CREATE UNIQUE INDEX transfers_invoice ON public.transfers USING btree (invoice_id) WHERE (invoice_id IS NOT NULL);

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% rows are immutable: corrections are new rows', tg_table_name;
end $function$
;

CREATE TRIGGER audit_entries_immutable BEFORE DELETE OR UPDATE ON public.audit_entries FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entries_no_truncate BEFORE TRUNCATE ON public.audit_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER charges_immutable BEFORE DELETE OR UPDATE ON public.charges FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER quotes_immutable BEFORE DELETE OR UPDATE ON public.quotes FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER transfers_immutable BEFORE DELETE OR UPDATE ON public.transfers FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER transfers_no_truncate BEFORE TRUNCATE ON public.transfers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

grant insert, select on audit_entries to atlas_app;
grant insert, select on charges to atlas_app;
grant delete, insert, select, update on chat_leases to atlas_app;
grant delete, insert, select, update on conversations to atlas_app;
grant insert, select, update on credentials to atlas_app;
grant insert, select, update on customers to atlas_app;
grant insert, select on entitlement_grants to atlas_app;
grant insert, select, update on entitlements to atlas_app;
grant delete, insert, select, update on inbox_updates to atlas_app;
grant insert, select on installation to atlas_app;
grant insert, select on invoices to atlas_app;
grant insert, select, update on nodes to atlas_app;
grant delete, insert, select, update on notices to atlas_app;
grant delete, insert, select, update on processes to atlas_app;
grant insert, select on provider_events to atlas_app;
grant insert, select on quotes to atlas_app;
grant delete, insert, select, update on schedule_slots to atlas_app;
grant insert, select on transfers to atlas_app;
grant insert, select, update on wallets to atlas_app;

grant update (next_poll_at, paid_at, pay_url, provider_amount, provider_currency, provider_invoice_id, status) on invoices to atlas_app;
