import type pg from 'pg';

const CUSTOMERS = 5_000;
const DONE_UPDATES = 20_000;
const PENDING_UPDATES = 200;

/** Tables with a row per customer, purchase or event; the others stay small for ever. */
export const GROWING = [
  'inbox_updates',
  'chat_leases',
  'customers',
  'wallets',
  'conversations',
  'quotes',
  'invoices',
  'provider_events',
  'charges',
  'transfers',
  'entitlements',
  'entitlement_grants',
  'credentials',
  'notices',
  'audit_entries',
];

/** What a year of a shop leaves: every row id of a customer is that customer's number, counted from 1. */
const FILL = [
  `create temp table n as select i, md5(i::text)::uuid as id, timestamptz '2026-01-01' + i * interval '1 minute' as at
   from generate_series(1, ${CUSTOMERS}) i`,
  `insert into inbox_updates (bot_id, update_id, chat_key, body, status, received_at, next_attempt_at, finished_at)
   select 1, i, i % ${CUSTOMERS}, '{"update_id":1}', 'done', '2026-01-01', '2026-01-01', '2026-01-01'
   from generate_series(1, ${DONE_UPDATES}) i`,
  `insert into inbox_updates (bot_id, update_id, chat_key, body, status, received_at, next_attempt_at)
   select 1, ${DONE_UPDATES} + i, i, '{"update_id":1}', 'pending', '2026-01-01', '2026-01-01'
   from generate_series(1, ${PENDING_UPDATES}) i`,
  'insert into chat_leases (chat_key, fence) select i, 1 from n',
  `insert into customers (customer_id, telegram_id, first_name, created_at) select id, i, 'Anna', at from n`,
  'insert into wallets (customer_id) select id from n',
  `insert into conversations (chat_id, flow, expires_at) select i, 'top-up-amount', at from n`,
  `insert into quotes (quote_id, customer_id, plan, period_days, list_price_kopecks, discount_kopecks,
     price_kopecks, created_at, expires_at) select id, id, 'basic', 30, 14900, 0, 14900, at, at from n`,
  `insert into invoices (invoice_id, customer_id, purpose, quote_id, method, amount_kopecks, provider_amount,
     provider_currency, provider_invoice_id, pay_url, status, source_key, created_at, expires_at, paid_at,
     next_poll_at)
   select id, id, 'purchase', id, 'cryptobot', 14900, '149', 'RUB', i::text, 'https://pay.invalid',
     case when i % 50 = 0 then 'open' else 'paid' end, 'update:' || i, at, at,
     case when i % 50 > 0 then at end, case when i % 50 = 0 then at end from n`,
  `insert into provider_events (event_id, provider, object_id, state, body, received_at)
   select id, 'cryptobot', i::text, 'paid', '{}', at from n`,
  `insert into charges (charge_id, provider, provider_charge_id, customer_id, invoice_id, amount_kopecks,
     provider_amount, provider_currency, disposition, reason, charged_at, recorded_at)
   select id, 'cryptobot', i::text, id, id, 14900, '149', 'RUB', 'buy', 'paid', at, at from n`,
  `insert into transfers (transfer_id, idempotency_key, kind, debit_account, credit_account, amount_kopecks,
     customer_id, charge_id, recorded_at)
   select id, 'charge:' || i, 'charge-received', 'provider:cryptobot', 'wallet:' || id, 14900, id, id, at from n`,
  `insert into entitlements (entitlement_id, customer_id, plan, status, starts_at, ends_at)
   select id, id, 'basic', case when i % 2 = 0 then 'active' else 'ended' end, at, at from n`,
  `insert into entitlement_grants (grant_id, customer_id, entitlement_id, source, invoice_id, plan, starts_at,
     ends_at, granted_at)
   select id, id, id, 'purchase', id, 'basic', at, at + interval '30 days', at from n`,
  `insert into credentials (credential_id, customer_id, entitlement_id, vless_id, email, created_at)
   select id, id, id, id, id::text || '@x', at from n`,
  `insert into notices (notice_key, customer_id, kind, status, created_at)
   select 'charge:' || i, id, 'charge', 'sent', at from n`,
  `insert into audit_entries (entry_id, actor, action, customer_id, details, recorded_at)
   select id, 'operator', 'grant', id, '{}', at from n`,
  'analyze',
];

/** Fills every growing table of an empty shop and gathers the planner's statistics. Takes about a second. */
export async function fillShop(client: pg.Client): Promise<void> {
  for (const statement of FILL) await client.query(statement);
}
