-- Written by `npm run schema` from a freshly migrated database. Do not edit.

create table adjustments (
  adjustment_id uuid not null,
  customer_id uuid not null,
  amount_kopecks bigint not null,
  counter_account text not null,
  charge_id uuid,
  actor text not null,
  reason text not null,
  source_key text not null,
  recorded_at timestamp with time zone not null
);
create table audit_checkpoints (
  sequence bigint not null,
  hash bytea not null,
  forgot_before timestamp with time zone not null,
  recorded_at timestamp with time zone not null
);
create table audit_entries (
  entry_id uuid not null,
  actor text not null,
  action text not null,
  customer_id uuid,
  details jsonb not null,
  recorded_at timestamp with time zone not null
);
create table broadcast_recipients (
  broadcast_id uuid not null,
  customer_id uuid not null,
  variant text not null,
  status text not null,
  worker_id text,
  failure text,
  finished_at timestamp with time zone
);
create table broadcasts (
  broadcast_id uuid not null,
  title text not null,
  kind text not null,
  segment text not null,
  text_a text not null,
  text_b text,
  buttons jsonb not null default '[]'::jsonb,
  status text not null,
  listed_to uuid,
  is_listed boolean not null default false,
  problem text,
  created_by text not null,
  created_at timestamp with time zone not null,
  previewed_at timestamp with time zone,
  started_at timestamp with time zone,
  finished_at timestamp with time zone
);
create table chain_links (
  sequence bigint not null,
  row_kind text not null,
  row_id uuid not null,
  hash bytea not null,
  sealed_at timestamp with time zone not null
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
  recorded_at timestamp with time zone not null,
  payer_telegram_id bigint,
  is_foreign_payer boolean not null default false
);
create table chat_leases (
  chat_key bigint not null,
  fence bigint not null,
  locked_by text,
  locked_until timestamp with time zone
);
create table collections (
  collection_id uuid not null,
  customer_id uuid not null,
  amount_kopecks bigint not null,
  recorded_at timestamp with time zone not null
);
create table commission_reversals (
  reversal_id uuid not null,
  commission_id uuid not null,
  refund_id uuid not null,
  referrer_id uuid not null,
  amount_kopecks bigint not null,
  wallet_kopecks bigint not null,
  receivable_kopecks bigint not null,
  recorded_at timestamp with time zone not null
);
create table commissions (
  commission_id uuid not null,
  charge_id uuid not null,
  customer_id uuid not null,
  referrer_id uuid not null,
  percent integer not null,
  base_kopecks bigint not null,
  amount_kopecks bigint not null,
  status text not null,
  recorded_at timestamp with time zone not null,
  paid_at timestamp with time zone
);
create table conversations (
  chat_id bigint not null,
  flow text not null,
  expires_at timestamp with time zone not null,
  draft bytea
);
create table credentials (
  credential_id uuid not null,
  customer_id uuid not null,
  entitlement_id uuid not null,
  vless_id uuid not null,
  email text not null,
  created_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  superseded_at timestamp with time zone
);
create table customer_discounts (
  customer_id uuid not null,
  kind text not null,
  percent integer not null,
  expires_at timestamp with time zone,
  granted_by text not null,
  granted_at timestamp with time zone not null
);
create table customers (
  customer_id uuid not null,
  telegram_id bigint not null,
  first_name text not null,
  username text,
  locale text,
  is_reachable boolean not null default true,
  created_at timestamp with time zone not null,
  trial_used_at timestamp with time zone
);
create table devices (
  entitlement_id uuid not null,
  hwid_hash bytea not null,
  device_id uuid not null,
  customer_id uuid not null,
  os text not null,
  model text not null,
  app text not null,
  first_seen_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null
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
  granted_at timestamp with time zone not null,
  quote_id uuid
);
create table entitlement_reductions (
  refund_id uuid not null,
  customer_id uuid not null,
  entitlement_id uuid not null,
  ended_before timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null
);
create table entitlement_traffic (
  entitlement_id uuid not null,
  customer_id uuid not null,
  used_bytes bigint not null default 0,
  period_started_at timestamp with time zone not null,
  limit_bytes bigint,
  reset_rule text not null default 'never'::text,
  anchored_at timestamp with time zone not null,
  resets_at timestamp with time zone,
  online_at timestamp with time zone
);
create table entitlements (
  entitlement_id uuid not null,
  customer_id uuid not null,
  plan text not null,
  status text not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  revision xid8 not null default pg_current_xact_id(),
  suspended_at timestamp with time zone,
  device_limit integer default 5,
  renews_itself boolean not null default false,
  end_decided_at timestamp with time zone,
  next_message_at timestamp with time zone,
  activation_attempts integer not null default 0,
  next_activation_at timestamp with time zone,
  is_quiet boolean not null default false,
  honoured_at timestamp with time zone,
  honoured_after_ms bigint
);
create table feature_overrides (
  feature text not null,
  is_on boolean not null,
  actor text not null,
  set_at timestamp with time zone not null
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
create table incident (
  is_only boolean not null default true,
  is_on boolean not null default false,
  text text,
  actor text,
  set_at timestamp with time zone
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
create table mass_reissue_customers (
  reissue_id uuid not null,
  entitlement_id uuid not null,
  customer_id uuid not null,
  status text not null,
  finished_at timestamp with time zone
);
create table mass_reissues (
  reissue_id uuid not null,
  status text not null,
  started_by text not null,
  started_at timestamp with time zone not null,
  next_at timestamp with time zone not null,
  listed_to uuid not null,
  is_listed boolean not null default false,
  finished_at timestamp with time zone
);
create table node_traffic (
  node_id uuid not null,
  epoch uuid not null,
  email text not null,
  customer_id uuid,
  counter bigint not null,
  uplink_bytes bigint not null,
  downlink_bytes bigint not null,
  counted_at timestamp with time zone not null
);
create table node_traffic_cursors (
  node_id uuid not null,
  epoch uuid,
  cursor text,
  read_at timestamp with time zone,
  online_read_at timestamp with time zone
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
  created_at timestamp with time zone not null,
  placed_count integer not null default 0,
  failed_checks integer not null default 0,
  good_checks integer not null default 0,
  down_since timestamp with time zone,
  dead_at timestamp with time zone,
  config_problem text,
  credential_count integer,
  in_step_at timestamp with time zone
);
create table notices (
  notice_key text not null,
  customer_id uuid not null,
  kind text not null,
  status text not null,
  created_at timestamp with time zone not null
);
create table operator_acts (
  act_key text not null,
  done_at timestamp with time zone not null
);
create table operator_tasks (
  task_id uuid not null,
  kind text not null,
  subject text not null,
  customer_id uuid,
  details jsonb not null,
  status text not null,
  created_at timestamp with time zone not null,
  done_at timestamp with time zone,
  done_by text,
  resolution text
);
create table operators (
  telegram_id bigint not null,
  role text not null,
  given_by text not null,
  given_at timestamp with time zone not null
);
create table placements (
  entitlement_id uuid not null,
  node_id uuid not null,
  placed_at timestamp with time zone not null
);
create table processes (
  worker_id text not null,
  lock_key bigint not null,
  runner_ids text[] not null default ARRAY[]::text[],
  started_at timestamp with time zone not null
);
create table promo_codes (
  promo_id uuid not null,
  code text not null,
  discount_percent integer not null,
  max_uses integer,
  per_customer_limit integer not null,
  used_count integer not null default 0,
  reserved_count integer not null default 0,
  is_active boolean not null default true,
  expires_at timestamp with time zone,
  created_by text not null,
  created_at timestamp with time zone not null,
  deactivated_at timestamp with time zone
);
create table promo_sessions (
  customer_id uuid not null,
  promo_id uuid not null,
  expires_at timestamp with time zone not null
);
create table promo_uses (
  use_id uuid not null,
  promo_id uuid not null,
  customer_id uuid not null,
  quote_id uuid not null,
  invoice_id uuid,
  status text not null,
  is_over_limit boolean not null default false,
  reserved_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  redeemed_at timestamp with time zone
);
create table provider_events (
  event_id uuid not null,
  provider text not null,
  object_id text not null,
  state text not null,
  body text not null,
  received_at timestamp with time zone not null
);
create table provider_troubles (
  provider text not null,
  failed_calls integer not null,
  last_failed_at timestamp with time zone not null
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
  expires_at timestamp with time zone not null,
  discount_kind text not null default 'none'::text,
  discount_percent integer not null default 0,
  promo_id uuid
);
create table rate_limits (
  telegram_id bigint not null,
  action text not null,
  full_at timestamp with time zone not null,
  last_key text not null
);
create table reconciliations (
  reconciliation_id uuid not null,
  provider text not null,
  since timestamp with time zone not null,
  until timestamp with time zone not null,
  listed integer not null,
  settled integer not null,
  findings integer not null,
  checked_at timestamp with time zone not null
);
create table referrals (
  customer_id uuid not null,
  referrer_id uuid not null,
  attached_at timestamp with time zone not null,
  paying_since timestamp with time zone
);
create table referrers (
  customer_id uuid not null,
  paying_referrals integer not null default 0,
  invited integer not null default 0,
  revenue_kopecks bigint not null default 0,
  cashback_kopecks bigint not null default 0
);
create table refunds (
  refund_id uuid not null,
  charge_id uuid not null,
  customer_id uuid,
  provider text not null,
  kind text not null,
  amount_kopecks bigint not null,
  provider_amount text not null,
  provider_currency text not null,
  provider_refund_id text,
  status text not null,
  wallet_kopecks bigint not null default 0,
  receivable_kopecks bigint not null default 0,
  revoked_ms bigint not null default 0,
  actor text not null,
  reason text not null,
  source_key text not null,
  requested_at timestamp with time zone not null,
  done_at timestamp with time zone,
  refunded_at timestamp with time zone
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
create table send_turns (
  chat_key bigint not null,
  free_at timestamp with time zone not null
);
create table subscription_links (
  entitlement_id uuid not null,
  customer_id uuid not null,
  rotation integer not null,
  token_hash bytea not null,
  rotated_at timestamp with time zone not null
);
create table system_alert (
  is_only boolean not null,
  told_at timestamp with time zone,
  is_open boolean not null
);
create table system_components (
  component text not null,
  status text not null,
  reason text,
  changed_at timestamp with time zone not null,
  well_since timestamp with time zone
);
create table traffic_gaps (
  gap_id uuid not null,
  node_id uuid not null,
  epoch uuid not null,
  kind text not null,
  email text,
  customer_id uuid,
  uncounted_bytes bigint not null default 0,
  details jsonb not null,
  noticed_at timestamp with time zone not null
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
  recorded_at timestamp with time zone not null,
  refund_id uuid,
  commission_id uuid,
  reversal_id uuid,
  withdrawal_id uuid,
  adjustment_id uuid,
  collection_id uuid
);
create table unsealed_rows (
  row_kind text not null,
  row_id uuid not null,
  recorded_at timestamp with time zone not null
);
create table wallets (
  customer_id uuid not null,
  balance_kopecks bigint not null default 0,
  version bigint not null default 0,
  held_kopecks bigint not null default 0,
  receivable_kopecks bigint not null default 0
);
create table withdrawal_approvals (
  withdrawal_id uuid not null,
  admin text not null,
  approved_at timestamp with time zone not null
);
create table withdrawals (
  withdrawal_id uuid not null,
  customer_id uuid not null,
  amount_kopecks bigint not null,
  details_ciphertext bytea not null,
  status text not null,
  source_key text not null,
  requested_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  decided_by text,
  reason text
);

alter table adjustments add constraint adjustments_amount_kopecks_check CHECK ((amount_kopecks <> 0));
alter table adjustments add constraint adjustments_charge_id_fkey FOREIGN KEY (charge_id) REFERENCES charges(charge_id);
alter table adjustments add constraint adjustments_charge_id_key UNIQUE (charge_id);
alter table adjustments add constraint adjustments_check CHECK (((counter_account = 'suspense'::text) = (charge_id IS NOT NULL)));
alter table adjustments add constraint adjustments_check1 CHECK (((charge_id IS NULL) OR (amount_kopecks > 0)));
alter table adjustments add constraint adjustments_counter_account_check CHECK ((counter_account = ANY (ARRAY['adjustments'::text, 'suspense'::text])));
alter table adjustments add constraint adjustments_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(customer_id);
alter table adjustments add constraint adjustments_pkey PRIMARY KEY (adjustment_id);
alter table adjustments add constraint adjustments_reason_check CHECK ((reason <> ''::text));
alter table adjustments add constraint adjustments_source_key_key UNIQUE (source_key);
alter table audit_checkpoints add constraint audit_checkpoints_hash_check CHECK ((octet_length(hash) = 32));
alter table audit_checkpoints add constraint audit_checkpoints_pkey PRIMARY KEY (sequence);
alter table audit_checkpoints add constraint audit_checkpoints_sequence_fkey FOREIGN KEY (sequence) REFERENCES chain_links(sequence);
alter table audit_entries add constraint audit_entries_pkey PRIMARY KEY (entry_id);
alter table broadcast_recipients add constraint broadcast_recipients_broadcast_id_fkey FOREIGN KEY (broadcast_id) REFERENCES broadcasts(broadcast_id);
alter table broadcast_recipients add constraint broadcast_recipients_check CHECK (((status = ANY (ARRAY['pending'::text, 'sending'::text])) = (finished_at IS NULL)));
alter table broadcast_recipients add constraint broadcast_recipients_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(customer_id);
alter table broadcast_recipients add constraint broadcast_recipients_pkey PRIMARY KEY (broadcast_id, customer_id);
alter table broadcast_recipients add constraint broadcast_recipients_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'unknown'::text, 'skipped'::text])));
alter table broadcast_recipients add constraint broadcast_recipients_variant_check CHECK ((variant = ANY (ARRAY['a'::text, 'b'::text])));
alter table broadcasts add constraint broadcasts_check CHECK ((((status = 'draft'::text) = (started_at IS NULL)) OR (status = 'cancelled'::text)));
alter table broadcasts add constraint broadcasts_check1 CHECK (((status = ANY (ARRAY['done'::text, 'cancelled'::text])) = (finished_at IS NOT NULL)));
alter table broadcasts add constraint broadcasts_check2 CHECK (((started_at IS NULL) OR (previewed_at IS NOT NULL)));
alter table broadcasts add constraint broadcasts_kind_check CHECK ((kind = ANY (ARRAY['info'::text, 'maintenance'::text, 'security'::text, 'promo'::text])));
alter table broadcasts add constraint broadcasts_pkey PRIMARY KEY (broadcast_id);
alter table broadcasts add constraint broadcasts_segment_check CHECK ((segment = ANY (ARRAY['all'::text, 'active'::text, 'no-subscription'::text])));
alter table broadcasts add constraint broadcasts_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'running'::text, 'paused'::text, 'done'::text, 'cancelled'::text])));
alter table chain_links add constraint chain_links_hash_check CHECK ((octet_length(hash) = 32));
alter table chain_links add constraint chain_links_pkey PRIMARY KEY (sequence);
alter table chain_links add constraint chain_links_row_kind_check CHECK ((row_kind = ANY (ARRAY['transfer'::text, 'audit'::text])));
alter table chain_links add constraint chain_links_row_kind_row_id_key UNIQUE (row_kind, row_id);
alter table chain_links add constraint chain_links_sequence_check CHECK ((sequence > 0));
alter table charges add constraint charges_amount_kopecks_check CHECK ((amount_kopecks >= 0));
alter table charges add constraint charges_check CHECK (((disposition = 'suspense'::text) = (customer_id IS NULL)));
alter table charges add constraint charges_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(customer_id);
alter table charges add constraint charges_disposition_check CHECK ((disposition = ANY (ARRAY['buy'::text, 'wallet'::text, 'suspense'::text])));
alter table charges add constraint charges_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoices(invoice_id);
alter table charges add constraint charges_pkey PRIMARY KEY (charge_id);
alter table charges add constraint charges_provider_provider_charge_id_key UNIQUE (provider, provider_charge_id);
alter table chat_leases add constraint chat_leases_pkey PRIMARY KEY (chat_key);
alter table collections add constraint collections_amount_kopecks_check CHECK ((amount_kopecks > 0));
alter table collections add constraint collections_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(customer_id);
alter table collections add constraint collections_pkey PRIMARY KEY (collection_id);
alter table commission_reversals add constraint commission_reversals_amount_kopecks_check CHECK ((amount_kopecks > 0));
alter table commission_reversals add constraint commission_reversals_check CHECK (((wallet_kopecks + receivable_kopecks) = amount_kopecks));
alter table commission_reversals add constraint commission_reversals_commission_id_fkey FOREIGN KEY (commission_id) REFERENCES commissions(commission_id);
alter table commission_reversals add constraint commission_reversals_commission_id_refund_id_key UNIQUE (commission_id, refund_id);
alter table commission_reversals add constraint commission_reversals_pkey PRIMARY KEY (reversal_id);
alter table commission_reversals add constraint commission_reversals_receivable_kopecks_check CHECK ((receivable_kopecks >= 0));
alter table commission_reversals add constraint commission_reversals_referrer_id_fkey FOREIGN KEY (referrer_id) REFERENCES customers(customer_id);
alter table commission_reversals add constraint commission_reversals_refund_id_fkey FOREIGN KEY (refund_id) REFERENCES refunds(refund_id);
alter table commission_reversals add constraint commission_reversals_wallet_kopecks_check CHECK ((wallet_kopecks >= 0));
alter table commissions add constraint commissions_base_kopecks_check CHECK ((base_kopecks > 0));
alter table commissions add constraint commissions_charge_id_fkey FOREIGN KEY (charge_id) REFERENCES charges(charge_id);
alter table commissions add constraint commissions_charge_id_key UNIQUE (charge_id);
alter table commissions add constraint commissions_check CHECK (((amount_kopecks > 0) AND (amount_kopecks <= base_kopecks)));
alter table commissions add constraint commissions_check1 CHECK (((status = 'paid'::text) = (paid_at IS NOT NULL)));
alter table commissions add constraint commissions_check2 CHECK ((customer_id <> referrer_id));
alter table commissions add constraint commissions_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(customer_id);
alter table commissions add constraint commissions_percent_check CHECK (((percent >= 1) AND (percent <= 100)));
alter table commissions add constraint commissions_pkey PRIMARY KEY (commission_id);
alter table commissions add constraint commissions_referrer_id_fkey FOREIGN KEY (referrer_id) REFERENCES customers(customer_id);
alter table commissions add constraint commissions_status_check CHECK ((status = ANY (ARRAY['owed'::text, 'paid'::text])));
alter table conversations add constraint conversations_pkey PRIMARY KEY (chat_id);
alter table credentials add constraint credentials_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(customer_id);
alter table credentials add constraint credentials_email_check CHECK ((email = lower(email)));
alter table credentials add constraint credentials_email_key UNIQUE (email);
alter table credentials add constraint credentials_entitlement_id_fkey FOREIGN KEY (entitlement_id) REFERENCES entitlements(entitlement_id);
alter table credentials add constraint credentials_pkey PRIMARY KEY (credential_id);
alter table credentials add constraint credentials_vless_id_key UNIQUE (vless_id);
alter table customer_discounts add constraint customer_discounts_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(customer_id);
alter table customer_discounts add constraint customer_discounts_kind_check CHECK ((kind = ANY (ARRAY['vip'::text, 'personal'::text])));
alter table customer_discounts add constraint customer_discounts_percent_check CHECK (((percent >= 1) AND (percent <= 99)));
alter table customer_discounts add constraint customer_discounts_pkey PRIMARY KEY (customer_id, kind);
alter table customers add constraint customers_pkey PRIMARY KEY (customer_id);
alter table customers add constraint customers_telegram_id_key UNIQUE (telegram_id);
alter table devices add constraint devices_app_check CHECK ((char_length(app) <= 100));
alter table devices add constraint devices_check CHECK ((last_seen_at >= first_seen_at));
alter table devices add constraint devices_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(customer_id);
alter table devices add constraint devices_device_id_key UNIQUE (device_id);
alter table devices add constraint devices_entitlement_id_fkey FOREIGN KEY (entitlement_id) REFERENCES entitlements(entitlement_id);
alter table devices add constraint devices_hwid_hash_check CHECK ((octet_length(hwid_hash) = 32));
alter table devices add constraint devices_model_check CHECK ((char_length(model) <= 100));
alter table devices add constraint devices_os_check CHECK ((char_length(os) <= 100));
alter table devices add constraint devices_pkey PRIMARY KEY (entitlement_id, hwid_hash);
alter table entitlement_grants add constraint entitlement_grants_check CHECK ((ends_at > starts_at));
alter table entitlement_grants add constraint entitlement_grants_check1 CHECK (((source = 'purchase'::text) = (invoice_id IS NOT NULL)));
alter table entitlement_grants add constraint entitlement_grants_check2 CHECK (((source = 'promo'::text) = (quote_id IS NOT NULL)));
alter table entitlement_grants add constraint entitlement_grants_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(customer_id);
alter table entitlement_grants add constraint entitlement_grants_entitlement_id_fkey FOREIGN KEY (entitlement_id) REFERENCES entitlements(entitlement_id);
alter table entitlement_grants add constraint entitlement_grants_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoices(invoice_id);
alter table entitlement_grants add constraint entitlement_grants_invoice_id_key UNIQUE (invoice_id);
alter table entitlement_grants add constraint entitlement_grants_pkey PRIMARY KEY (grant_id);
alter table entitlement_grants add constraint entitlement_grants_quote_id_fkey FOREIGN KEY (quote_id) REFERENCES quotes(quote_id);
alter table entitlement_grants add constraint entitlement_grants_quote_id_key UNIQUE (quote_id);
alter table entitlement_grants add constraint entitlement_grants_source_check CHECK ((source = ANY (ARRAY['purchase'::text, 'operator'::text, 'promo'::text, 'trial'::text])));
alter table entitlement_reductions add constraint entitlement_reductions_check CHECK ((ends_at < ended_before));
alter table entitlement_reductions add constraint entitlement_reductions_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(customer_id);
alter table entitlement_reductions add constraint entitlement_reductions_entitlement_id_fkey FOREIGN KEY (entitlement_id) REFERENCES entitlements(entitlement_id);
alter table entitlement_reductions add constraint entitlement_reductions_pkey PRIMARY KEY (refund_id);
alter table entitlement_reductions add constraint entitlement_reductions_refund_id_fkey FOREIGN KEY (refund_id) REFERENCES refunds(refund_id);
alter table entitlement_traffic add constraint entitlement_traffic_check CHECK (((reset_rule = 'monthly'::text) = (resets_at IS NOT NULL)));
alter table entitlement_traffic add constraint entitlement_traffic_check1 CHECK ((resets_at > period_started_at));
alter table entitlement_traffic add constraint entitlement_traffic_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(customer_id);
alter table entitlement_traffic add constraint entitlement_traffic_entitlement_id_fkey FOREIGN KEY (entitlement_id) REFERENCES entitlements(entitlement_id);
alter table entitlement_traffic add constraint entitlement_traffic_limit_bytes_check CHECK ((limit_bytes > 0));
alter table entitlement_traffic add constraint entitlement_traffic_pkey PRIMARY KEY (entitlement_id);
alter table entitlement_traffic add constraint entitlement_traffic_reset_rule_check CHECK ((reset_rule = ANY (ARRAY['never'::text, 'monthly'::text])));
alter table entitlement_traffic add constraint entitlement_traffic_used_bytes_check CHECK ((used_bytes >= 0));
alter table entitlements add constraint entitlements_activation_attempts_check CHECK ((activation_attempts >= 0));
alter table entitlements add constraint entitlements_check CHECK ((ends_at >= starts_at));
alter table entitlements add constraint entitlements_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(customer_id);
alter table entitlements add constraint entitlements_customer_id_key UNIQUE (customer_id);
alter table entitlements add constraint entitlements_device_limit_check CHECK (((device_limit >= 1) AND (device_limit <= 100)));
alter table entitlements add constraint entitlements_honoured_after_ms_check CHECK ((honoured_after_ms >= 0));
alter table entitlements add constraint entitlements_honoured_wait CHECK (((honoured_at IS NULL) = (honoured_after_ms IS NULL)));
alter table entitlements add constraint entitlements_pkey PRIMARY KEY (entitlement_id);
alter table entitlements add constraint entitlements_status_check CHECK ((status = ANY (ARRAY['provisioning'::text, 'active'::text, 'ended'::text])));
alter table feature_overrides add constraint feature_overrides_feature_check CHECK ((feature = ANY (ARRAY['payments'::text, 'vpn-provisioning'::text, 'auto-renewal'::text, 'background-workers'::text, 'admin-actions'::text])));
alter table feature_overrides add constraint feature_overrides_pkey PRIMARY KEY (feature);
alter table inbox_updates add constraint inbox_updates_pkey PRIMARY KEY (bot_id, update_id);
alter table inbox_updates add constraint inbox_updates_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'done'::text, 'parked'::text])));
alter table incident add constraint incident_is_only_check CHECK (is_only);
alter table incident add constraint incident_pkey PRIMARY KEY (is_only);
alter table incident add constraint incident_text_check CHECK (((char_length(text) >= 1) AND (char_length(text) <= 1000)));
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
alter table mass_reissue_customers add constraint mass_reissue_customers_check CHECK (((status = 'pending'::text) = (finished_at IS NULL)));
alter table mass_reissue_customers add constraint mass_reissue_customers_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(customer_id);
alter table mass_reissue_customers add constraint mass_reissue_customers_entitlement_id_fkey FOREIGN KEY (entitlement_id) REFERENCES entitlements(entitlement_id);
alter table mass_reissue_customers add constraint mass_reissue_customers_pkey PRIMARY KEY (reissue_id, entitlement_id);
alter table mass_reissue_customers add constraint mass_reissue_customers_reissue_id_fkey FOREIGN KEY (reissue_id) REFERENCES mass_reissues(reissue_id);
alter table mass_reissue_customers add constraint mass_reissue_customers_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'done'::text, 'skipped'::text, 'failed'::text])));
alter table mass_reissues add constraint mass_reissues_check CHECK (((status = 'running'::text) = (finished_at IS NULL)));
alter table mass_reissues add constraint mass_reissues_pkey PRIMARY KEY (reissue_id);
alter table mass_reissues add constraint mass_reissues_status_check CHECK ((status = ANY (ARRAY['running'::text, 'cancelled'::text, 'done'::text])));
alter table node_traffic add constraint node_traffic_counter_check CHECK ((counter > 0));
alter table node_traffic add constraint node_traffic_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(customer_id);
alter table node_traffic add constraint node_traffic_downlink_bytes_check CHECK ((downlink_bytes >= 0));
alter table node_traffic add constraint node_traffic_node_id_fkey FOREIGN KEY (node_id) REFERENCES nodes(node_id);
alter table node_traffic add constraint node_traffic_pkey PRIMARY KEY (node_id, epoch, email);
alter table node_traffic add constraint node_traffic_uplink_bytes_check CHECK ((uplink_bytes >= 0));
alter table node_traffic_cursors add constraint node_traffic_cursors_check CHECK ((num_nulls(epoch, cursor, read_at) = ANY (ARRAY[0, 3])));
alter table node_traffic_cursors add constraint node_traffic_cursors_node_id_fkey FOREIGN KEY (node_id) REFERENCES nodes(node_id);
alter table node_traffic_cursors add constraint node_traffic_cursors_pkey PRIMARY KEY (node_id);
alter table nodes add constraint nodes_capacity_check CHECK ((capacity > 0));
alter table nodes add constraint nodes_failed_checks_check CHECK ((failed_checks >= 0));
alter table nodes add constraint nodes_good_checks_check CHECK ((good_checks >= 0));
alter table nodes add constraint nodes_pkey PRIMARY KEY (node_id);
alter table nodes add constraint nodes_placed_count_check CHECK ((placed_count >= 0));
alter table nodes add constraint nodes_status_check CHECK ((status = ANY (ARRAY['active'::text, 'draining'::text, 'disabled'::text, 'removed'::text])));
alter table nodes add constraint nodes_weight_check CHECK ((weight > 0));
alter table notices add constraint notices_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(customer_id);
alter table notices add constraint notices_pkey PRIMARY KEY (notice_key);
alter table notices add constraint notices_status_check CHECK ((status = ANY (ARRAY['sending'::text, 'sent'::text, 'unknown'::text, 'undeliverable'::text, 'skipped'::text])));
alter table operator_acts add constraint operator_acts_pkey PRIMARY KEY (act_key);
alter table operator_tasks add constraint operator_tasks_check CHECK (((status = 'done'::text) = (done_at IS NOT NULL)));
alter table operator_tasks add constraint operator_tasks_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(customer_id);
alter table operator_tasks add constraint operator_tasks_kind_subject_key UNIQUE (kind, subject);
alter table operator_tasks add constraint operator_tasks_pkey PRIMARY KEY (task_id);
alter table operator_tasks add constraint operator_tasks_status_check CHECK ((status = ANY (ARRAY['open'::text, 'done'::text])));
alter table operators add constraint operators_pkey PRIMARY KEY (telegram_id);
alter table operators add constraint operators_role_check CHECK ((role = ANY (ARRAY['admin'::text, 'support'::text, 'accountant'::text, 'auditor'::text])));
alter table operators add constraint operators_telegram_id_check CHECK ((telegram_id > 0));
alter table placements add constraint placements_entitlement_id_fkey FOREIGN KEY (entitlement_id) REFERENCES entitlements(entitlement_id);
alter table placements add constraint placements_node_id_fkey FOREIGN KEY (node_id) REFERENCES nodes(node_id);
alter table placements add constraint placements_pkey PRIMARY KEY (entitlement_id, node_id);
alter table processes add constraint processes_lock_key_key UNIQUE (lock_key);
alter table processes add constraint processes_pkey PRIMARY KEY (worker_id);
alter table promo_codes add constraint promo_codes_check CHECK (((max_uses IS NULL) OR ((used_count + reserved_count) <= max_uses)));
alter table promo_codes add constraint promo_codes_check1 CHECK ((is_active = (deactivated_at IS NULL)));
alter table promo_codes add constraint promo_codes_code_check CHECK (((code = upper(code)) AND (code ~ '^[A-Z0-9_]{1,50}$'::text)));
alter table promo_codes add constraint promo_codes_discount_percent_check CHECK (((discount_percent >= 0) AND (discount_percent <= 100)));
alter table promo_codes add constraint promo_codes_max_uses_check CHECK ((max_uses > 0));
alter table promo_codes add constraint promo_codes_per_customer_limit_check CHECK ((per_customer_limit > 0));
alter table promo_codes add constraint promo_codes_pkey PRIMARY KEY (promo_id);
alter table promo_codes add constraint promo_codes_reserved_count_check CHECK ((reserved_count >= 0));
alter table promo_codes add constraint promo_codes_used_count_check CHECK ((used_count >= 0));
alter table promo_sessions add constraint promo_sessions_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(customer_id);
alter table promo_sessions add constraint promo_sessions_pkey PRIMARY KEY (customer_id);
alter table promo_sessions add constraint promo_sessions_promo_id_fkey FOREIGN KEY (promo_id) REFERENCES promo_codes(promo_id);
alter table promo_uses add constraint promo_uses_check CHECK (((status = 'redeemed'::text) = (redeemed_at IS NOT NULL)));
alter table promo_uses add constraint promo_uses_check1 CHECK (((status = 'redeemed'::text) OR (NOT is_over_limit)));
alter table promo_uses add constraint promo_uses_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(customer_id);
alter table promo_uses add constraint promo_uses_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoices(invoice_id);
alter table promo_uses add constraint promo_uses_invoice_id_key UNIQUE (invoice_id);
alter table promo_uses add constraint promo_uses_pkey PRIMARY KEY (use_id);
alter table promo_uses add constraint promo_uses_promo_id_fkey FOREIGN KEY (promo_id) REFERENCES promo_codes(promo_id);
alter table promo_uses add constraint promo_uses_quote_id_fkey FOREIGN KEY (quote_id) REFERENCES quotes(quote_id);
alter table promo_uses add constraint promo_uses_status_check CHECK ((status = ANY (ARRAY['reserved'::text, 'redeemed'::text, 'released'::text])));
alter table provider_events add constraint provider_events_pkey PRIMARY KEY (event_id);
alter table provider_events add constraint provider_events_provider_object_id_state_key UNIQUE (provider, object_id, state);
alter table provider_troubles add constraint provider_troubles_failed_calls_check CHECK ((failed_calls > 0));
alter table provider_troubles add constraint provider_troubles_pkey PRIMARY KEY (provider);
alter table quotes add constraint quotes_check CHECK ((price_kopecks = (list_price_kopecks - discount_kopecks)));
alter table quotes add constraint quotes_check1 CHECK (((discount_kind = 'promo'::text) = (promo_id IS NOT NULL)));
alter table quotes add constraint quotes_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(customer_id);
alter table quotes add constraint quotes_discount_kind_check CHECK ((discount_kind = ANY (ARRAY['none'::text, 'promo'::text, 'vip'::text, 'personal'::text])));
alter table quotes add constraint quotes_discount_kopecks_check CHECK ((discount_kopecks >= 0));
alter table quotes add constraint quotes_discount_percent_check CHECK (((discount_percent >= 0) AND (discount_percent <= 100)));
alter table quotes add constraint quotes_list_price_kopecks_check CHECK ((list_price_kopecks > 0));
alter table quotes add constraint quotes_period_days_check CHECK ((period_days > 0));
alter table quotes add constraint quotes_pkey PRIMARY KEY (quote_id);
alter table quotes add constraint quotes_price_kopecks_check CHECK ((price_kopecks >= 0));
alter table quotes add constraint quotes_promo_id_fkey FOREIGN KEY (promo_id) REFERENCES promo_codes(promo_id);
alter table rate_limits add constraint rate_limits_pkey PRIMARY KEY (telegram_id, action);
alter table reconciliations add constraint reconciliations_findings_check CHECK ((findings >= 0));
alter table reconciliations add constraint reconciliations_listed_check CHECK ((listed >= 0));
alter table reconciliations add constraint reconciliations_pkey PRIMARY KEY (reconciliation_id);
alter table reconciliations add constraint reconciliations_settled_check CHECK ((settled >= 0));
alter table referrals add constraint referrals_check CHECK ((customer_id <> referrer_id));
alter table referrals add constraint referrals_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(customer_id);
alter table referrals add constraint referrals_pkey PRIMARY KEY (customer_id);
alter table referrals add constraint referrals_referrer_id_fkey FOREIGN KEY (referrer_id) REFERENCES customers(customer_id);
alter table referrers add constraint referrers_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(customer_id);
alter table referrers add constraint referrers_paying_referrals_check CHECK ((paying_referrals >= 0));
alter table referrers add constraint referrers_pkey PRIMARY KEY (customer_id);
alter table refunds add constraint refunds_amount_kopecks_check CHECK ((amount_kopecks >= 0));
alter table refunds add constraint refunds_charge_id_fkey FOREIGN KEY (charge_id) REFERENCES charges(charge_id);
alter table refunds add constraint refunds_check CHECK (((amount_kopecks > 0) OR (customer_id IS NULL)));
alter table refunds add constraint refunds_check1 CHECK (((status = 'done'::text) = (refunded_at IS NOT NULL)));
alter table refunds add constraint refunds_check2 CHECK (((status = 'requested'::text) = (done_at IS NULL)));
alter table refunds add constraint refunds_check3 CHECK (((wallet_kopecks + receivable_kopecks) <= amount_kopecks));
alter table refunds add constraint refunds_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(customer_id);
alter table refunds add constraint refunds_kind_check CHECK ((kind = ANY (ARRAY['refund'::text, 'chargeback'::text])));
alter table refunds add constraint refunds_pkey PRIMARY KEY (refund_id);
alter table refunds add constraint refunds_provider_provider_refund_id_key UNIQUE (provider, provider_refund_id);
alter table refunds add constraint refunds_reason_check CHECK ((reason <> ''::text));
alter table refunds add constraint refunds_receivable_kopecks_check CHECK ((receivable_kopecks >= 0));
alter table refunds add constraint refunds_revoked_ms_check CHECK ((revoked_ms >= 0));
alter table refunds add constraint refunds_source_key_key UNIQUE (source_key);
alter table refunds add constraint refunds_status_check CHECK ((status = ANY (ARRAY['requested'::text, 'done'::text, 'declined'::text])));
alter table refunds add constraint refunds_wallet_kopecks_check CHECK ((wallet_kopecks >= 0));
alter table schedule_slots add constraint schedule_slots_pkey PRIMARY KEY (schedule, slot_at);
alter table schema_migrations add constraint schema_migrations_pkey PRIMARY KEY (id);
alter table send_turns add constraint send_turns_pkey PRIMARY KEY (chat_key);
alter table subscription_links add constraint subscription_links_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(customer_id);
alter table subscription_links add constraint subscription_links_entitlement_id_fkey FOREIGN KEY (entitlement_id) REFERENCES entitlements(entitlement_id);
alter table subscription_links add constraint subscription_links_pkey PRIMARY KEY (entitlement_id);
alter table subscription_links add constraint subscription_links_rotation_check CHECK ((rotation >= 0));
alter table subscription_links add constraint subscription_links_token_hash_check CHECK ((octet_length(token_hash) = 32));
alter table subscription_links add constraint subscription_links_token_hash_key UNIQUE (token_hash);
alter table system_alert add constraint system_alert_is_only_check CHECK (is_only);
alter table system_alert add constraint system_alert_pkey PRIMARY KEY (is_only);
alter table system_components add constraint system_components_check CHECK (((reason IS NULL) = (status = 'healthy'::text)));
alter table system_components add constraint system_components_component_check CHECK ((component = ANY (ARRAY['database'::text, 'payments'::text, 'vpn_api'::text])));
alter table system_components add constraint system_components_pkey PRIMARY KEY (component);
alter table system_components add constraint system_components_status_check CHECK ((status = ANY (ARRAY['healthy'::text, 'degraded'::text, 'unavailable'::text])));
alter table traffic_gaps add constraint traffic_gaps_check CHECK (((kind = 'new-epoch'::text) = (email IS NULL)));
alter table traffic_gaps add constraint traffic_gaps_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(customer_id);
alter table traffic_gaps add constraint traffic_gaps_kind_check CHECK ((kind = ANY (ARRAY['new-epoch'::text, 'counter-went-back'::text, 'unknown-email'::text])));
alter table traffic_gaps add constraint traffic_gaps_node_id_fkey FOREIGN KEY (node_id) REFERENCES nodes(node_id);
alter table traffic_gaps add constraint traffic_gaps_pkey PRIMARY KEY (gap_id);
alter table traffic_gaps add constraint traffic_gaps_uncounted_bytes_check CHECK ((uncounted_bytes >= 0));
alter table transfers add constraint transfers_adjustment_id_fkey FOREIGN KEY (adjustment_id) REFERENCES adjustments(adjustment_id);
alter table transfers add constraint transfers_amount_kopecks_check CHECK ((amount_kopecks > 0));
alter table transfers add constraint transfers_charge_id_fkey FOREIGN KEY (charge_id) REFERENCES charges(charge_id);
alter table transfers add constraint transfers_check CHECK ((debit_account <> credit_account));
alter table transfers add constraint transfers_collection_id_fkey FOREIGN KEY (collection_id) REFERENCES collections(collection_id);
alter table transfers add constraint transfers_commission_id_fkey FOREIGN KEY (commission_id) REFERENCES commissions(commission_id);
alter table transfers add constraint transfers_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(customer_id);
alter table transfers add constraint transfers_idempotency_key_key UNIQUE (idempotency_key);
alter table transfers add constraint transfers_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoices(invoice_id);
alter table transfers add constraint transfers_kind_check CHECK ((kind = ANY (ARRAY['charge-received'::text, 'purchase'::text, 'commission-owed'::text, 'commission-paid'::text, 'commission-clawed'::text, 'commission-receivable'::text, 'commission-reversed'::text, 'refund-paid'::text, 'refund-clawed'::text, 'refund-receivable'::text, 'withdrawal-held'::text, 'withdrawal-paid'::text, 'withdrawal-returned'::text, 'adjustment'::text, 'receivable-collected'::text])));
alter table transfers add constraint transfers_one_cause CHECK ((num_nonnulls(charge_id, invoice_id, refund_id, commission_id, reversal_id, withdrawal_id, adjustment_id, collection_id) = 1));
alter table transfers add constraint transfers_pkey PRIMARY KEY (transfer_id);
alter table transfers add constraint transfers_refund_id_fkey FOREIGN KEY (refund_id) REFERENCES refunds(refund_id);
alter table transfers add constraint transfers_reversal_id_fkey FOREIGN KEY (reversal_id) REFERENCES commission_reversals(reversal_id);
alter table transfers add constraint transfers_withdrawal_id_fkey FOREIGN KEY (withdrawal_id) REFERENCES withdrawals(withdrawal_id);
alter table unsealed_rows add constraint unsealed_rows_pkey PRIMARY KEY (row_kind, row_id);
alter table unsealed_rows add constraint unsealed_rows_row_kind_check CHECK ((row_kind = ANY (ARRAY['transfer'::text, 'audit'::text])));
alter table wallets add constraint wallets_balance_kopecks_check CHECK ((balance_kopecks >= 0));
alter table wallets add constraint wallets_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(customer_id);
alter table wallets add constraint wallets_held_kopecks_check CHECK ((held_kopecks >= 0));
alter table wallets add constraint wallets_pkey PRIMARY KEY (customer_id);
alter table wallets add constraint wallets_receivable_kopecks_check CHECK ((receivable_kopecks >= 0));
alter table withdrawal_approvals add constraint withdrawal_approvals_pkey PRIMARY KEY (withdrawal_id, admin);
alter table withdrawal_approvals add constraint withdrawal_approvals_withdrawal_id_fkey FOREIGN KEY (withdrawal_id) REFERENCES withdrawals(withdrawal_id);
alter table withdrawals add constraint withdrawals_amount_kopecks_check CHECK ((amount_kopecks > 0));
alter table withdrawals add constraint withdrawals_check CHECK (((status = 'pending'::text) = (decided_at IS NULL)));
alter table withdrawals add constraint withdrawals_check1 CHECK (((status = 'pending'::text) = (decided_by IS NULL)));
alter table withdrawals add constraint withdrawals_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(customer_id);
alter table withdrawals add constraint withdrawals_pkey PRIMARY KEY (withdrawal_id);
alter table withdrawals add constraint withdrawals_source_key_key UNIQUE (source_key);
alter table withdrawals add constraint withdrawals_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'approved'::text, 'rejected'::text])));

CREATE INDEX adjustments_customer ON public.adjustments USING btree (customer_id, recorded_at);
CREATE INDEX audit_entries_actor ON public.audit_entries USING btree (actor, recorded_at, entry_id);
CREATE INDEX audit_entries_customer ON public.audit_entries USING btree (customer_id, recorded_at);
CREATE INDEX audit_entries_newest ON public.audit_entries USING btree (recorded_at, entry_id);
CREATE INDEX audit_entries_trouble ON public.audit_entries USING btree (recorded_at) WHERE (action = 'system_degradation'::text);
CREATE INDEX broadcast_recipients_pending ON public.broadcast_recipients USING btree (broadcast_id, customer_id) WHERE (status = 'pending'::text);
CREATE INDEX broadcast_recipients_sending ON public.broadcast_recipients USING btree (worker_id) WHERE (status = 'sending'::text);
CREATE INDEX broadcast_recipients_status ON public.broadcast_recipients USING btree (broadcast_id, variant, status);
CREATE INDEX broadcasts_created ON public.broadcasts USING btree (created_at DESC);
CREATE INDEX broadcasts_running ON public.broadcasts USING btree (started_at) WHERE (status = 'running'::text);
CREATE INDEX broadcasts_tests ON public.broadcasts USING btree (created_at DESC) WHERE (text_b IS NOT NULL);
CREATE INDEX charges_customer ON public.charges USING btree (customer_id, recorded_at);
CREATE INDEX charges_invoice ON public.charges USING btree (invoice_id);
CREATE INDEX charges_provider ON public.charges USING btree (provider, charged_at);
CREATE INDEX chat_leases_held ON public.chat_leases USING btree (locked_by) WHERE (locked_by IS NOT NULL);
CREATE INDEX collections_customer ON public.collections USING btree (customer_id, recorded_at);
CREATE INDEX commission_reversals_refund ON public.commission_reversals USING btree (refund_id);
CREATE INDEX commissions_owed ON public.commissions USING btree (recorded_at) WHERE (status = 'owed'::text);
CREATE INDEX commissions_recorded ON public.commissions USING btree (recorded_at DESC, commission_id);
CREATE INDEX commissions_referrer ON public.commissions USING btree (referrer_id, recorded_at);
CREATE INDEX conversations_expired ON public.conversations USING btree (expires_at);
CREATE INDEX credentials_entitlement ON public.credentials USING btree (entitlement_id);
CREATE UNIQUE INDEX credentials_one_live ON public.credentials USING btree (entitlement_id) WHERE ((revoked_at IS NULL) AND (superseded_at IS NULL));
CREATE INDEX customers_created ON public.customers USING btree (created_at);
CREATE INDEX customers_username ON public.customers USING btree (lower(username));
CREATE INDEX devices_customer ON public.devices USING btree (customer_id);
CREATE INDEX entitlement_grants_customer ON public.entitlement_grants USING btree (customer_id, granted_at);
CREATE INDEX entitlement_grants_granted ON public.entitlement_grants USING btree (granted_at);
CREATE INDEX entitlement_reductions_customer ON public.entitlement_reductions USING btree (customer_id, recorded_at);
CREATE INDEX entitlement_reductions_recorded ON public.entitlement_reductions USING btree (recorded_at);
CREATE INDEX entitlement_traffic_customer ON public.entitlement_traffic USING btree (customer_id);
CREATE INDEX entitlement_traffic_resets ON public.entitlement_traffic USING btree (resets_at) WHERE (resets_at IS NOT NULL);
CREATE INDEX entitlements_due_activation ON public.entitlements USING btree (next_activation_at) WHERE (status = 'provisioning'::text);
CREATE INDEX entitlements_due_message ON public.entitlements USING btree (next_message_at) WHERE (next_message_at IS NOT NULL);
CREATE INDEX entitlements_ended ON public.entitlements USING btree (ends_at) WHERE (status = 'ended'::text);
CREATE INDEX entitlements_ends ON public.entitlements USING btree (ends_at) WHERE (status <> 'ended'::text);
CREATE INDEX entitlements_honoured ON public.entitlements USING btree (honoured_at) WHERE (honoured_at IS NOT NULL);
CREATE INDEX entitlements_provisioning ON public.entitlements USING btree (entitlement_id) WHERE (status = 'provisioning'::text);
CREATE INDEX entitlements_renewing ON public.entitlements USING btree (ends_at, entitlement_id) WHERE (renews_itself AND (status <> 'ended'::text));
CREATE INDEX entitlements_revision ON public.entitlements USING btree (revision, entitlement_id);
CREATE INDEX inbox_updates_finished ON public.inbox_updates USING btree (finished_at) WHERE (status = 'done'::text);
CREATE INDEX inbox_updates_pending ON public.inbox_updates USING btree (chat_key, update_id) WHERE (status = 'pending'::text);
CREATE INDEX inbox_updates_unfinished ON public.inbox_updates USING btree (status) WHERE (status <> 'done'::text);
CREATE INDEX invoices_created ON public.invoices USING btree (created_at);
CREATE INDEX invoices_due_poll ON public.invoices USING btree (next_poll_at) WHERE (next_poll_at IS NOT NULL);
CREATE UNIQUE INDEX invoices_one_live ON public.invoices USING btree (customer_id, purpose) WHERE (status = ANY (ARRAY['opening'::text, 'open'::text]));
CREATE UNIQUE INDEX invoices_provider ON public.invoices USING btree (method, provider_invoice_id);
CREATE INDEX invoices_quote ON public.invoices USING btree (quote_id);
CREATE INDEX mass_reissue_customers_pending ON public.mass_reissue_customers USING btree (reissue_id, entitlement_id) WHERE (status = 'pending'::text);
CREATE INDEX mass_reissue_customers_status ON public.mass_reissue_customers USING btree (reissue_id, status);
CREATE UNIQUE INDEX mass_reissues_running ON public.mass_reissues USING btree (status) WHERE (status = 'running'::text);
CREATE INDEX mass_reissues_started ON public.mass_reissues USING btree (started_at DESC);
CREATE INDEX node_traffic_customer ON public.node_traffic USING btree (customer_id);
CREATE UNIQUE INDEX nodes_name ON public.nodes USING btree (name) WHERE (status <> 'removed'::text);
CREATE UNIQUE INDEX nodes_url ON public.nodes USING btree (url) WHERE (status <> 'removed'::text);
CREATE INDEX notices_created ON public.notices USING btree (created_at);
CREATE INDEX notices_customer ON public.notices USING btree (customer_id, created_at);
CREATE INDEX operator_acts_done ON public.operator_acts USING btree (done_at);
CREATE INDEX operator_tasks_open ON public.operator_tasks USING btree (created_at) WHERE (status = 'open'::text);
CREATE INDEX placements_node ON public.placements USING btree (node_id, entitlement_id);
CREATE UNIQUE INDEX promo_codes_one_active ON public.promo_codes USING btree (code) WHERE is_active;
CREATE INDEX promo_uses_customer ON public.promo_uses USING btree (customer_id, promo_id);
CREATE UNIQUE INDEX promo_uses_one_reservation ON public.promo_uses USING btree (promo_id, customer_id) WHERE (status = 'reserved'::text);
CREATE INDEX promo_uses_over_limit ON public.promo_uses USING btree (promo_id) WHERE is_over_limit;
CREATE INDEX promo_uses_overdue ON public.promo_uses USING btree (promo_id, expires_at) WHERE (status = 'reserved'::text);
CREATE INDEX promo_uses_quote ON public.promo_uses USING btree (quote_id);
CREATE INDEX quotes_customer ON public.quotes USING btree (customer_id, created_at);
CREATE INDEX rate_limits_full ON public.rate_limits USING btree (full_at);
CREATE INDEX reconciliations_provider ON public.reconciliations USING btree (provider, checked_at);
CREATE INDEX referrals_referrer ON public.referrals USING btree (referrer_id, attached_at);
CREATE INDEX referrers_cashback ON public.referrers USING btree (cashback_kopecks DESC, customer_id);
CREATE INDEX referrers_invited ON public.referrers USING btree (invited DESC, customer_id);
CREATE INDEX referrers_revenue ON public.referrers USING btree (revenue_kopecks DESC, customer_id);
CREATE INDEX refunds_charge ON public.refunds USING btree (charge_id);
CREATE INDEX refunds_customer ON public.refunds USING btree (customer_id, requested_at);
CREATE UNIQUE INDEX refunds_one_of_suspense ON public.refunds USING btree (charge_id) WHERE ((customer_id IS NULL) AND (status <> 'declined'::text));
CREATE INDEX refunds_provider ON public.refunds USING btree (provider, refunded_at);
CREATE INDEX send_turns_free ON public.send_turns USING btree (free_at);
CREATE INDEX subscription_links_customer ON public.subscription_links USING btree (customer_id);
CREATE INDEX traffic_gaps_customer ON public.traffic_gaps USING btree (customer_id);
CREATE INDEX traffic_gaps_noticed ON public.traffic_gaps USING btree (noticed_at);
CREATE UNIQUE INDEX traffic_gaps_unknown ON public.traffic_gaps USING btree (node_id, epoch, email) WHERE (kind = 'unknown-email'::text);
CREATE UNIQUE INDEX transfers_adjustment ON public.transfers USING btree (adjustment_id) WHERE (adjustment_id IS NOT NULL);
CREATE UNIQUE INDEX transfers_charge ON public.transfers USING btree (charge_id) WHERE (charge_id IS NOT NULL);
CREATE UNIQUE INDEX transfers_collection ON public.transfers USING btree (collection_id) WHERE (collection_id IS NOT NULL);
CREATE UNIQUE INDEX transfers_commission ON public.transfers USING btree (commission_id, kind) WHERE (commission_id IS NOT NULL);
CREATE INDEX transfers_customer ON public.transfers USING btree (customer_id, recorded_at);
CREATE UNIQUE INDEX transfers_invoice ON public.transfers USING btree (invoice_id) WHERE (invoice_id IS NOT NULL);
CREATE INDEX transfers_outside ON public.transfers USING btree (recorded_at) INCLUDE (kind, amount_kopecks, customer_id) WHERE (kind = ANY (ARRAY['charge-received'::text, 'refund-paid'::text, 'commission-owed'::text, 'commission-reversed'::text]));
CREATE UNIQUE INDEX transfers_refund ON public.transfers USING btree (refund_id, kind) WHERE (refund_id IS NOT NULL);
CREATE UNIQUE INDEX transfers_reversal ON public.transfers USING btree (reversal_id, kind) WHERE (reversal_id IS NOT NULL);
CREATE UNIQUE INDEX transfers_withdrawal ON public.transfers USING btree (withdrawal_id, kind) WHERE (withdrawal_id IS NOT NULL);
CREATE UNIQUE INDEX transfers_withdrawal_end ON public.transfers USING btree (withdrawal_id) WHERE (kind = ANY (ARRAY['withdrawal-paid'::text, 'withdrawal-returned'::text]));
CREATE INDEX unsealed_rows_age ON public.unsealed_rows USING btree (recorded_at);
CREATE INDEX withdrawals_customer ON public.withdrawals USING btree (customer_id, requested_at);
CREATE INDEX withdrawals_pending ON public.withdrawals USING btree (requested_at) WHERE (status = 'pending'::text);

CREATE OR REPLACE FUNCTION public.count_commission_owed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update referrers set revenue_kopecks = revenue_kopecks + new.base_kopecks where customer_id = new.referrer_id;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.count_commission_paid()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update referrers set cashback_kopecks = cashback_kopecks + new.amount_kopecks where customer_id = new.referrer_id;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.count_commission_reversed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update referrers set cashback_kopecks = cashback_kopecks - new.amount_kopecks where customer_id = new.referrer_id;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.count_placed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update nodes n set placed_count = n.placed_count + p.count
    from (select node_id, count(*)::int as count from placed group by node_id) p where n.node_id = p.node_id;
  update entitlements set revision = pg_current_xact_id()
    where entitlement_id in (select entitlement_id from placed);
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.count_referral()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update referrers set invited = invited + 1 where customer_id = new.referrer_id;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.count_refund_of_referred()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update referrers r set revenue_kopecks = r.revenue_kopecks - new.amount_kopecks
    from commissions c where c.charge_id = new.charge_id and r.customer_id = c.referrer_id;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.count_released()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update nodes n set placed_count = n.placed_count - p.count
    from (select node_id, count(*)::int as count from released group by node_id) p where n.node_id = p.node_id;
  update entitlements set revision = pg_current_xact_id()
    where entitlement_id in (select entitlement_id from released);
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.forget_audit_entries(before timestamp with time zone, at timestamp with time zone, page integer)
 RETURNS bigint
 LANGUAGE plpgsql
AS $function$
declare
  newest record;
  forgotten bigint;
begin
  select l.sequence, l.hash into newest from audit_entries a
    join chain_links l on l.row_kind = 'audit' and l.row_id = a.entry_id
    where a.recorded_at < before order by l.sequence desc limit 1;
  if not found then return 0; end if;
  insert into audit_checkpoints (sequence, hash, forgot_before, recorded_at)
    values (newest.sequence, newest.hash, before, at) on conflict do nothing;
  alter table audit_entries disable trigger audit_entries_immutable;
  with old as (
    select a.entry_id from audit_entries a join chain_links l on l.row_kind = 'audit' and l.row_id = a.entry_id
    where a.recorded_at < before order by a.recorded_at limit page
  ), gone as (
    delete from audit_entries a using old where a.entry_id = old.entry_id returning 1
  )
  select count(*) into forgotten from gone;
  alter table audit_entries enable trigger audit_entries_immutable;
  return forgotten;
end $function$
;
CREATE OR REPLACE FUNCTION public.lines_of(rows transfers[])
 RETURNS jsonb
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(jsonb_agg(jsonb_build_object('transferId', t.transfer_id, 'idempotencyKey', t.idempotency_key,
    'kind', t.kind, 'debitAccount', t.debit_account, 'creditAccount', t.credit_account,
    'amountKopecks', t.amount_kopecks::text, 'customerId', t.customer_id) order by t.transfer_id), '[]')
  from unnest(rows) t
$function$
;
CREATE OR REPLACE FUNCTION public.queue_audit_for_seal()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into unsealed_rows (row_kind, row_id, recorded_at)
  select 'audit', entry_id, recorded_at from added;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.queue_transfers_for_seal()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into unsealed_rows (row_kind, row_id, recorded_at)
  select 'transfer', transfer_id, recorded_at from added;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% rows are immutable: corrections are new rows', tg_table_name;
end $function$
;
CREATE OR REPLACE FUNCTION public.require_current(is_current boolean)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$
begin
  if is_current is not true then
    raise exception 'decided on facts that have changed' using errcode = 'serialization_failure';
  end if;
  return true;
end $function$
;
CREATE OR REPLACE FUNCTION public.revise_entitlement()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.revision = pg_current_xact_id();
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.revise_entitlement_of_credential()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update entitlements set revision = pg_current_xact_id() where entitlement_id = new.entitlement_id;
  return null;
end $function$
;

CREATE TRIGGER adjustments_immutable BEFORE DELETE OR UPDATE ON public.adjustments FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_checkpoints_immutable BEFORE DELETE OR UPDATE ON public.audit_checkpoints FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_checkpoints_no_truncate BEFORE TRUNCATE ON public.audit_checkpoints FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entries_immutable BEFORE DELETE OR UPDATE ON public.audit_entries FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entries_no_truncate BEFORE TRUNCATE ON public.audit_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entries_to_seal AFTER INSERT ON public.audit_entries REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION queue_audit_for_seal();
CREATE TRIGGER chain_links_immutable BEFORE DELETE OR UPDATE ON public.chain_links FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER chain_links_no_truncate BEFORE TRUNCATE ON public.chain_links FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER charges_immutable BEFORE DELETE OR UPDATE ON public.charges FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER collections_immutable BEFORE DELETE OR UPDATE ON public.collections FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER commission_reversals_counted AFTER INSERT ON public.commission_reversals FOR EACH ROW EXECUTE FUNCTION count_commission_reversed();
CREATE TRIGGER commission_reversals_immutable BEFORE DELETE OR UPDATE ON public.commission_reversals FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER commissions_owed_counted AFTER INSERT ON public.commissions FOR EACH ROW EXECUTE FUNCTION count_commission_owed();
CREATE TRIGGER commissions_paid_at_once_counted AFTER INSERT ON public.commissions FOR EACH ROW WHEN ((new.status = 'paid'::text)) EXECUTE FUNCTION count_commission_paid();
CREATE TRIGGER commissions_paid_counted AFTER UPDATE ON public.commissions FOR EACH ROW WHEN (((new.status = 'paid'::text) AND (old.status <> 'paid'::text))) EXECUTE FUNCTION count_commission_paid();
CREATE TRIGGER credentials_revised AFTER INSERT OR UPDATE ON public.credentials FOR EACH ROW EXECUTE FUNCTION revise_entitlement_of_credential();
CREATE TRIGGER entitlements_revised BEFORE INSERT OR UPDATE ON public.entitlements FOR EACH ROW EXECUTE FUNCTION revise_entitlement();
CREATE TRIGGER placements_placed AFTER INSERT ON public.placements REFERENCING NEW TABLE AS placed FOR EACH STATEMENT EXECUTE FUNCTION count_placed();
CREATE TRIGGER placements_released AFTER DELETE ON public.placements REFERENCING OLD TABLE AS released FOR EACH STATEMENT EXECUTE FUNCTION count_released();
CREATE TRIGGER quotes_immutable BEFORE DELETE OR UPDATE ON public.quotes FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER referrals_counted AFTER INSERT ON public.referrals FOR EACH ROW EXECUTE FUNCTION count_referral();
CREATE TRIGGER refunds_counted AFTER UPDATE ON public.refunds FOR EACH ROW WHEN (((new.status = 'done'::text) AND (old.status <> 'done'::text))) EXECUTE FUNCTION count_refund_of_referred();
CREATE TRIGGER refunds_done_at_once_counted AFTER INSERT ON public.refunds FOR EACH ROW WHEN ((new.status = 'done'::text)) EXECUTE FUNCTION count_refund_of_referred();
CREATE TRIGGER transfers_immutable BEFORE DELETE OR UPDATE ON public.transfers FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER transfers_no_truncate BEFORE TRUNCATE ON public.transfers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER transfers_to_seal AFTER INSERT ON public.transfers REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION queue_transfers_for_seal();

grant insert, select on adjustments to atlas_app;
grant select on audit_checkpoints to atlas_app;
grant insert, select on audit_entries to atlas_app;
grant delete, insert, select, update on broadcast_recipients to atlas_app;
grant delete, insert, select, update on broadcasts to atlas_app;
grant insert, select on chain_links to atlas_app;
grant insert, select on charges to atlas_app;
grant delete, insert, select, update on chat_leases to atlas_app;
grant insert, select on collections to atlas_app;
grant insert, select on commission_reversals to atlas_app;
grant insert, select on commissions to atlas_app;
grant delete, insert, select, update on conversations to atlas_app;
grant insert, select, update on credentials to atlas_app;
grant delete, insert, select, update on customer_discounts to atlas_app;
grant insert, select, update on customers to atlas_app;
grant delete, insert, select on devices to atlas_app;
grant insert, select on entitlement_grants to atlas_app;
grant insert, select on entitlement_reductions to atlas_app;
grant insert, select, update on entitlement_traffic to atlas_app;
grant insert, select, update on entitlements to atlas_app;
grant delete, insert, select, update on feature_overrides to atlas_app;
grant delete, insert, select, update on inbox_updates to atlas_app;
grant select, update on incident to atlas_app;
grant insert, select on installation to atlas_app;
grant insert, select on invoices to atlas_app;
grant select on ledger_faults to atlas_app;
grant delete, insert, select, update on mass_reissue_customers to atlas_app;
grant delete, insert, select, update on mass_reissues to atlas_app;
grant insert, select, update on node_traffic to atlas_app;
grant insert, select, update on node_traffic_cursors to atlas_app;
grant insert, select, update on nodes to atlas_app;
grant delete, insert, select, update on notices to atlas_app;
grant delete, insert, select on operator_acts to atlas_app;
grant insert, select on operator_tasks to atlas_app;
grant delete, insert, select, update on operators to atlas_app;
grant delete, insert, select on placements to atlas_app;
grant delete, insert, select, update on processes to atlas_app;
grant insert, select on promo_codes to atlas_app;
grant delete, insert, select, update on promo_sessions to atlas_app;
grant insert, select on promo_uses to atlas_app;
grant insert, select on provider_events to atlas_app;
grant delete, insert, select, update on provider_troubles to atlas_app;
grant insert, select on quotes to atlas_app;
grant delete, insert, select, update on rate_limits to atlas_app;
grant insert, select on reconciliations to atlas_app;
grant insert, select on referrals to atlas_app;
grant insert, select on referrers to atlas_app;
grant insert, select on refunds to atlas_app;
grant delete, insert, select, update on schedule_slots to atlas_app;
grant delete, insert, select, update on send_turns to atlas_app;
grant insert, select on subscription_links to atlas_app;
grant select, update on system_alert to atlas_app;
grant insert, select, update on system_components to atlas_app;
grant insert, select on traffic_gaps to atlas_app;
grant insert, select on transfers to atlas_app;
grant delete, insert, select on unsealed_rows to atlas_app;
grant insert, select, update on wallets to atlas_app;
grant insert, select on withdrawal_approvals to atlas_app;
grant insert, select on withdrawals to atlas_app;

grant update (paid_at, status) on commissions to atlas_app;
grant update (app, last_seen_at, model, os) on devices to atlas_app;
grant update (next_poll_at, paid_at, pay_url, provider_amount, provider_currency, provider_invoice_id, status) on invoices to atlas_app;
grant update (done_at, done_by, resolution, status) on operator_tasks to atlas_app;
grant update (deactivated_at, is_active, reserved_count, used_count) on promo_codes to atlas_app;
grant update (expires_at, invoice_id, quote_id, redeemed_at, status) on promo_uses to atlas_app;
grant update (paying_since) on referrals to atlas_app;
grant update (cashback_kopecks, invited, paying_referrals, revenue_kopecks) on referrers to atlas_app;
grant update (done_at, provider_refund_id, receivable_kopecks, refunded_at, revoked_ms, status, wallet_kopecks) on refunds to atlas_app;
grant update (rotated_at, rotation, token_hash) on subscription_links to atlas_app;
grant update (uncounted_bytes) on traffic_gaps to atlas_app;
grant update (decided_at, decided_by, reason, status) on withdrawals to atlas_app;
