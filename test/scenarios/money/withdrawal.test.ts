/** Money that leaves: what may, what waits, and what a debt does to it. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { kopecks } from '../../../src/domain/money/money.ts';
import { createSecretBox } from '../../../src/lib/secrets/secret-box.ts';
import { receiveProviderRefund } from '../../../src/usecases/refunds/apply-refund.ts';
import { approveWithdrawal, rejectWithdrawal } from '../../../src/usecases/withdrawals/decide-withdrawal.ts';
import { viewBankDetails } from '../../../src/usecases/withdrawals/list-withdrawals.ts';
import { requestWithdrawal } from '../../../src/usecases/withdrawals/request-withdrawal.ts';
import { viewWithdrawable } from '../../../src/usecases/withdrawals/view-withdrawable.ts';
import { openTestShop, type TestShop } from '../../support/shop.ts';
import { openTill, type Till } from '../../support/till.ts';

const DAY_MS = 86_400_000;
const ADMINS = [1n, 2n, 7n, 11n, 12n];
const DETAILS = 'card 5536 9137 0000 4242';

describe('a withdrawal', () => {
  let shop: TestShop;
  let till: Till;
  let people = 0;
  const secrets = createSecretBox([Buffer.alloc(32, 1)]);
  before(async () => {
    shop = await openTestShop();
    till = openTill(shop);
  });
  after(() => shop[Symbol.asyncDispose]());

  async function customer(): Promise<{ telegramId: number; customerId: string }> {
    const telegramId = 40_000 + people++;
    return { telegramId, customerId: await shop.addCustomer(telegramId) };
  }
  async function ask(who: { telegramId: number; customerId: string }, amount: bigint) {
    const tap = await shop.tap(who.telegramId);
    const wish = {
      tap,
      draftId: tap.key,
      customerId: who.customerId,
      amountKopecks: kopecks(amount),
      details: DETAILS,
    };
    return requestWithdrawal(shop, secrets, wish);
  }
  const approve = (withdrawalId: string, admin = '1') =>
    approveWithdrawal(shop, {
      ...{ admin, appointed: ADMINS, withdrawalId },
      secondApprovalFromKopecks: kopecks(1_000_000n),
    });

  it('is refused in the documented order: too little, a debt, too much, a young commission', async () => {
    const who = await customer();
    const chargeId = await till.topUp(who.customerId, 1_000);
    assert.deepEqual(await ask(who, 49_999n), { ok: false, refusal: 'amount-below-minimum' });
    const short = { ok: false, refusal: 'money-short', balanceKopecks: 100_000n };
    assert.deepEqual(await ask(who, 100_001n), short);
    assert.ok((await ask(who, 60_000n)).ok);
    await receiveProviderRefund(shop, await till.chargeback(chargeId, '1000.00'));
    assert.equal(await till.wallet(who.customerId), '0 owes 60000');
    assert.deepEqual(await ask(who, 50_000n), { ok: false, refusal: 'debt' });
    assert.deepEqual(await ask(who, 1n), { ok: false, refusal: 'amount-below-minimum' });
  });

  it('of somebody who came to owe us is not paid out; rejected, it pays the debt', async () => {
    const who = await customer();
    const chargeId = await till.topUp(who.customerId, 800);
    const asked = await ask(who, 80_000n);
    assert.ok(asked.ok);
    await receiveProviderRefund(shop, await till.chargeback(chargeId, '800.00'));
    assert.deepEqual(await approve(asked.withdrawalId), { ok: false, refusal: 'debt' });
    assert.ok(
      (await rejectWithdrawal(shop, { admin: '1', withdrawalId: asked.withdrawalId, reason: 'owes' })).ok,
    );
    assert.equal(await till.wallet(who.customerId), '0 owes 0');
    await till.proves();
  });

  it('of a commission waits fourteen days, in which it can be spent', async () => {
    const [referrer, buyer] = [await customer(), await customer()];
    await till.refer(buyer.customerId, referrer.customerId);
    await till.topUp(buyer.customerId, 10_000);
    await till.topUp(referrer.customerId, 500);
    await till.work();
    assert.equal(await till.wallet(referrer.customerId), '150000 owes 0');
    const waits = { ok: false, refusal: 'commission-waits', withdrawableKopecks: 50_000n };
    assert.deepEqual(await ask(referrer, 50_001n), waits);
    assert.deepEqual(await viewWithdrawable(shop, referrer.customerId), {
      balanceKopecks: 150_000n,
      withdrawableKopecks: 50_000n,
    });
    shop.advance(14 * DAY_MS - 1);
    assert.equal((await ask(referrer, 150_000n)).ok, false);
    shop.advance(1);
    assert.ok((await ask(referrer, 150_000n)).ok);
    await till.proves();
  });

  it('shows its bank details to an admin, and that they looked is written down', async () => {
    const who = await customer();
    await till.topUp(who.customerId, 1_000);
    const asked = await ask(who, 50_000n);
    assert.ok(asked.ok);
    const { withdrawalId } = asked;
    const look = { admin: '7', withdrawalId, customerId: who.customerId };
    assert.equal(await viewBankDetails(shop, secrets, look), DETAILS);
    const seen = await shop.ask(
      `select actor, action, details from audit_entries where customer_id = $1 and action like 'withdrawal-%'
       order by entry_id`,
      [who.customerId],
    );
    assert.deepEqual(
      seen.map(({ actor, action }) => `${actor.split(':')[0]} ${action}`),
      ['customer withdrawal-requested', 'admin withdrawal-details-viewed'],
    );
    assert.ok(!JSON.stringify(seen).includes('5536'), 'the entry holds no bank details');
    const other = createSecretBox([Buffer.alloc(32, 2)]);
    await assert.rejects(viewBankDetails(shop, other, look), { code: 'secret-unreadable' });
  });

  it('writes down who approved and who rejected, and why', async () => {
    const who = await customer();
    await till.topUp(who.customerId, 2_000);
    const [first, second] = [await ask(who, 50_000n), await ask(who, 50_000n)];
    assert.ok(first.ok && second.ok);
    await approve(first.withdrawalId, '11');
    await rejectWithdrawal(shop, { admin: '12', withdrawalId: second.withdrawalId, reason: 'no such bank' });
    const entries = await shop.ask(
      `select actor, action, details ->> 'reason' as reason from audit_entries
       where customer_id = $1 and actor like 'admin:%' order by entry_id`,
      [who.customerId],
    );
    assert.deepEqual(entries, [
      { actor: 'admin:11', action: 'withdrawal-approved', reason: null },
      { actor: 'admin:12', action: 'withdrawal-rejected', reason: 'no such bank' },
    ]);
    assert.equal(await till.wallet(who.customerId), '150000 owes 0');
    await till.proves();
  });
});
