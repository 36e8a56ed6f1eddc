/** A provider in memory, and customers who pay, are refunded and refer one another: for tests of use cases. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { Logger, runOnce } from 'graphile-worker';
import { runCli } from '../../src/cli/program.ts';
import { kopecks, parseDecimalKopecks, toDecimalText } from '../../src/domain/money/money.ts';
import type { VerifiedRefund } from '../../src/domain/money/refunds.ts';
import type { VerifiedCharge } from '../../src/domain/money/settlement.ts';
import type { PaymentProvider, RefundVerdict } from '../../src/ports/payment-provider.ts';
import { insertInvoice, markInvoiceOpen } from '../../src/store/money/invoices.ts';
import { verifyLedger } from '../../src/usecases/ledger/verify-ledger.ts';
import { payCommission } from '../../src/usecases/payments/pay-commission.ts';
import { reverseCommission } from '../../src/usecases/payments/reverse-commission.ts';
import { settleCharge } from '../../src/usecases/payments/settle-charge.ts';
import { quotePlan } from '../../src/usecases/purchases/quote-plan.ts';
import { requestRefund } from '../../src/usecases/refunds/request-refund.ts';
import { sendRefund } from '../../src/usecases/refunds/send-refund.ts';
import type { TestShop } from './shop.ts';

export type MemoryProvider = PaymentProvider & {
  charges: VerifiedCharge[];
  refunds: VerifiedRefund[];
  /** What the next calls of `refund` answer after they have acted; then the truth again. */
  answers: (RefundVerdict | Error)[];
  cancelled: string[];
};

/** Gives back in parts, never more than a charge; one refund per key, like a real one. */
export function createMemoryProvider(shop: TestShop, name: string): MemoryProvider {
  const byKey = new Map<string, VerifiedRefund>();
  const provider: MemoryProvider = {
    name,
    minimumKopecks: null,
    hasWebhook: true,
    charges: [],
    refunds: [],
    answers: [],
    cancelled: [],
    create: () => assert.fail('nobody opens invoices here'),
    verify: () => assert.fail('nobody sends notices here'),
    readStored: (body) => JSON.parse(body, reviveDates),
    confirm: async (event) => event,
    fetch: async (invoices) => invoices.map(() => ({ kind: 'unknown' })),
    cancel: async ({ invoiceId }) => void provider.cancelled.push(invoiceId),
    async refund(request) {
      const charge = provider.charges.find((one) => one.providerChargeId === request.providerChargeId);
      const given = provider.refunds.filter((one) => one.providerChargeId === request.providerChargeId);
      const known = byKey.get(request.refundId);
      const left = [...given.map((one) => one.providerAmount), request.providerAmount].reduce(
        (sum, amount) => sum - (parseDecimalKopecks(amount) ?? 0n),
        parseDecimalKopecks(charge?.providerAmount ?? '0') ?? 0n,
      );
      if (!known && left < 0n) return { kind: 'declined', reason: 'more than is left' };
      const { providerChargeId, providerAmount, providerCurrency } = request;
      const refund = known ?? {
        provider: name,
        providerChargeId,
        providerRefundId: randomUUID(),
        providerAmount,
        providerCurrency,
        isChargeback: false,
        refundedAt: shop.clock.now(),
      };
      if (!known) provider.refunds.push(refund);
      byKey.set(request.refundId, refund);
      const answer = provider.answers.shift() ?? { kind: 'ok', refund };
      if (answer instanceof Error) throw answer;
      return answer;
    },
    async *list({ since, until }) {
      for (const charge of provider.charges) {
        if (charge.chargedAt >= since && charge.chargedAt < until) yield { kind: 'charge', charge };
      }
      for (const refund of provider.refunds) {
        if (refund.refundedAt >= since && refund.refundedAt < until) yield { kind: 'refund', refund };
      }
    },
  };
  return provider;
}

const reviveDates = (key: string, value: unknown) =>
  key.endsWith('At') && typeof value === 'string' ? new Date(value) : value;

export type Till = ReturnType<typeof openTill>;

/** What tests of money do to one shop with one provider. */
export function openTill(shop: TestShop) {
  const provider = createMemoryProvider(shop, 'bank');
  const providers = new Map<string, PaymentProvider>([['bank', provider]]);
  let people = 0;
  const till = {
    provider,
    providers,
    addCustomer: () => shop.addCustomer(5_000 + people++),
    /** An open invoice for a month of Basic (149 ₽), or for a top-up. */
    async openInvoice(customerId: string, topUpRoubles?: number): Promise<string> {
      const invoiceId = shop.ids.rowId();
      const now = shop.clock.now();
      const quote =
        topUpRoubles === undefined
          ? (await quotePlan(shop, customerId, { plan: 'basic', periodDays: 30 })).quote
          : null;
      const amountKopecks = quote?.priceKopecks ?? kopecks(BigInt(topUpRoubles ?? 0) * 100n);
      await insertInvoice(shop.db, {
        invoiceId,
        customerId,
        purpose: quote ? 'purchase' : 'top-up',
        quoteId: quote?.quoteId ?? null,
        method: 'bank',
        amountKopecks,
        status: 'opening',
        sourceKey: invoiceId,
        createdAt: now,
        expiresAt: new Date(now.getTime() + 1_800_000),
        paidAt: null,
        nextPollAt: null,
      });
      const providerAmount = toDecimalText(amountKopecks);
      const opened = { invoiceId, providerInvoiceId: invoiceId, payUrl: null };
      await markInvoiceOpen(shop.db, { ...opened, providerAmount, providerCurrency: 'RUB' });
      return invoiceId;
    },
    /** The provider has taken money; nobody has been told. */
    take(invoiceId: string | null, amount: string, change: Partial<VerifiedCharge> = {}): VerifiedCharge {
      const charge: VerifiedCharge = {
        provider: 'bank',
        providerChargeId: randomUUID(),
        invoiceId,
        providerAmount: amount,
        providerCurrency: 'RUB',
        payerTelegramId: null,
        chargedAt: shop.clock.now(),
        ...change,
      };
      provider.charges.push(charge);
      return charge;
    },
    async settle(charge: VerifiedCharge): Promise<string> {
      await settleCharge(shop, charge);
      const [row] = await shop.ask<{ charge_id: string }>(
        'select charge_id from charges where provider_charge_id = $1',
        [charge.providerChargeId],
      );
      return row?.charge_id ?? assert.fail('the charge was not recorded');
    },
    /** Pays and settles a month of Basic: 149 ₽, or more. */
    async buyMonth(customerId: string, amount = '149.00'): Promise<string> {
      return till.settle(till.take(await till.openInvoice(customerId), amount));
    },
    async topUp(customerId: string, roubles: number): Promise<string> {
      return till.settle(till.take(await till.openInvoice(customerId, roubles), `${roubles}.00`));
    },
    async refer(customerId: string, referrerId: string): Promise<void> {
      await shop.ask('insert into referrers (customer_id) values ($1) on conflict do nothing', [referrerId]);
      await shop.ask('insert into referrals (customer_id, referrer_id, attached_at) values ($1, $2, $3)', [
        customerId,
        referrerId,
        shop.clock.now(),
      ]);
    },
    /** An operator's wish; kopecks null: all that is left. */
    request(chargeId: string, amount: bigint | null = null, sourceKey: string = randomUUID()) {
      const amountKopecks = amount === null ? null : kopecks(amount);
      const request = { actor: 'operator:1', sourceKey, chargeId, amountKopecks, reason: 'asked for' };
      return requestRefund(shop, providers, request);
    },
    /** What the provider tells of a charge when the payer's side took money back. */
    async chargeback(chargeId: string, amount: string): Promise<VerifiedRefund> {
      const [row] = await shop.ask<{ provider_charge_id: string; provider_currency: string }>(
        'select provider_charge_id, provider_currency from charges where charge_id = $1',
        [chargeId],
      );
      const refund: VerifiedRefund = {
        provider: 'bank',
        providerChargeId: row?.provider_charge_id ?? '',
        providerRefundId: randomUUID(),
        providerAmount: amount,
        providerCurrency: row?.provider_currency ?? '',
        isChargeback: true,
        refundedAt: shop.clock.now(),
      };
      provider.refunds.push(refund);
      return refund;
    },
    /** Does the promised work about money until there is none. */
    async work(): Promise<void> {
      const id = (payload: unknown, name: string) => String(Object(payload)[name]);
      await runOnce({
        pgPool: shop.db.pool,
        noHandleSignals: true,
        concurrency: 4,
        logger: new Logger(() => () => undefined),
        taskList: {
          'send-refund': async (job) => void (await sendRefund(shop, providers, id(job, 'refundId'))),
          'pay-commission': async (job) => void (await payCommission(shop, id(job, 'commissionId'))),
          'reverse-commission': async (job) => void (await reverseCommission(shop, id(job, 'refundId'))),
        },
      });
    },
    /** Runs one `atlas` command line on this shop. */
    async atlas(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
      const absent = () => assert.fail('this command needs no more than the shop');
      const [out, err]: [string[], string[]] = [[], []];
      const { exitCode } = await runCli(
        argv,
        {
          withShop: (work) => work(shop, absent),
          withProviders: (work) => work(shop, providers),
          start: absent,
          node: absent,
          migrate: absent,
          doctor: absent,
          say: absent,
          terminal: () => ({
            note: () => undefined,
            stdout: new PassThrough(),
            interrupted: new AbortController().signal,
          }),
          readFile: (path) => readFileSync(path, 'utf8'),
        },
        {
          output: { out: (text) => void out.push(text), err: (text) => void err.push(text) },
          explain: (error) => ({ exitCode: 1, line: String(error) }),
        },
      );
      return { code: exitCode, out: out.join(''), err: err.join('') };
    },
    /** `balance owes receivable`, in kopecks. */
    async wallet(customerId: string): Promise<string> {
      const [row] = await shop.ask<{ balance: string; owed: string }>(
        'select balance_kopecks as balance, receivable_kopecks as owed from wallets where customer_id = $1',
        [customerId],
      );
      return `${row?.balance} owes ${row?.owed}`;
    },
    /** Days of access left, to the hour. */
    async daysLeft(customerId: string): Promise<number> {
      const [row] = await shop.ask<{ ends_at: Date }>(
        'select ends_at from entitlements where customer_id = $1',
        [customerId],
      );
      const leftMs = (row?.ends_at.getTime() ?? 0) - shop.clock.now().getTime();
      return Math.max(0, Math.round(leftMs / 3_600_000) / 24);
    },
    async openTasks(kind: string): Promise<{ subject: string; details: Record<string, string> }[]> {
      return shop.ask(
        `select subject, details from operator_tasks where kind = $1 and status = 'open' order by created_at`,
        [kind],
      );
    },
    async payingReferrals(referrerId: string): Promise<number> {
      const [row] = await shop.ask<{ paying: number }>(
        'select paying_referrals as paying from referrers where customer_id = $1',
        [referrerId],
      );
      return row?.paying ?? 0;
    },
    async proves(): Promise<void> {
      const proof = await verifyLedger(shop);
      assert.deepEqual(proof.ok ? null : proof, null);
    },
  };
  return till;
}
