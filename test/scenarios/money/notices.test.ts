/** Messages about money: each is sent at most once, whatever dies on the way, and says what the books say. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { kopecks } from '../../../src/domain/money/money.ts';
import { Fault } from '../../../src/lib/fault.ts';
import { createSecretBox } from '../../../src/lib/secrets/secret-box.ts';
import type { JobPayloads } from '../../../src/ports/jobs.ts';
import type { Delivery, Notice, Notifier } from '../../../src/ports/notifier.ts';
import { sendNotice } from '../../../src/usecases/payments/send-notice.ts';
import { adjustWallet } from '../../../src/usecases/wallets/adjust-wallet.ts';
import { approveWithdrawal, rejectWithdrawal } from '../../../src/usecases/withdrawals/decide-withdrawal.ts';
import { requestWithdrawal } from '../../../src/usecases/withdrawals/request-withdrawal.ts';
import { Crash, dyingAt } from '../../simulation/crashing-database.ts';
import { openTestShop, type TestShop } from '../../support/shop.ts';
import { openTill, type Till } from '../../support/till.ts';

type Sent = { telegramId: bigint; notice: Notice };

describe('a notice about money', () => {
  let shop: TestShop;
  let till: Till;
  before(async () => {
    shop = await openTestShop();
    till = openTill(shop);
  });
  after(() => shop[Symbol.asyncDispose]());

  function notifier(act: () => Promise<Delivery> = async () => 'sent'): Notifier & { sent: Sent[] } {
    const sent: Sent[] = [];
    return {
      sent,
      async notify({ telegramId }, notice) {
        sent.push({ telegramId, notice });
        return act();
      },
      waitTurn: async () => undefined,
      tellOperator: () => assert.fail('no operator is told here'),
      sendDocument: () => assert.fail('no operator is told here'),
    };
  }

  const statusOf = async (noticeKey: string) =>
    (await shop.ask<{ status: string }>('select status from notices where notice_key = $1', [noticeKey]))[0]
      ?.status;

  /** The notice that was promised last with this subject. */
  async function promised(about: string): Promise<JobPayloads['send-notice']> {
    const [job] = await shop.ask<{ payload: JobPayloads['send-notice'] }>(
      `select payload from graphile_worker._private_jobs where payload ->> 'about' = $1 order by id desc limit 1`,
      [about],
    );
    return job?.payload ?? assert.fail(`no notice about a ${about} was promised`);
  }

  async function bought(): Promise<JobPayloads['send-notice']> {
    await till.buyMonth(await till.addCustomer());
    return promised('charge');
  }

  it('is sent once by ten jobs at once, and never again', async () => {
    const request = await bought();
    const told = notifier();
    await Promise.all(Array.from({ length: 10 }, () => sendNotice(shop, told, request)));
    await sendNotice(shop, told, request);
    assert.equal(told.sent.length, 1);
  });

  it('is marked before it is sent: killed at any step it is sent at most once', async () => {
    for (let step = 1; step <= 10; step += 1) {
      const request = await bought();
      const told = notifier();
      await sendNotice({ ...shop, db: dyingAt(shop.db, step) }, told, request).catch((error: unknown) => {
        assert.ok(error instanceof Crash);
      });
      await sendNotice(shop, told, request);
      assert.ok(told.sent.length <= 1, `twice after a death at step ${step}`);
      const status = await statusOf(request.noticeKey);
      assert.ok(status === 'sent' || status === 'unknown', `${status} after a death at step ${step}`);
      if (told.sent.length === 0)
        assert.equal(status, 'unknown', 'what was never sent does not count as sent');
    }
  });

  it('with an unknown outcome is recorded so, and not sent again', async () => {
    const request = await bought();
    const told = notifier(async () => {
      throw new Fault('telegram-unreachable', 'no answer', { isRetryable: true });
    });
    await sendNotice(shop, told, request);
    assert.equal(await statusOf(request.noticeKey), 'unknown');
    await sendNotice(shop, told, request);
    assert.equal(told.sent.length, 1);
  });

  it('that Telegram asked to send later is sent later', async () => {
    const request = await bought();
    const limited = notifier(async () => {
      throw new Fault('telegram-limited', 'later', { isRetryable: true });
    });
    await assert.rejects(sendNotice(shop, limited, request), { code: 'telegram-limited' });
    assert.equal(await statusOf(request.noticeKey), undefined);
    const told = notifier();
    await sendNotice(shop, told, request);
    assert.equal(told.sent.length, 1);
    assert.equal(await statusOf(request.noticeKey), 'sent');
  });

  it('to somebody who blocked the bot marks them, and touches neither money nor access', async () => {
    const request = await bought();
    await sendNotice(
      shop,
      notifier(async () => 'undeliverable'),
      request,
    );
    const [customer] = await shop.ask('select is_reachable from customers where customer_id = $1', [
      request.customerId,
    ]);
    assert.deepEqual(customer, { is_reachable: false });
    assert.equal(await till.daysLeft(request.customerId), 30);
    await till.proves();
  });

  // --- what it says ---------------------------------------------------------------------------------------

  async function said(about: string): Promise<Notice> {
    const told = notifier();
    await sendNotice(shop, told, await promised(about));
    return told.sent[0]?.notice ?? assert.fail('nothing was said');
  }

  it('of a purchase, a renewal, an overpayment and a late payment says so', async () => {
    const customerId = await till.addCustomer();
    const endsAt = (days: number) => new Date(shop.clock.now().getTime() + days * 86_400_000);
    await till.buyMonth(customerId);
    const first = {
      kind: 'payment-received',
      amountKopecks: 14_900n,
      excessKopecks: 0n,
      isLate: false,
    } as const;
    assert.deepEqual(await said('charge'), { ...first, isRenewal: false, endsAt: endsAt(30) });
    await till.buyMonth(customerId, '200.00');
    const over = { ...first, amountKopecks: 20_000n, excessKopecks: 5_100n, isRenewal: true };
    assert.deepEqual(await said('charge'), { ...over, endsAt: endsAt(60) });
    const late = await till.openInvoice(customerId);
    await shop.ask(`update invoices set status = 'expired' where invoice_id = $1`, [late]);
    await till.settle(till.take(late, '149.00'));
    assert.deepEqual(await said('charge'), { ...first, isRenewal: true, isLate: true, endsAt: endsAt(90) });
  });

  it('of money that went into the wallet says why', async () => {
    const customerId = await till.addCustomer();
    await till.topUp(customerId, 250);
    const credited = { kind: 'wallet-credited', amountKopecks: 25_000n, balanceKopecks: 25_000n } as const;
    assert.deepEqual(await said('charge'), { ...credited, reason: 'topped-up' });
    await till.settle(till.take(await till.openInvoice(customerId), '10.00'));
    const under = { ...credited, amountKopecks: 1_000n, balanceKopecks: 26_000n, reason: 'underpaid' };
    assert.deepEqual(await said('charge'), under);
  });

  it('of a commission says the level that paid it', async () => {
    const [referrerId, buyerId] = [await till.addCustomer(), await till.addCustomer()];
    await till.refer(buyerId, referrerId);
    await till.buyMonth(buyerId);
    await till.work();
    assert.deepEqual(await said('commission'), {
      kind: 'commission-paid',
      amountKopecks: 1_490n,
      percent: 10,
      level: 'silver',
      toNextLevel: 24,
    });
  });

  it('of a withdrawal says how it was decided', async () => {
    const secrets = createSecretBox([Buffer.alloc(32, 1)]);
    const customerId = await shop.addCustomer(99_000);
    await till.topUp(customerId, 2_000);
    const ask = async () => {
      const tap = await shop.tap(99_000);
      const wish = {
        tap,
        draftId: tap.key,
        customerId,
        amountKopecks: kopecks(50_000n),
        details: 'card 1234',
      };
      const asked = await requestWithdrawal(shop, secrets, wish);
      assert.ok(asked.ok);
      return asked.withdrawalId;
    };
    const paid = {
      admin: '1',
      appointed: [1n],
      withdrawalId: await ask(),
      secondApprovalFromKopecks: kopecks(100_000n),
    };
    assert.ok((await approveWithdrawal(shop, paid)).ok);
    assert.deepEqual(await said('withdrawal'), { kind: 'withdrawal-approved', amountKopecks: 50_000n });
    assert.ok(
      (await rejectWithdrawal(shop, { admin: '1', withdrawalId: await ask(), reason: 'no bank' })).ok,
    );
    const rejected = { kind: 'withdrawal-rejected', amountKopecks: 50_000n, reason: 'no bank' } as const;
    assert.deepEqual(await said('withdrawal'), rejected);
  });

  it('of a refund says what was taken for it', async () => {
    const customerId = await till.addCustomer();
    const chargeId = await till.buyMonth(customerId);
    assert.ok((await till.request(chargeId)).ok);
    await till.work();
    assert.deepEqual(await said('refund'), {
      kind: 'refunded',
      amountKopecks: 14_900n,
      walletKopecks: 0n,
      receivableKopecks: 0n,
      access: { change: 'over' },
    });
  });

  it('of an adjustment says the reason', async () => {
    const telegramId = 99_100n;
    await shop.addCustomer(Number(telegramId));
    const wish = { actor: 'x', sourceKey: 'k1', telegramId, amountKopecks: kopecks(500n), reason: 'sorry' };
    assert.ok((await adjustWallet(shop, wish)).ok);
    const adjusted = { kind: 'wallet-adjusted', amountKopecks: 500n, reason: 'sorry', balanceKopecks: 500n };
    assert.deepEqual(await said('adjustment'), adjusted);
  });
});
