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
  'rate_limits',
  'quotes',
  'invoices',
  'provider_events',
  'charges',
  'transfers',
  'entitlements',
  'entitlement_grants',
  'credentials',
  'placements',
  'node_traffic',
  'entitlement_traffic',
  'traffic_gaps',
  'devices',
  'subscription_links',
  'notices',
  'audit_entries',
  'promo_uses',
  'referrals',
  'referrers',
  'commissions',
  'commission_reversals',
  'refunds',
  'withdrawals',
  'withdrawal_approvals',
  'adjustments',
  'collections',
  'entitlement_reductions',
  'operator_tasks',
  'chain_links',
  'send_turns',
  'broadcasts',
  'broadcast_recipients',
  'mass_reissue_customers',
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
  `insert into rate_limits (telegram_id, action, full_at, last_key) select i, 'visit', at, 'update:' || i from n`,
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
  `insert into nodes (node_id, name, url, key_ciphertext, status, location, weight, capacity, inbounds, created_at)
   select id, 'node-' || i, 'http://node-' || i, '\\x00', 'active', 'NL', 1, 1000, '[]', at from n where i <= 20`,
  `insert into placements (entitlement_id, node_id, placed_at)
   select n.id, m.id, n.at from n join n m on m.i = n.i % 20 + 1`,
  `insert into subscription_links (entitlement_id, customer_id, rotation, token_hash, rotated_at)
   select id, id, 0, sha256(id::text::bytea), at from n`,
  `insert into devices (entitlement_id, hwid_hash, device_id, customer_id, os, model, app, first_seen_at, last_seen_at)
   select id, sha256(id::text::bytea), id, id, 'Android', 'Pixel', 'Happ', at, at from n`,
  `insert into node_traffic (node_id, epoch, email, customer_id, counter, uplink_bytes, downlink_bytes, counted_at)
   select p.node_id, md5('epoch')::uuid, c.email, c.customer_id, 1, 1000, 2000, p.placed_at
   from placements p join credentials c using (entitlement_id)`,
  `insert into entitlement_traffic (entitlement_id, customer_id, used_bytes, period_started_at, limit_bytes,
     reset_rule, anchored_at, resets_at)
   select id, id, 3000, at, 1000000, case when i % 2 = 0 then 'monthly' else 'never' end, at,
     case when i % 2 = 0 then at + interval '30 days' end from n`,
  `insert into traffic_gaps (gap_id, node_id, epoch, kind, email, customer_id, details, noticed_at)
   select n.id, m.id, n.id, 'counter-went-back', n.id || '@x', n.id, '{}', n.at from n join n m on m.i = n.i % 20 + 1`,
  `insert into notices (notice_key, customer_id, kind, status, created_at)
   select 'charge:' || i, id, 'charge', 'sent', at from n`,
  'insert into send_turns (chat_key, free_at) select i, at from n',
  `insert into broadcasts (broadcast_id, title, kind, segment, text_a, status, created_by, created_at, previewed_at,
     started_at, finished_at) select id, 'News', 'info', 'all', 'text', case when i = 1 then 'running' else 'done' end,
     'x', at, at, at, case when i > 1 then at end from n where i <= 1000`,
  `insert into broadcast_recipients (broadcast_id, customer_id, variant, status, worker_id, finished_at)
   select b.broadcast_id, n.id, 'a', 'sent', 'w', n.at from n, broadcasts b where b.status = 'done' and n.i % 100 = 1`,
  `insert into broadcast_recipients (broadcast_id, customer_id, variant, status)
   select b.broadcast_id, n.id, 'a', 'pending' from n, broadcasts b where b.status = 'running'`,
  `insert into mass_reissues (reissue_id, status, started_by, started_at, next_at, listed_to, is_listed, finished_at)
   select id, case when i = 1 then 'running' else 'done' end, 'x', at, at, id, true, case when i > 1 then at end
   from n where i <= 3`,
  `insert into mass_reissue_customers (reissue_id, entitlement_id, customer_id, status, finished_at)
   select r.reissue_id, n.id, n.id, case when r.status = 'done' or n.i % 2 = 0 then 'done' else 'pending' end,
     case when r.status = 'done' or n.i % 2 = 0 then n.at end from n, mass_reissues r`,
  `insert into audit_entries (entry_id, actor, action, customer_id, details, recorded_at)
   select id, 'operator', 'grant', id, '{}', at from n`,
  `insert into promo_codes (promo_id, code, discount_percent, per_customer_limit, created_by, created_at)
   select id, 'CODE' || i, 10, 1, 'seed', at from n where i <= 100`,
  `insert into promo_uses (use_id, promo_id, customer_id, quote_id, status, reserved_at, expires_at, redeemed_at)
   select n.id, p.id, n.id, n.id, 'redeemed', n.at, n.at, n.at from n join n p on p.i = n.i % 100 + 1`,
  `insert into referrers (customer_id, paying_referrals) select id, 1 from n`,
  `insert into referrals (customer_id, referrer_id, attached_at, paying_since)
   select n.id, r.id, n.at, n.at from n join n r on r.i = n.i / 2 + 1 and r.i <> n.i`,
  `insert into commissions (commission_id, charge_id, customer_id, referrer_id, percent, base_kopecks,
     amount_kopecks, status, recorded_at, paid_at)
   select r.customer_id, r.customer_id, r.customer_id, r.referrer_id, 10, 14900, 1490, 'paid', attached_at,
     attached_at from referrals r`,
  `insert into refunds (refund_id, charge_id, customer_id, provider, kind, amount_kopecks, provider_amount,
     provider_currency, provider_refund_id, status, actor, reason, source_key, requested_at, done_at, refunded_at)
   select id, id, id, 'cryptobot', 'refund', 14900, '149', 'RUB', i::text, 'done', 'x', 'x', i::text, at, at, at
   from n`,
  `insert into commission_reversals (reversal_id, commission_id, refund_id, referrer_id, amount_kopecks,
     wallet_kopecks, receivable_kopecks, recorded_at)
   select commission_id, commission_id, charge_id, referrer_id, 1490, 1490, 0, recorded_at from commissions`,
  `insert into withdrawals (withdrawal_id, customer_id, amount_kopecks, details_ciphertext, status, source_key,
     requested_at, decided_at, decided_by)
   select id, id, 50000, '\\x00', 'approved', i::text, at, at, '1' from n`,
  `insert into withdrawal_approvals (withdrawal_id, admin, approved_at) select id, '1', at from n`,
  `insert into adjustments (adjustment_id, customer_id, amount_kopecks, counter_account, actor, reason, source_key,
     recorded_at) select id, id, 100, 'adjustments', 'x', 'x', i::text, at from n`,
  `insert into collections (collection_id, customer_id, amount_kopecks, recorded_at) select id, id, 100, at from n`,
  `insert into entitlement_reductions (refund_id, customer_id, entitlement_id, ended_before, ends_at, recorded_at)
   select id, id, id, at + interval '1 day', at, at from n`,
  `insert into operator_tasks (task_id, kind, subject, details, status, created_at, done_at)
   select id, 'reconciliation', i::text, '{}', case when i % 50 = 0 then 'open' else 'done' end, at,
     case when i % 50 > 0 then at end from n`,
  `insert into chain_links (sequence, row_kind, row_id, hash, sealed_at)
   select i, 'transfer', id, decode(repeat('00', 32), 'hex'), at from n`,
  'delete from unsealed_rows',
  'analyze',
];

/** Fills every growing table of an empty shop and gathers the planner's statistics. Takes about a second. */
export async function fillShop(client: pg.Client): Promise<void> {
  for (const statement of FILL) await client.query(statement);
}
