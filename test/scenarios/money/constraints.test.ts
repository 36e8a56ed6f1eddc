/**
 * What PostgreSQL itself refuses, whoever asks: every CHECK and UNIQUE on a table of money meets a row that is
 * wrong in just that way, and has to refuse it under its own name.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { MONEY_ROWS, MONEY_TABLES, rowOf } from '../../support/money-rows.ts';
import type { TestDatabase } from '../../support/postgres.ts';
import { createShopDatabase } from '../../support/world.ts';

/** A row like the one of that name in MONEY_ROWS, changed so that only this constraint speaks against it. */
type Wrong = { like: string; change: Record<string, unknown> };
const wrong = (like: string, change: Record<string, unknown>): Wrong => ({ like, change });
const fresh = (n: number) => `00000000-0000-7000-8000-0000000009${String(n).padStart(2, '0')}`;
const NOW = '2026-01-02T00:00:00Z';

const WRONG: Record<string, Wrong> = {
  adjustments_amount_kopecks_check: wrong('adjustment', { amount_kopecks: 0 }),
  adjustments_check: wrong('adjustment', { counter_account: 'suspense' }),
  adjustments_check1: wrong('assignment', { amount_kopecks: -1 }),
  adjustments_counter_account_check: wrong('adjustment', { counter_account: 'revenue' }),
  adjustments_reason_check: wrong('adjustment', { reason: '' }),
  adjustments_charge_id_key: wrong('assignment', { adjustment_id: fresh(1), source_key: 'other' }),
  adjustments_source_key_key: wrong('adjustment', { adjustment_id: fresh(1) }),
  chain_links_hash_check: wrong('link', { hash: '\\x00' }),
  chain_links_row_kind_check: wrong('link', { row_kind: 'charge' }),
  chain_links_sequence_check: wrong('link', { sequence: 0 }),
  chain_links_pkey: wrong('link', { row_id: fresh(1) }),
  chain_links_row_kind_row_id_key: wrong('link', { sequence: 2 }),
  charges_amount_kopecks_check: wrong('charge', { amount_kopecks: -1 }),
  charges_check: wrong('charge', { disposition: 'suspense' }),
  charges_disposition_check: wrong('charge', { disposition: 'gift' }),
  charges_provider_provider_charge_id_key: wrong('charge', { charge_id: fresh(1) }),
  collections_amount_kopecks_check: wrong('collection', { amount_kopecks: 0 }),
  commission_reversals_amount_kopecks_check: wrong('reversal', {
    amount_kopecks: 0,
    wallet_kopecks: 0,
    receivable_kopecks: 0,
  }),
  commission_reversals_check: wrong('reversal', { amount_kopecks: 999 }),
  commission_reversals_receivable_kopecks_check: wrong('reversal', {
    wallet_kopecks: 1_501,
    receivable_kopecks: -11,
  }),
  commission_reversals_wallet_kopecks_check: wrong('reversal', {
    wallet_kopecks: -10,
    receivable_kopecks: 1_500,
  }),
  commission_reversals_commission_id_refund_id_key: wrong('reversal', { reversal_id: fresh(1) }),
  commissions_base_kopecks_check: wrong('commission', { base_kopecks: 0 }),
  commissions_check: wrong('commission', { amount_kopecks: 14_901 }),
  commissions_check1: wrong('commission', { status: 'owed' }),
  commissions_check2: wrong('commission', { referrer_id: rowOf('customer') }),
  commissions_percent_check: wrong('commission', { percent: 101 }),
  commissions_status_check: wrong('commission', { status: 'lost', paid_at: null }),
  commissions_charge_id_key: wrong('commission', { commission_id: fresh(1) }),
  credentials_email_check: wrong('credential', { email: 'C-1' }),
  credentials_one_live: wrong('credential', { credential_id: fresh(1), vless_id: fresh(2), email: 'c-2' }),
  credentials_email_key: wrong('credential', {
    credential_id: fresh(1),
    vless_id: fresh(2),
    revoked_at: NOW,
  }),
  credentials_vless_id_key: wrong('credential', { credential_id: fresh(1), email: 'c-2', revoked_at: NOW }),
  customer_discounts_kind_check: wrong('discount', { kind: 'staff' }),
  customer_discounts_percent_check: wrong('discount', { percent: 100 }),
  customer_discounts_pkey: wrong('discount', { percent: 50 }),
  entitlement_grants_check: wrong('grant', { ends_at: '2026-01-01T00:00:00Z' }),
  entitlement_grants_check1: wrong('grant', { source: 'operator' }),
  entitlement_grants_check2: wrong('free grant', { source: 'operator' }),
  entitlement_grants_source_check: wrong('grant', { source: 'luck', invoice_id: null }),
  entitlement_grants_invoice_id_key: wrong('grant', { grant_id: fresh(1) }),
  entitlement_grants_quote_id_key: wrong('free grant', { grant_id: fresh(1) }),
  entitlement_reductions_check: wrong('reduction', { ends_at: '2026-02-01T00:00:00Z' }),
  entitlement_reductions_pkey: wrong('reduction', {}),
  entitlements_activation_attempts_check: wrong('entitlement', { activation_attempts: -1 }),
  entitlements_check: wrong('entitlement', { ends_at: '2025-12-31T00:00:00Z' }),
  entitlements_device_limit_check: wrong('entitlement', { device_limit: 0 }),
  entitlements_honoured_after_ms_check: wrong('entitlement', { honoured_at: NOW, honoured_after_ms: -1 }),
  entitlements_honoured_wait: wrong('entitlement', { honoured_at: NOW }),
  entitlements_status_check: wrong('entitlement', { status: 'paused' }),
  entitlements_customer_id_key: wrong('entitlement', { entitlement_id: fresh(1) }),
  invoices_amount_kopecks_check: wrong('open invoice', { amount_kopecks: 0 }),
  invoices_check: wrong('open invoice', { purpose: 'purchase' }),
  invoices_check1: wrong('open invoice', { status: 'paid' }),
  invoices_purpose_check: wrong('open invoice', { purpose: 'gift' }),
  invoices_status_check: wrong('open invoice', { status: 'lost' }),
  invoices_one_live: wrong('open invoice', {
    invoice_id: fresh(1),
    source_key: 'other',
    provider_invoice_id: 'p9',
  }),
  invoices_provider: wrong('open invoice', { invoice_id: fresh(1), source_key: 'other', status: 'expired' }),
  invoices_source_key_key: wrong('open invoice', {
    invoice_id: fresh(1),
    provider_invoice_id: 'p9',
    status: 'expired',
  }),
  notices_status_check: wrong('notice', { status: 'lost' }),
  notices_pkey: wrong('notice', {}),
  operator_tasks_check: wrong('task', { status: 'done' }),
  operator_tasks_status_check: wrong('task', { status: 'lost' }),
  operator_tasks_kind_subject_key: wrong('task', { task_id: fresh(1) }),
  promo_codes_check: wrong('code', { used_count: 4, reserved_count: 2 }),
  promo_codes_check1: wrong('code', { is_active: false }),
  promo_codes_code_check: wrong('code', { code: 'spring' }),
  promo_codes_discount_percent_check: wrong('code', { discount_percent: 101 }),
  promo_codes_max_uses_check: wrong('unlimited code', { max_uses: 0 }),
  promo_codes_per_customer_limit_check: wrong('code', { per_customer_limit: 0 }),
  promo_codes_reserved_count_check: wrong('code', { reserved_count: -1 }),
  promo_codes_used_count_check: wrong('code', { used_count: -1 }),
  promo_codes_one_active: wrong('code', { promo_id: fresh(1) }),
  promo_sessions_pkey: wrong('session', { expires_at: NOW }),
  promo_uses_check: wrong('place', { redeemed_at: NOW }),
  promo_uses_check1: wrong('place', { is_over_limit: true }),
  promo_uses_status_check: wrong('place', { status: 'lost' }),
  promo_uses_one_reservation: wrong('place', { use_id: fresh(1) }),
  promo_uses_invoice_id_key: wrong('redemption', { use_id: fresh(1) }),
  provider_events_provider_object_id_state_key: wrong('event', { event_id: fresh(1) }),
  quotes_check: wrong('quote', { price_kopecks: 14_899 }),
  quotes_check1: wrong('quote', { discount_kind: 'promo' }),
  quotes_discount_kind_check: wrong('quote', { discount_kind: 'luck' }),
  quotes_discount_kopecks_check: wrong('quote', { discount_kopecks: -100, price_kopecks: 15_000 }),
  quotes_discount_percent_check: wrong('quote', { discount_percent: 101 }),
  quotes_list_price_kopecks_check: wrong('quote', { list_price_kopecks: 0, price_kopecks: 0 }),
  quotes_period_days_check: wrong('quote', { period_days: 0 }),
  quotes_price_kopecks_check: wrong('quote', { discount_kopecks: 15_000, price_kopecks: -100 }),
  reconciliations_findings_check: wrong('reconciliation', { findings: -1 }),
  reconciliations_listed_check: wrong('reconciliation', { listed: -1 }),
  reconciliations_settled_check: wrong('reconciliation', { settled: -1 }),
  referrals_check: wrong('referral', { referrer_id: rowOf('customer') }),
  referrals_pkey: wrong('referral', {}),
  referrers_paying_referrals_check: wrong('referrer counter', { paying_referrals: -1 }),
  referrers_pkey: wrong('referrer counter', {}),
  refunds_amount_kopecks_check: wrong('refund of suspense', { amount_kopecks: -1 }),
  refunds_check: wrong('refund', { amount_kopecks: 0, wallet_kopecks: 0, receivable_kopecks: 0 }),
  refunds_check1: wrong('refund', { refunded_at: null }),
  refunds_check2: wrong('refund', { done_at: null }),
  refunds_check3: wrong('refund', { wallet_kopecks: 14_901 }),
  refunds_kind_check: wrong('refund', { kind: 'gift' }),
  refunds_reason_check: wrong('refund', { reason: '' }),
  refunds_receivable_kopecks_check: wrong('refund', { receivable_kopecks: -1 }),
  refunds_revoked_ms_check: wrong('refund', { revoked_ms: -1 }),
  refunds_status_check: wrong('refund', { status: 'lost', refunded_at: null }),
  refunds_wallet_kopecks_check: wrong('refund', { wallet_kopecks: -1 }),
  refunds_one_of_suspense: wrong('refund of suspense', { refund_id: fresh(1), source_key: 'other' }),
  refunds_provider_provider_refund_id_key: wrong('refund', { refund_id: fresh(1), source_key: 'other' }),
  refunds_source_key_key: wrong('refund', { refund_id: fresh(1), provider_refund_id: 'other' }),
  transfers_amount_kopecks_check: wrong('line of a charge', { amount_kopecks: 0 }),
  transfers_check: wrong('line of a charge', { credit_account: 'provider:bank' }),
  transfers_kind_check: wrong('line of a charge', { kind: 'gift' }),
  transfers_one_cause: wrong('line of a charge', { invoice_id: rowOf('paid invoice') }),
  transfers_idempotency_key_key: wrong('line of a charge', { transfer_id: fresh(1) }),
  ...Object.fromEntries(
    ['adjustment', 'charge', 'collection', 'commission', 'invoice', 'refund', 'reversal', 'withdrawal'].map(
      (cause) => [
        `transfers_${cause}`,
        wrong(`line of a ${cause}`, { transfer_id: fresh(1), idempotency_key: 'other' }),
      ],
    ),
  ),
  transfers_withdrawal_end: wrong('end of a withdrawal', {
    transfer_id: fresh(1),
    idempotency_key: 'other',
    kind: 'withdrawal-returned',
  }),
  unsealed_rows_row_kind_check: wrong('waiting row', { row_kind: 'charge' }),
  unsealed_rows_pkey: wrong('waiting row', {}),
  wallets_balance_kopecks_check: wrong('wallet', { balance_kopecks: -1 }),
  wallets_held_kopecks_check: wrong('wallet', { held_kopecks: -1 }),
  wallets_receivable_kopecks_check: wrong('wallet', { receivable_kopecks: -1 }),
  wallets_pkey: wrong('wallet', {}),
  withdrawal_approvals_pkey: wrong('approval', { approved_at: NOW }),
  withdrawals_amount_kopecks_check: wrong('withdrawal', { amount_kopecks: 0 }),
  withdrawals_check: wrong('withdrawal', { decided_at: NOW }),
  withdrawals_check1: wrong('withdrawal', { decided_by: '1' }),
  withdrawals_status_check: wrong('withdrawal', { status: 'lost', decided_at: NOW, decided_by: '1' }),
  withdrawals_source_key_key: wrong('withdrawal', { withdrawal_id: fresh(1) }),
};

/** A key of our own making proves nothing by being unique: only those that say something are asked about. */
const OWN_KEYS =
  /^(adjustments|charges|collections|commission_reversals|commissions|credentials|entitlement_grants|entitlements|invoices|operator_tasks|promo_codes|promo_uses|provider_events|quotes|reconciliations|refunds|transfers|withdrawals)_pkey$/;

describe('PostgreSQL', () => {
  let database: TestDatabase;
  let client: pg.Client;
  before(async () => {
    database = await createShopDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    for (const { table, row } of Object.values(MONEY_ROWS)) {
      await client.query(`insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`, [
        row,
      ]);
    }
  });
  after(async () => {
    await client.end();
    await database.drop();
  });

  for (const [constraint, { like, change }] of Object.entries(WRONG)) {
    it(`refuses what breaks ${constraint}`, async () => {
      const { table, row } = MONEY_ROWS[like] ?? assert.fail(`there is no row ${like}`);
      await client.query('begin');
      const refused = client.query(
        `insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`,
        [{ ...row, ...change }],
      );
      await assert.rejects(
        refused,
        (error) => error instanceof pg.DatabaseError && error.constraint === constraint,
      );
      await client.query('rollback');
    });
  }

  /** What is never changed, by its owner neither; with those marked, not even all of it at once. */
  const WRITTEN_FOR_GOOD = { truncate: ['transfers', 'audit_entries', 'chain_links'] };
  const WRITTEN = [
    ...WRITTEN_FOR_GOOD.truncate,
    'charges',
    'quotes',
    'adjustments',
    'collections',
    'commission_reversals',
  ];
  for (const table of WRITTEN) {
    it(`refuses to change what is written in ${table}, to whoever owns it as well`, async () => {
      const column = (
        await client.query(
          `select attname as name from pg_attribute where attrelid = $1::regclass
        and attnum = 1`,
          [table],
        )
      ).rows[0]?.name;
      const changes = [`update ${table} set ${column} = ${column}`, `delete from ${table}`];
      if (WRITTEN_FOR_GOOD.truncate.includes(table)) changes.push(`truncate ${table} cascade`);
      for (const change of changes) await assert.rejects(client.query(change), /rows are immutable/, change);
    });

    it(`gives the application no right to change ${table}`, async () => {
      const { rows } = await client.query(
        `select privilege from unnest(array['update', 'delete', 'truncate']) privilege
         where has_table_privilege('atlas_app', $1, privilege)
           or (privilege = 'update' and has_any_column_privilege('atlas_app', $1, 'update'))`,
        [table],
      );
      assert.deepEqual(rows, []);
    });
  }

  it('has no constraint on money that nothing here is refused by, and none is missing', async () => {
    const { rows } = await client.query<{ name: string }>(
      `select conname as name from pg_constraint where conrelid = any ($1::regclass[]) and contype in ('c', 'u', 'p')
       union select indexrelid::regclass::text from pg_index where indrelid = any ($1::regclass[]) and indisunique`,
      [MONEY_TABLES],
    );
    const names = rows.map(({ name }) => name).filter((name) => !OWN_KEYS.test(name));
    assert.deepEqual(names.toSorted(), Object.keys(WRONG).toSorted());
  });
});
