import pg from 'pg';
import type { VerifiedCharge } from '../../src/domain/money/settlement.ts';

/**
 * Open Crypto Pay invoices of as many customers, each for a month of the cheapest plan; returns what pays them.
 * The provider's id of the first is 1, and so on.
 */
export async function openInvoices(
  url: string,
  count: number,
): Promise<(VerifiedCharge & { invoiceId: string })[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create temp table n as select i, uuidv7() as id from generate_series(1, ${count}) i`);
  await client.query(`insert into customers (customer_id, telegram_id, first_name, locale, created_at)
    select id, i, 'Anna', 'ru', now() from n`);
  await client.query('insert into wallets (customer_id) select id from n');
  await client.query(`insert into quotes (quote_id, customer_id, plan, period_days, list_price_kopecks,
      discount_kopecks, price_kopecks, created_at, expires_at)
    select id, id, 'basic', 30, 14900, 0, 14900, now(), now() + interval '1 hour' from n`);
  await client.query(`insert into invoices (invoice_id, customer_id, purpose, quote_id, method, amount_kopecks,
      provider_amount, provider_currency, provider_invoice_id, pay_url, status, source_key, created_at,
      expires_at, next_poll_at)
    select id, id, 'purchase', id, 'cryptobot', 14900, '149', 'RUB', i::text, 'https://pay.invalid/' || i,
      'open', 'update:' || i, now(), now() + interval '1 hour', now() + interval '1 hour' from n`);
  const { rows } = await client.query<{ i: number; id: string }>('select i, id from n order by i');
  await client.query('analyze customers, wallets, quotes, invoices');
  await client.end();
  return rows.map(({ i, id }) => ({
    provider: 'cryptobot',
    providerChargeId: String(i),
    invoiceId: id,
    providerAmount: '149',
    providerCurrency: 'RUB',
    payerTelegramId: null,
    chargedAt: new Date(),
  }));
}
