-- Money in full: discounts, promo codes, referrals, withdrawals, refunds, adjustments, the operator's tasks, and
-- the chain that seals transfers and audit entries. Conventions as in 0001.

-- version grows with every change of what a customer owns: a decision made on facts of one version is written
-- only while that version still holds. held_kopecks and receivable_kopecks are, like the balance, the sums of
-- their transfers.
alter table wallets
  add column version bigint not null default 0,
  add column held_kopecks bigint not null default 0 check (held_kopecks >= 0),
  add column receivable_kopecks bigint not null default 0 check (receivable_kopecks >= 0);

-- Fails the statement, and with it everything it did, when a fact it was decided on no longer holds.
create function require_current(is_current boolean) returns boolean language plpgsql as $$
begin
  if is_current is not true then
    raise exception 'decided on facts that have changed' using errcode = 'serialization_failure';
  end if;
  return true;
end $$;

-- Standing reductions of a customer's prices: VIP for life, personal until it ends.
create table customer_discounts (
  customer_id uuid not null references customers,
  kind text not null check (kind in ('vip', 'personal')),
  percent integer not null check (percent between 1 and 99),
  expires_at timestamptz,
  granted_by text not null,
  granted_at timestamptz not null,
  primary key (customer_id, kind)
);

-- used_count: redemptions within the limit. reserved_count: places held by quotes and invoices. Their sum never
-- exceeds max_uses; what was honoured beyond it is marked in promo_uses and counted nowhere.
create table promo_codes (
  promo_id uuid primary key,
  code text not null check (code = upper(code) and code ~ '^[A-Z0-9_]{1,50}$'),
  discount_percent integer not null check (discount_percent between 0 and 100),
  max_uses integer check (max_uses > 0),
  per_customer_limit integer not null check (per_customer_limit > 0),
  used_count integer not null default 0 check (used_count >= 0),
  reserved_count integer not null default 0 check (reserved_count >= 0),
  is_active boolean not null default true,
  expires_at timestamptz,
  created_by text not null,
  created_at timestamptz not null,
  deactivated_at timestamptz,
  check (max_uses is null or used_count + reserved_count <= max_uses),
  check (is_active = (deactivated_at is null))
);
create unique index promo_codes_one_active on promo_codes (code) where is_active;

create table promo_uses (
  use_id uuid primary key,
  promo_id uuid not null references promo_codes,
  customer_id uuid not null references customers,
  quote_id uuid not null references quotes,
  invoice_id uuid unique references invoices,
  status text not null check (status in ('reserved', 'redeemed', 'released')),
  is_over_limit boolean not null default false,
  reserved_at timestamptz not null,
  expires_at timestamptz not null,
  redeemed_at timestamptz,
  check ((status = 'redeemed') = (redeemed_at is not null)),
  check (status = 'redeemed' or not is_over_limit)
);
create unique index promo_uses_one_reservation on promo_uses (promo_id, customer_id) where status = 'reserved';
create index promo_uses_overdue on promo_uses (promo_id, expires_at) where status = 'reserved';
create index promo_uses_over_limit on promo_uses (promo_id) where is_over_limit;
create index promo_uses_customer on promo_uses (customer_id, promo_id);
create index promo_uses_quote on promo_uses (quote_id);

-- The code a customer has entered, until it is used or its time is over.
create table promo_sessions (
  customer_id uuid primary key references customers,
  promo_id uuid not null references promo_codes,
  expires_at timestamptz not null
);

alter table quotes
  add column discount_kind text not null default 'none' check (discount_kind in ('none', 'promo', 'vip', 'personal')),
  add column discount_percent integer not null default 0 check (discount_percent between 0 and 100),
  add column promo_id uuid references promo_codes,
  add check ((discount_kind = 'promo') = (promo_id is not null));

-- What a conversation has gathered so far, sealed: bank details never lie in the clear.
alter table conversations add column draft bytea;

-- Who brought whom. paying_since: since the first charge of real money that was not given back.
create table referrals (
  customer_id uuid primary key references customers,
  referrer_id uuid not null references customers,
  attached_at timestamptz not null,
  paying_since timestamptz,
  check (customer_id <> referrer_id)
);
create index referrals_referrer on referrals (referrer_id, attached_at);

-- How many of a referrer's referrals pay: the one number that is shown and that decides the percent.
create table referrers (
  customer_id uuid primary key references customers,
  paying_referrals integer not null default 0 check (paying_referrals >= 0)
);

alter table charges
  add column payer_telegram_id bigint,
  add column is_foreign_payer boolean not null default false;
create index charges_provider on charges (provider, charged_at);

-- What a charge of a referred customer owes to the referrer.
create table commissions (
  commission_id uuid primary key,
  charge_id uuid not null unique references charges,
  customer_id uuid not null references customers,
  referrer_id uuid not null references customers,
  percent integer not null check (percent between 1 and 100),
  base_kopecks bigint not null check (base_kopecks > 0),
  amount_kopecks bigint not null check (amount_kopecks > 0 and amount_kopecks <= base_kopecks),
  status text not null check (status in ('owed', 'paid')),
  recorded_at timestamptz not null,
  paid_at timestamptz,
  check ((status = 'paid') = (paid_at is not null)),
  check (customer_id <> referrer_id)
);
create index commissions_referrer on commissions (referrer_id, recorded_at);
create index commissions_owed on commissions (recorded_at) where status = 'owed';

-- Money back for a charge. wallet, receivable: what was taken from the customer for it when it was done.
-- refunded_at: by the provider's clock. Suspended money of another currency has no amount in kopecks.
create table refunds (
  refund_id uuid primary key,
  charge_id uuid not null references charges,
  customer_id uuid references customers,
  provider text not null,
  kind text not null check (kind in ('refund', 'chargeback')),
  amount_kopecks bigint not null check (amount_kopecks >= 0),
  provider_amount text not null,
  provider_currency text not null,
  provider_refund_id text,
  status text not null check (status in ('requested', 'done', 'declined')),
  wallet_kopecks bigint not null default 0 check (wallet_kopecks >= 0),
  receivable_kopecks bigint not null default 0 check (receivable_kopecks >= 0),
  revoked_ms bigint not null default 0 check (revoked_ms >= 0),
  actor text not null,
  reason text not null check (reason <> ''),
  source_key text not null unique,
  requested_at timestamptz not null,
  done_at timestamptz,
  refunded_at timestamptz,
  unique (provider, provider_refund_id),
  check (amount_kopecks > 0 or customer_id is null),
  check ((status = 'done') = (refunded_at is not null)),
  check ((status = 'requested') = (done_at is null)),
  check (wallet_kopecks + receivable_kopecks <= amount_kopecks)
);
create index refunds_charge on refunds (charge_id);
create index refunds_customer on refunds (customer_id, requested_at);
create index refunds_provider on refunds (provider, refunded_at);
create unique index refunds_one_of_suspense on refunds (charge_id) where customer_id is null and status <> 'declined';

-- What a refund takes back of the commission on its charge.
create table commission_reversals (
  reversal_id uuid primary key,
  commission_id uuid not null references commissions,
  refund_id uuid not null references refunds,
  referrer_id uuid not null references customers,
  amount_kopecks bigint not null check (amount_kopecks > 0),
  wallet_kopecks bigint not null check (wallet_kopecks >= 0),
  receivable_kopecks bigint not null check (receivable_kopecks >= 0),
  recorded_at timestamptz not null,
  unique (commission_id, refund_id),
  check (wallet_kopecks + receivable_kopecks = amount_kopecks)
);
create index commission_reversals_refund on commission_reversals (refund_id);

create table withdrawals (
  withdrawal_id uuid primary key,
  customer_id uuid not null references customers,
  amount_kopecks bigint not null check (amount_kopecks > 0),
  details_ciphertext bytea not null,
  status text not null check (status in ('pending', 'approved', 'rejected')),
  source_key text not null unique,
  requested_at timestamptz not null,
  decided_at timestamptz,
  decided_by text,
  reason text,
  check ((status = 'pending') = (decided_at is null)),
  check ((status = 'pending') = (decided_by is null))
);
create index withdrawals_customer on withdrawals (customer_id, requested_at);
create index withdrawals_pending on withdrawals (requested_at) where status = 'pending';

-- One row per admin who agreed: two different ones above the configured amount.
create table withdrawal_approvals (
  withdrawal_id uuid not null references withdrawals,
  admin text not null,
  approved_at timestamptz not null,
  primary key (withdrawal_id, admin)
);

-- An operator's correction of a wallet, or the assignment of suspended money to its customer.
create table adjustments (
  adjustment_id uuid primary key,
  customer_id uuid not null references customers,
  amount_kopecks bigint not null check (amount_kopecks <> 0),
  counter_account text not null check (counter_account in ('adjustments', 'suspense')),
  charge_id uuid unique references charges,
  actor text not null,
  reason text not null check (reason <> ''),
  source_key text not null unique,
  recorded_at timestamptz not null,
  check ((counter_account = 'suspense') = (charge_id is not null)),
  check (charge_id is null or amount_kopecks > 0)
);
create index adjustments_customer on adjustments (customer_id, recorded_at);

-- Part of a credit that went to what the customer owed.
create table collections (
  collection_id uuid primary key,
  customer_id uuid not null references customers,
  amount_kopecks bigint not null check (amount_kopecks > 0),
  recorded_at timestamptz not null
);
create index collections_customer on collections (customer_id, recorded_at);

alter table transfers
  drop constraint transfers_kind_check,
  add column refund_id uuid references refunds,
  add column commission_id uuid references commissions,
  add column reversal_id uuid references commission_reversals,
  add column withdrawal_id uuid references withdrawals,
  add column adjustment_id uuid references adjustments,
  add column collection_id uuid references collections;
alter table transfers drop constraint transfers_check1;
alter table transfers
  add constraint transfers_kind_check check (kind in (
    'charge-received', 'purchase', 'commission-owed', 'commission-paid', 'commission-clawed',
    'commission-receivable', 'commission-reversed', 'refund-paid', 'refund-clawed', 'refund-receivable',
    'withdrawal-held', 'withdrawal-paid', 'withdrawal-returned', 'adjustment', 'receivable-collected')),
  add constraint transfers_one_cause check (num_nonnulls(charge_id, invoice_id, refund_id, commission_id,
    reversal_id, withdrawal_id, adjustment_id, collection_id) = 1);
create unique index transfers_refund on transfers (refund_id, kind) where refund_id is not null;
create unique index transfers_commission on transfers (commission_id, kind) where commission_id is not null;
create unique index transfers_reversal on transfers (reversal_id, kind) where reversal_id is not null;
create unique index transfers_withdrawal on transfers (withdrawal_id, kind) where withdrawal_id is not null;
create unique index transfers_withdrawal_end on transfers (withdrawal_id)
  where kind in ('withdrawal-paid', 'withdrawal-returned');
create unique index transfers_adjustment on transfers (adjustment_id) where adjustment_id is not null;
create unique index transfers_collection on transfers (collection_id) where collection_id is not null;

-- A code that takes the whole price off needs no invoice: the quote itself is the reason.
alter table entitlement_grants
  add column quote_id uuid unique references quotes,
  drop constraint entitlement_grants_source_check,
  add constraint entitlement_grants_source_check check (source in ('purchase', 'operator', 'promo')),
  add check ((source = 'promo') = (quote_id is not null));

-- Why an entitlement ends earlier than its grants say.
create table entitlement_reductions (
  refund_id uuid primary key references refunds,
  customer_id uuid not null references customers,
  entitlement_id uuid not null references entitlements,
  ended_before timestamptz not null,
  ends_at timestamptz not null,
  recorded_at timestamptz not null,
  check (ends_at < ended_before)
);
create index entitlement_reductions_customer on entitlement_reductions (customer_id, recorded_at);

-- What only a person can decide. One open or closed row per subject.
create table operator_tasks (
  task_id uuid primary key,
  kind text not null,
  subject text not null,
  customer_id uuid references customers,
  details jsonb not null,
  status text not null check (status in ('open', 'done')),
  created_at timestamptz not null,
  done_at timestamptz,
  done_by text,
  resolution text,
  unique (kind, subject),
  check ((status = 'done') = (done_at is not null))
);
create index operator_tasks_open on operator_tasks (created_at) where status = 'open';

-- One look at a provider's own books.
create table reconciliations (
  reconciliation_id uuid primary key,
  provider text not null,
  since timestamptz not null,
  until timestamptz not null,
  listed integer not null check (listed >= 0),
  settled integer not null check (settled >= 0),
  findings integer not null check (findings >= 0),
  checked_at timestamptz not null
);
create index reconciliations_provider on reconciliations (provider, checked_at);

-- Rows that wait for their place in the chain, and the chain: each link's hash covers the one before it.
create table unsealed_rows (
  row_kind text not null check (row_kind in ('transfer', 'audit')),
  row_id uuid not null,
  recorded_at timestamptz not null,
  primary key (row_kind, row_id)
);
create index unsealed_rows_age on unsealed_rows (recorded_at);
create table chain_links (
  sequence bigint primary key check (sequence > 0),
  row_kind text not null check (row_kind in ('transfer', 'audit')),
  row_id uuid not null,
  hash bytea not null check (octet_length(hash) = 32),
  sealed_at timestamptz not null,
  unique (row_kind, row_id)
);

create function queue_transfers_for_seal() returns trigger language plpgsql as $$
begin
  insert into unsealed_rows (row_kind, row_id, recorded_at)
  select 'transfer', transfer_id, recorded_at from added;
  return null;
end $$;
create function queue_audit_for_seal() returns trigger language plpgsql as $$
begin
  insert into unsealed_rows (row_kind, row_id, recorded_at)
  select 'audit', entry_id, recorded_at from added;
  return null;
end $$;
insert into unsealed_rows select 'transfer', transfer_id, recorded_at from transfers;
insert into unsealed_rows select 'audit', entry_id, recorded_at from audit_entries;
create trigger transfers_to_seal after insert on transfers referencing new table as added
  for each statement execute function queue_transfers_for_seal();
create trigger audit_entries_to_seal after insert on audit_entries referencing new table as added
  for each statement execute function queue_audit_for_seal();

create trigger chain_links_immutable before update or delete on chain_links
  for each row execute function refuse_change();
create trigger chain_links_no_truncate before truncate on chain_links
  for each statement execute function refuse_change();
create trigger adjustments_immutable before update or delete on adjustments
  for each row execute function refuse_change();
create trigger collections_immutable before update or delete on collections
  for each row execute function refuse_change();
create trigger commission_reversals_immutable before update or delete on commission_reversals
  for each row execute function refuse_change();

grant select, insert on
  adjustments, collections, commission_reversals, chain_links, withdrawal_approvals, entitlement_reductions,
  reconciliations
  to atlas_app;
grant select, insert, delete on unsealed_rows to atlas_app;
grant select, insert, update, delete on customer_discounts, promo_sessions to atlas_app;
grant select, insert, update (paying_since) on referrals to atlas_app;
grant select, insert, update (paying_referrals) on referrers to atlas_app;
grant select, insert, update (status, paid_at) on commissions to atlas_app;
grant select, insert,
  update (status, provider_refund_id, wallet_kopecks, receivable_kopecks, revoked_ms, done_at, refunded_at)
  on refunds to atlas_app;
grant select, insert, update (status, decided_at, decided_by, reason) on withdrawals to atlas_app;
grant select, insert, update (used_count, reserved_count, is_active, deactivated_at) on promo_codes to atlas_app;
grant select, insert, update (quote_id, invoice_id, status, expires_at, redeemed_at) on promo_uses to atlas_app;
grant select, insert, update (status, done_at, done_by, resolution) on operator_tasks to atlas_app;

-- Codes of the first day. Seeded once: what an operator ends stays ended. Source: product.md §1.5.
insert into promo_codes (promo_id, code, discount_percent, max_uses, per_customer_limit, created_by, created_at)
values
  ('00000000-0000-7000-8000-000000000001', 'ELVIRA064', 64, 50, 1, 'seed', '2026-01-01T00:00:00Z'),
  ('00000000-0000-7000-8000-000000000002', 'YABX30', 30, null, 1, 'seed', '2026-01-01T00:00:00Z'),
  ('00000000-0000-7000-8000-000000000003', 'FAM50', 50, 50, 1, 'seed', '2026-01-01T00:00:00Z'),
  ('00000000-0000-7000-8000-000000000004', 'COURIER30', 30, 40, 1, 'seed', '2026-01-01T00:00:00Z');

-- Lines as the proof reads them.
create function lines_of(rows transfers[]) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object('transferId', t.transfer_id, 'idempotencyKey', t.idempotency_key,
    'kind', t.kind, 'debitAccount', t.debit_account, 'creditAccount', t.credit_account,
    'amountKopecks', t.amount_kopecks::text, 'customerId', t.customer_id) order by t.transfer_id), '[]')
  from unnest(rows) t
$$;

-- What has to go with money and does not. Empty, or something is wrong.
create view ledger_faults as
  select i.invoice_id as id, 'paid invoice of a purchase granted nothing' as problem, 1 as rank from invoices i
  where i.status = 'paid' and i.purpose = 'purchase'
    and not exists (select from entitlement_grants g where g.invoice_id = i.invoice_id)
  union all
  select g.grant_id, 'grant stands on an invoice that is not paid', 2 from entitlement_grants g
  join invoices i on i.invoice_id = g.invoice_id where i.status <> 'paid'
  union all
  select g.grant_id, 'free grant stands on a quote that has a price', 3 from entitlement_grants g
  join quotes q on q.quote_id = g.quote_id where q.price_kopecks <> 0
  union all
  select i.invoice_id, 'paid invoice of a provider has no charge', 4 from invoices i
  where i.status = 'paid' and i.method <> 'wallet'
    and not exists (select from charges ch where ch.invoice_id = i.invoice_id)
  union all
  select i.invoice_id, 'amount of the invoice is not the price that was quoted', 5 from invoices i
  join quotes q on q.quote_id = i.quote_id where i.amount_kopecks <> q.price_kopecks
  union all
  select ch.charge_id, 'amount of the charge is not what its provider took', 6 from charges ch
  where ch.provider_currency = 'RUB' and ch.provider_amount ~ '^[0-9]{1,15}([.][0-9]{1,2}0*)?$'
    and ch.provider_amount::numeric * 100 <> ch.amount_kopecks
  union all
  select ch.charge_id, 'charge belongs to another customer than its invoice', 7 from charges ch
  join invoices i on i.invoice_id = ch.invoice_id
  where ch.customer_id is not null and ch.customer_id <> i.customer_id
  union all
  select ch.charge_id, 'charge of a referred customer owes no commission', 8 from charges ch
  join referrals r on r.customer_id = ch.customer_id and r.attached_at <= ch.recorded_at
  where ch.amount_kopecks >= 10
    and not exists (select from commissions c where c.charge_id = ch.charge_id)
  union all
  select c.commission_id, 'commission is not its percent of its charge, owed to who brought the buyer', 9
  from commissions c
  join charges ch on ch.charge_id = c.charge_id
  left join referrals r on r.customer_id = c.customer_id
  where c.amount_kopecks <> c.base_kopecks * c.percent / 100 or c.base_kopecks <> ch.amount_kopecks
    or c.customer_id is distinct from ch.customer_id or c.referrer_id is distinct from r.referrer_id
  union all
  select r.charge_id, 'more was refunded than was charged', 10 from refunds r
  join charges ch on ch.charge_id = r.charge_id
  where r.status <> 'declined'
  group by r.charge_id, ch.amount_kopecks having sum(r.amount_kopecks) > ch.amount_kopecks
  union all
  select c.commission_id, 'more of a commission was reversed than was owed', 11 from commissions c
  join commission_reversals v using (commission_id)
  group by c.commission_id, c.amount_kopecks having sum(v.amount_kopecks) > c.amount_kopecks
  union all
  select p.promo_id, 'counters of a promo code are not its uses', 12 from promo_codes p
  where p.used_count <> (select count(*) from promo_uses u
      where u.promo_id = p.promo_id and u.status = 'redeemed' and not u.is_over_limit)
    or p.reserved_count <> (select count(*) from promo_uses u
      where u.promo_id = p.promo_id and u.status = 'reserved')
  union all
  select rr.customer_id, 'number of paying referrals is not their count', 13 from referrers rr
  where rr.paying_referrals <> (select count(*) from referrals r
      where r.referrer_id = rr.customer_id and r.paying_since is not null)
  union all
  select e.entitlement_id, 'entitlement ends later than its grants allow', 14 from entitlements e
  where e.ends_at > (select max(g.ends_at) from entitlement_grants g where g.entitlement_id = e.entitlement_id);

grant select on ledger_faults to atlas_app;
