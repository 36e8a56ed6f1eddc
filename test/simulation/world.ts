/** The real shop of one sequence: use cases on real PostgreSQL, providers in memory, ids and time of its own. */
import assert from 'node:assert/strict';
import { kopecks, toDecimalText } from '../../src/domain/money/money.ts';
import type { VerifiedRefund } from '../../src/domain/money/refunds.ts';
import type { VerifiedCharge } from '../../src/domain/money/settlement.ts';
import { EVERY_FEATURE_ON } from '../../src/domain/operations/features.ts';
import { createSecretBox } from '../../src/lib/secrets/secret-box.ts';
import type { Ids } from '../../src/ports/ids.ts';
import type { PaymentProvider } from '../../src/ports/payment-provider.ts';
import { payCommission } from '../../src/usecases/payments/pay-commission.ts';
import { reverseCommission } from '../../src/usecases/payments/reverse-commission.ts';
import { sendRefund } from '../../src/usecases/refunds/send-refund.ts';
import type { Shop, Tap } from '../../src/usecases/shop.ts';
import type { TestShop } from '../support/shop.ts';
import { createMemoryProvider, type MemoryProvider } from '../support/till.ts';
import { surviving } from './crashing-database.ts';
import { CUSTOMERS, KOPECKS_PER_STAR, type Model, PAYING_BEFORE, type ProviderName } from './model.ts';

/** Ids that count up: the same sequence has the same ones, in the order they were made. */
export function countingIds(sequence: number): Ids {
  let made = 0;
  const next = () => {
    made += 1;
    const head = sequence.toString(16).padStart(8, '0');
    return `${head}-0000-7000-8000-${made.toString(16).padStart(12, '0')}`;
  };
  return { rowId: next, secretId: next };
}

type Row = {
  telegram: string;
  balance: string;
  held: string;
  owed: string;
  ends: string | null;
  paying: boolean;
  referrals: number;
};

const STATE = `select c.telegram_id as telegram, w.balance_kopecks as balance, w.held_kopecks as held,
    w.receivable_kopecks as owed, (extract(epoch from e.ends_at) * 1000)::bigint as ends,
    r.paying_since is not null as paying, coalesce(f.paying_referrals, 0) as referrals
  from customers c join wallets w using (customer_id)
  left join entitlements e using (customer_id)
  left join referrals r using (customer_id)
  left join referrers f using (customer_id)
  where c.telegram_id between $1 and $2 order by c.telegram_id`;
const PROMOS =
  'select used_count as used, reserved_count as places from promo_codes where promo_id = any ($1) order by promo_id';
const JOBS = `select j.id::text, t.identifier as name, j.payload from graphile_worker._private_jobs j
  join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`;
const MONEY_JOBS = ['pay-commission', 'reverse-commission', 'send-refund'];

export class MoneyWorld {
  readonly shop: TestShop;
  readonly ids: Ids;
  readonly providers: ReadonlyMap<string, PaymentProvider>;
  readonly secrets = createSecretBox([Buffer.alloc(32, 7)]);
  readonly customers: string[] = [];
  readonly promos: { promoId: string; code: string }[] = [];
  readonly quotes: string[] = [];
  readonly invoices: string[] = [];
  readonly charges: VerifiedCharge[] = [];
  readonly chargebacks: VerifiedRefund[] = [];
  readonly withdrawals: string[] = [];
  readonly #memory: Record<ProviderName, MemoryProvider>;
  readonly #firstTelegramId: number;
  /** Commands so far. */
  played = 0;
  #keys = 0;
  #nowMs: number;

  constructor(shop: TestShop, sequence: number) {
    this.shop = shop;
    this.ids = countingIds(sequence);
    this.#firstTelegramId = (sequence + 1) * 1_000;
    this.#nowMs = shop.clock.now().getTime();
    this.#memory = { bank: this.#createProvider('bank'), stars: this.#createProvider('stars') };
    this.providers = new Map(Object.entries(this.#memory));
  }

  get nowMs(): number {
    return this.#nowMs;
  }

  advance(ms: number): void {
    this.#nowMs += ms;
  }

  memory(name: ProviderName): MemoryProvider {
    return this.#memory[name];
  }

  telegramId(index: number): bigint {
    return BigInt(this.#firstTelegramId + index);
  }

  /** Acts in a process that dies at `step` (0: never), and then in the one that takes its place. */
  async survive<T>(step: number, work: (shop: Shop) => Promise<T>): Promise<T> {
    const { ids } = this;
    const clock = { now: () => new Date(this.#nowMs) };
    return surviving(this.shop.db, step, (db) => work({ db, clock, ids, features: EVERY_FEATURE_ON }));
  }

  key(): string {
    this.#keys += 1;
    return `key:${this.#firstTelegramId}:${this.#keys}`;
  }

  /** The right to act for a customer's chat, under a key of its own. */
  async tap(index: number): Promise<Tap> {
    const chatKey = this.telegramId(index);
    const [row] = await this.shop.ask<{ fence: string }>(
      `insert into chat_leases (chat_key, fence, locked_by, locked_until) values ($1, 1, 'model', 'infinity')
       on conflict (chat_key) do update set fence = chat_leases.fence + 1 returning fence`,
      [chatKey],
    );
    return { key: this.key(), lease: { chatKey, fence: BigInt(row?.fence ?? 0), workerId: 'model' } };
  }

  #createProvider(name: ProviderName): MemoryProvider {
    const clock = { now: () => new Date(this.#nowMs) };
    const memory = createMemoryProvider({ ...this.shop, clock }, name);
    memory.create = async ({ invoiceId, amountKopecks }) => ({
      providerInvoiceId: `${name}:${invoiceId}`,
      payUrl: `https://pay.invalid/${invoiceId}`,
      providerAmount:
        name === 'bank'
          ? toDecimalText(amountKopecks)
          : String((amountKopecks + KOPECKS_PER_STAR - 1n) / KOPECKS_PER_STAR),
      providerCurrency: name === 'bank' ? 'RUB' : 'XTR',
    });
    return memory;
  }

  /** Codes of this sequence, and the referrals that the first customer has before it begins. */
  async prepare(promos: { percent: number; max: number | null }[]): Promise<void> {
    for (const { percent, max } of promos) {
      const promoId = this.ids.rowId();
      const code = `P${this.#firstTelegramId}N${this.promos.length}`;
      await this.shop.ask(
        `insert into promo_codes (promo_id, code, discount_percent, max_uses, per_customer_limit, created_by, created_at)
         values ($1, $2, $3, $4, 1, 'model', $5)`,
        [promoId, code, percent, max, new Date(this.#nowMs)],
      );
      this.promos.push({ promoId, code });
    }
  }

  async preparePaying(customerId: string): Promise<void> {
    await this.shop.ask(
      `with n as (select i, uuidv7() as id from generate_series(1, $2::int) i),
         c as (insert into customers (customer_id, telegram_id, first_name, created_at)
           select id, $3::bigint + 100 + i, 'Paying', $4 from n),
         w as (insert into wallets (customer_id) select id from n),
         r as (insert into referrers (customer_id, paying_referrals) values ($1, $2))
       insert into referrals (customer_id, referrer_id, attached_at, paying_since) select id, $1, $4, $4 from n`,
      [customerId, PAYING_BEFORE, this.#firstTelegramId, new Date(this.#nowMs)],
    );
  }

  /** Does the oldest promised work about money, dying at `step` of it first. */
  async workOne(step: number): Promise<void> {
    const jobs = await this.shop.ask<{ id: string; name: string; payload: Record<string, string> }>(JOBS);
    const job = jobs.find((one) => MONEY_JOBS.includes(one.name));
    const done = jobs.filter((one) => !MONEY_JOBS.includes(one.name) || one === job).map(({ id }) => id);
    if (job) await this.survive(step, (shop) => this.#handle(shop, job));
    await this.shop.ask('select count(*) from graphile_worker.complete_jobs($1::bigint[])', [done]);
  }

  async #handle(shop: Shop, job: { name: string; payload: Record<string, string> }): Promise<unknown> {
    const { commissionId = '', refundId = '' } = job.payload;
    if (job.name === 'pay-commission') return payCommission(shop, commissionId);
    if (job.name === 'reverse-commission') return reverseCommission(shop, refundId);
    return sendRefund(shop, this.providers, refundId);
  }

  /** Our id of a charge that has been recorded. */
  async chargeId(n: number): Promise<string> {
    const charge = this.charges[n];
    const [row] = await this.shop.ask<{ charge_id: string }>(
      'select charge_id from charges where provider = $1 and provider_charge_id = $2',
      [charge?.provider, charge?.providerChargeId],
    );
    return row?.charge_id ?? assert.fail('the charge is not recorded');
  }

  /** The provider takes money; nobody has been told. */
  take(
    provider: ProviderName,
    charge: Omit<VerifiedCharge, 'provider' | 'providerChargeId' | 'chargedAt'>,
  ): void {
    const taken = {
      ...charge,
      provider,
      providerChargeId: `charge-${this.#firstTelegramId}-${this.charges.length}`,
      chargedAt: new Date(this.#nowMs),
    };
    this.charges.push(taken);
    this.memory(provider).charges.push(taken);
  }

  /** The payer's side takes money back at the provider; nobody has been told. */
  charge(n: number): VerifiedCharge {
    return this.charges[n] ?? assert.fail(`there is no charge ${n}`);
  }

  takeBack(n: number, amount: string): void {
    const { provider, providerChargeId, providerCurrency } = this.charge(n);
    const refund = {
      provider,
      providerChargeId,
      providerRefundId: `back-${this.#firstTelegramId}-${this.chargebacks.length}`,
      providerAmount: amount,
      providerCurrency,
      isChargeback: true,
      refundedAt: new Date(this.#nowMs),
    };
    this.chargebacks.push(refund);
    this.memory(provider as ProviderName).refunds.push(refund);
  }

  /** Fails where the books are not what the model says. */
  async assertSame(model: Model): Promise<void> {
    this.played += 1;
    const range = [this.#firstTelegramId, this.#firstTelegramId + CUSTOMERS - 1];
    const rows = await this.shop.ask<Row>(STATE, range);
    const real = new Map(rows.map((row) => [Number(row.telegram) - this.#firstTelegramId, describeRow(row)]));
    const expected = new Map(
      model.customers.flatMap((customer, index) =>
        customer
          ? [
              [
                index,
                [
                  customer.balance,
                  customer.held,
                  customer.receivable,
                  customer.endsAt,
                  customer.isPaying,
                  customer.paying,
                ].join(' '),
              ],
            ]
          : [],
      ),
    );
    assert.deepEqual(
      real,
      expected,
      'customer → balance, held, receivable, access until, pays, paying referrals',
    );
    const codes = await this.shop.ask<{ used: number; places: number }>(PROMOS, [
      this.promos.map((one) => one.promoId),
    ]);
    assert.deepEqual(
      codes.map(({ used, places }) => `${used} used, ${places} held`),
      model.promos.map(({ used, places }) => `${used} used, ${places.size} held`),
      'promo codes',
    );
  }
}

function describeRow(row: Row): string {
  return [row.balance, row.held, row.owed, row.ends ?? null, row.paying, row.referrals].join(' ');
}

export function decimal(provider: ProviderName, units: bigint): string {
  return provider === 'bank' ? toDecimalText(kopecks(units)) : String(units);
}
