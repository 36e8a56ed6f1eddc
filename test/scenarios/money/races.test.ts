/** Real parallel connections that want the same thing: each race has the one right end. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { z } from 'zod';
import { kopecks } from '../../../src/domain/money/money.ts';
import { createSecretBox } from '../../../src/lib/secrets/secret-box.ts';
import type { PaymentProvider } from '../../../src/ports/payment-provider.ts';
import { lockPromo } from '../../../src/store/money/promo-codes.ts';
import { statement } from '../../../src/store/postgres/statement.ts';
import { revokeAccess } from '../../../src/usecases/access/revoke-access.ts';
import { pollInvoices } from '../../../src/usecases/payments/poll-invoices.ts';
import { receiveEvent } from '../../../src/usecases/payments/receive-event.ts';
import { settleCharge } from '../../../src/usecases/payments/settle-charge.ts';
import { settleEvent } from '../../../src/usecases/payments/settle-event.ts';
import { enterPromo } from '../../../src/usecases/promo/enter-promo.ts';
import { createPromo } from '../../../src/usecases/promo/manage-promo.ts';
import { openInvoice } from '../../../src/usecases/purchases/open-invoice.ts';
import { payFromWallet } from '../../../src/usecases/purchases/pay-from-wallet.ts';
import { quotePlan } from '../../../src/usecases/purchases/quote-plan.ts';
import { receiveProviderRefund } from '../../../src/usecases/refunds/apply-refund.ts';
import { approveWithdrawal, rejectWithdrawal } from '../../../src/usecases/withdrawals/decide-withdrawal.ts';
import { requestWithdrawal } from '../../../src/usecases/withdrawals/request-withdrawal.ts';
import { eventually } from '../../support/core.ts';
import { openTestShop, type TestShop } from '../../support/shop.ts';
import { openTill, type Till } from '../../support/till.ts';

const CROWD = 50;
const LIMIT = kopecks(100_000n);
const ADMINS = [0n, 1n, 2n, 3n, 4n];
const crowd = <T>(work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: CROWD }, (_, index) => work(index)));

/** The first thing that everybody who touches a code's places does. */
const lockPromoRowStatement = statement(
  'test-lock-promo',
  z.object({}),
  'select from promo_codes where promo_id = $1 for update',
);

const waiting = async (shop: TestShop) => (await shop.ask('select 1 from pg_locks where not granted')).length;

describe('of many at once', () => {
  let shop: TestShop;
  let till: Till;
  const secrets = createSecretBox([Buffer.alloc(32, 1)]);
  before(async () => {
    shop = await openTestShop(CROWD);
    till = openTill(shop);
  });
  after(() => shop[Symbol.asyncDispose]());

  const choice = { plan: 'basic', periodDays: 30 } as const;
  const useOf = async (code: string) => {
    const [row] = await shop.ask<{ used: number; held: number; over: string; people: string }>(
      `select used_count as used, reserved_count as held,
         (select count(*) from promo_uses u where u.promo_id = p.promo_id and is_over_limit) as over,
         (select count(distinct customer_id) from promo_uses u where u.promo_id = p.promo_id
           and status = 'redeemed') as people
       from promo_codes p where code = $1`,
      [code],
    );
    return `${row?.used} used, ${row?.held} held, ${row?.over} over, by ${row?.people}`;
  };

  async function withdrawal(amount: bigint): Promise<{ customerId: string; withdrawalId: string }> {
    const telegramId = 900_000 + Number(amount % 7_919n) + Math.floor(performance.now() * 10);
    const customerId = await shop.addCustomer(telegramId);
    await till.topUp(customerId, Number(amount / 100n));
    const tap = await shop.tap(telegramId);
    const wish = {
      tap,
      draftId: tap.key,
      customerId,
      amountKopecks: kopecks(amount),
      details: 'card 1234 5678',
    };
    const asked = await requestWithdrawal(shop, secrets, wish);
    assert.ok(asked.ok);
    return { customerId, withdrawalId: asked.withdrawalId };
  }

  it('one gets the last use of a promo code, and is the only one who is shown its price', async () => {
    const made = await createPromo(shop, {
      actor: 'x',
      code: 'LASTONE',
      percent: 50,
      maxUses: 1,
      expiresAt: null,
    });
    assert.ok(made.ok);
    const people = await crowd(() => till.addCustomer());
    const entered = await crowd((index) =>
      enterPromo(shop, { customerId: people[index] ?? '', text: 'lastone' }),
    );
    assert.ok(
      entered.every(({ ok }) => ok),
      'nothing is held by entering it',
    );
    const quoted = await crowd((index) => quotePlan(shop, people[index] ?? '', choice));
    const reduced = quoted.filter(({ quote }) => quote.priceKopecks === 7_450n);
    assert.equal(reduced.length, 1);
    assert.equal(quoted.filter(({ promoRefusal }) => promoRefusal === 'used-up').length, CROWD - 1);
    const winner = quoted.findIndex(({ quote }) => quote.priceKopecks === 7_450n);
    await till.settle(till.take(await till.openInvoice(people[winner] ?? ''), '74.50'));
    assert.equal(await useOf('LASTONE'), '1 used, 0 held, 0 over, by 1');
    await till.proves();
  });

  it('five get one of the five free months of a code, and nobody two', async () => {
    const made = await createPromo(shop, {
      actor: 'x',
      code: 'FREEFIVE',
      percent: 100,
      maxUses: 5,
      expiresAt: null,
    });
    assert.ok(made.ok);
    const ids = Array.from({ length: CROWD }, (_, index) => 70_000 + index);
    const people = await crowd((index) => shop.addCustomer(ids[index] ?? 0));
    const taps = await crowd((index) => shop.tap(ids[index] ?? 0));
    const outcomes = await crowd(async (index) => {
      const [customerId = '', tap] = [people[index], taps[index]];
      await enterPromo(shop, { customerId, text: 'FREEFIVE' });
      const { quote } = await quotePlan(shop, customerId, choice);
      const pay = () => payFromWallet(shop, tap ?? assert.fail(), { customerId, quoteId: quote.quoteId });
      const [first] = await Promise.all([pay(), pay()]);
      return first.ok;
    });
    assert.equal(outcomes.filter(Boolean).length, 5);
    assert.equal(await useOf('FREEFIVE'), '5 used, 0 held, 0 over, by 5');
    const [grants] = await shop.ask(
      `select count(*)::int as n from entitlement_grants where source = 'promo'`,
    );
    assert.equal(grants?.n, 5);
    await till.proves();
  });

  it('withdrawals of the same money one is made', async () => {
    const customerId = await shop.addCustomer(80_000);
    await till.topUp(customerId, 900);
    const { lease } = await shop.tap(80_000);
    const asked = await crowd((index) =>
      requestWithdrawal(shop, secrets, {
        tap: { key: `withdrawal ${index}`, lease },
        draftId: `draft ${index}`,
        customerId,
        amountKopecks: kopecks(50_000n),
        details: 'card 1234',
      }),
    );
    assert.equal(asked.filter(({ ok }) => ok).length, 1);
    assert.equal(await till.wallet(customerId), '40000 owes 0');
    await till.proves();
  });

  it('taps on one confirmation there is one withdrawal, and of repeats of one tap one invoice', async () => {
    const telegramId = 82_000;
    const customerId = await shop.addCustomer(telegramId);
    await till.topUp(customerId, 5_000);
    const tap = await shop.tap(telegramId);
    const wish = { draftId: 'one', customerId, amountKopecks: kopecks(50_000n), details: 'card 1234' };
    const asked = await crowd((index) =>
      requestWithdrawal(shop, secrets, { ...wish, tap: { ...tap, key: `tap ${index}` } }),
    );
    assert.equal(new Set(asked.map((one) => (one.ok ? one.withdrawalId : one.refusal))).size, 1);
    assert.equal(await till.wallet(customerId), '450000 owes 0');
    const [stored] = await shop.ask<{ details: Buffer }>(
      'select details_ciphertext as details from withdrawals where customer_id = $1',
      [customerId],
    );
    assert.ok(!stored?.details.includes('1234'), 'bank details are sealed at rest');
    const create = async ({ invoiceId }: { invoiceId: string }) => ({
      providerInvoiceId: invoiceId,
      payUrl: 'https://pay.invalid',
      providerAmount: '250.00',
      providerCurrency: 'RUB',
    });
    const topUp = {
      customerId,
      telegramId: BigInt(telegramId),
      description: 'x',
      purpose: 'top-up',
    } as const;
    const opening = { tap, wish: { ...topUp, amountKopecks: kopecks(25_000n) } };
    const opened = await crowd(() => openInvoice(shop, { ...till.provider, create }, opening));
    assert.equal(new Set(opened.map((one) => (one.ok ? one.invoice.invoiceId : one.refusal))).size, 1);
    const open = await shop.ask(`select 1 from invoices where customer_id = $1 and status = 'open'`, [
      customerId,
    ]);
    assert.equal(open.length, 1);
    const later = {
      tap: { ...tap, key: 'a later tap' },
      wish: { ...topUp, amountKopecks: kopecks(50_000n) },
    };
    assert.ok((await openInvoice(shop, { ...till.provider, create }, later)).ok);
    const again = await openInvoice(shop, { ...till.provider, create }, opening);
    assert.ok(again.ok && opened[0]?.ok);
    assert.equal(again.invoice.invoiceId, opened[0].invoice.invoiceId, 'told again, it still means the same');
    assert.equal(again.invoice.status, 'superseded');
    await till.proves();
  });

  it('approvals of a withdrawal one pays it out; the same admin twice is one admin', async () => {
    const small = await withdrawal(60_000n);
    const agree = (withdrawalId: string, admin: string) =>
      approveWithdrawal(shop, { admin, appointed: ADMINS, withdrawalId, secondApprovalFromKopecks: LIMIT });
    const decided = await crowd((index) => agree(small.withdrawalId, String(index % 5)));
    assert.equal(decided.filter((one) => one.ok && one.state === 'approved').length, 1);
    const large = await withdrawal(200_000n);
    const alone = await crowd(() => agree(large.withdrawalId, '1'));
    assert.deepEqual(
      alone.filter(({ ok }) => ok),
      [{ ok: true, state: 'waits-for-second' }],
    );
    const both = await crowd((index) => agree(large.withdrawalId, index % 2 ? '1' : '2'));
    assert.equal(both.filter((one) => one.ok && one.state === 'approved').length, 1);
    const lines = await shop.ask(`select count(*)::int as n from transfers where kind = 'withdrawal-paid'`);
    assert.deepEqual(lines, [{ n: 2 }]);
    await till.proves();
  });

  it('who approve and reject one withdrawal one is heard', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { customerId, withdrawalId } = await withdrawal(70_000n);
      const decided = await crowd(async (index) =>
        index % 2
          ? approveWithdrawal(shop, {
              admin: '1',
              appointed: ADMINS,
              withdrawalId,
              secondApprovalFromKopecks: LIMIT,
            })
          : rejectWithdrawal(shop, { admin: '2', withdrawalId, reason: 'no' }),
      );
      const heard = decided.findIndex(({ ok }) => ok);
      assert.equal(decided.filter(({ ok }) => ok).length, 1);
      assert.equal(await till.wallet(customerId), heard % 2 ? '0 owes 0' : '70000 owes 0');
    }
    await till.proves();
  });

  it('approvals that race a chargeback, none pays out what is owed by then', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { customerId, withdrawalId } = await withdrawal(80_000n);
      const [charge] = await shop.ask<{ charge_id: string }>(
        'select charge_id from charges where customer_id = $1',
        [customerId],
      );
      const back = await till.chargeback(charge?.charge_id ?? '', '800.00');
      const [decided] = await Promise.all([
        approveWithdrawal(shop, {
          admin: '1',
          appointed: ADMINS,
          withdrawalId,
          secondApprovalFromKopecks: LIMIT,
        }),
        receiveProviderRefund(shop, back),
      ]);
      if (!decided.ok) assert.equal(decided.refusal, 'debt');
      assert.equal(await till.wallet(customerId), '0 owes 80000');
      if (decided.ok) continue;
      await rejectWithdrawal(shop, { admin: '1', withdrawalId, reason: 'owes' });
      assert.equal(await till.wallet(customerId), '0 owes 0', 'what comes back pays the debt');
    }
    await till.proves();
  });

  it('a purchase that was decided before access was revoked is decided again', async () => {
    const telegramId = 81_000;
    const customerId = await shop.addCustomer(telegramId);
    await till.buyMonth(customerId);
    const charge = till.take(await till.openInvoice(customerId), '149.00');
    let revocations = 0;
    const query: typeof shop.db.query = async (statement, parameters) => {
      const rows = await shop.db.query(statement, parameters);
      if (statement.name !== 'find-settlement-facts' || revocations > 0) return rows;
      revocations += 1;
      const revoked = await revokeAccess(shop, { actor: 'x', telegramId: BigInt(telegramId) });
      assert.ok(revoked.ok);
      return rows;
    };
    assert.equal(await settleCharge({ ...shop, db: { ...shop.db, query } }, charge), 'settled');
    assert.equal(await till.daysLeft(customerId), 30, 'what was revoked does not come back');
    await till.proves();
  });

  /** A code whose one place is held by somebody whose time is over. */
  async function overduePlace(code: string): Promise<{ promoId: string; next: string; invoiceId: string }> {
    const made = await createPromo(shop, { actor: 'x', code, percent: 50, maxUses: 1, expiresAt: null });
    assert.ok(made.ok);
    const [late, next] = [await till.addCustomer(), await till.addCustomer()];
    await enterPromo(shop, { customerId: late, text: code });
    const invoiceId = await till.openInvoice(late);
    shop.advance(86_400_000);
    const [row] = await shop.ask<{ promo_id: string }>('select promo_id from promo_codes where code = $1', [
      code,
    ]);
    return { promoId: row?.promo_id ?? '', next, invoiceId };
  }

  /** Somebody frees the places of a code while another one is about to touch them. */
  async function freeWhile(
    promoId: string,
    customerId: string,
    other: () => Promise<unknown>,
  ): Promise<void> {
    let meeting: Promise<unknown> = Promise.resolve();
    await shop.db.transaction('free', async (tx) => {
      await tx.query(lockPromoRowStatement, [promoId]);
      meeting = other();
      await eventually('the other one waits', async () => (await waiting(shop)) > 0);
      await lockPromo(tx, { promoId, customerId, now: shop.clock.now() });
    });
    await meeting;
    await till.proves();
  }

  it('who uses an overdue place late and who frees it, neither waits for ever', async () => {
    const { promoId, next, invoiceId } = await overduePlace('OVERDUEA');
    let commits = 0;
    const query: typeof shop.db.query = (statement, parameters) => {
      if (statement.name === 'commit-money') commits += 1;
      return shop.db.query(statement, parameters);
    };
    const charge = till.take(invoiceId, '74.50');
    await freeWhile(promoId, next, () => settleCharge({ ...shop, db: { ...shop.db, query } }, charge));
    assert.equal(commits, 1, 'no deadlock that a second try has to get over');
    assert.match(await useOf('OVERDUEA'), /^(1 used, 0 held, 0 over|0 used, 0 held, 1 over), by 1$/);
  });

  it('who free the same overdue place, neither waits for ever', async () => {
    const { promoId, next } = await overduePlace('OVERDUEB');
    const third = await till.addCustomer();
    await freeWhile(promoId, next, () => enterPromo(shop, { customerId: third, text: 'OVERDUEB' }));
    assert.equal(await useOf('OVERDUEB'), '0 used, 0 held, 0 over, by 0');
  });

  it('tellings of one payment, by webhook and by polling, one counts', async () => {
    for (let round = 0; round < 5; round += 1) {
      const customerId = await till.addCustomer();
      const invoiceId = await till.openInvoice(customerId);
      const charge = till.take(invoiceId, '149.00');
      const event = { objectId: charge.providerChargeId, state: 'paid', charge, refund: null, isHint: false };
      const telling: PaymentProvider = {
        ...till.provider,
        verify: () => ({ ok: true, event }),
        fetch: async (invoices) =>
          invoices.map((one) => (one.invoiceId === invoiceId ? { kind: 'ok', charge } : { kind: 'unknown' })),
      };
      const providers = new Map([['bank', telling]]);
      const rawBody = Buffer.from(JSON.stringify(event));
      await shop.ask('update invoices set next_poll_at = created_at where invoice_id = $1', [invoiceId]);
      const notice = { headers: {}, rawBody, address: '127.0.0.1' };
      const hear = async () => {
        await receiveEvent(shop, telling, notice);
        const [stored] = await shop.ask<{ event_id: string }>(
          'select event_id from provider_events where object_id = $1',
          [charge.providerChargeId],
        );
        await settleEvent(shop, providers, stored?.event_id ?? '');
      };
      await Promise.all([
        hear(),
        pollInvoices(shop, providers),
        hear(),
        pollInvoices(shop, providers),
        hear(),
      ]);
      const [books] = await shop.ask(
        `select (select count(*)::int from charges where customer_id = $1) as charges,
           (select count(*)::int from entitlement_grants where customer_id = $1) as grants`,
        [customerId],
      );
      assert.deepEqual(books, { charges: 1, grants: 1 });
      assert.equal(await till.wallet(customerId), '0 owes 0');
    }
    await till.proves();
  });
});
