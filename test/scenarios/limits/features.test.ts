/** What is switched off rests, in every process; what was paid is settled all the same, and nothing is lost by it. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { kopecks, roubles } from '../../../src/domain/money/money.ts';
import { FEATURES, type Feature } from '../../../src/domain/operations/features.ts';
import { createSecretBox } from '../../../src/lib/secrets/secret-box.ts';
import { addJob } from '../../../src/store/jobs.ts';
import { finishReissue } from '../../../src/usecases/access/finish-reissue.ts';
import { isFeatureOn } from '../../../src/usecases/features/is-feature-on.ts';
import { clearFeature, setFeature } from '../../../src/usecases/features/manage-features.ts';
import { promiseRenewals, renew } from '../../../src/usecases/life-cycle/renew-due.ts';
import { retryActivations } from '../../../src/usecases/life-cycle/retry-activations.ts';
import { switchRenewal } from '../../../src/usecases/life-cycle/switch-renewal.ts';
import { openInvoice } from '../../../src/usecases/purchases/open-invoice.ts';
import { payFromWallet } from '../../../src/usecases/purchases/pay-from-wallet.ts';
import { quotePlan } from '../../../src/usecases/purchases/quote-plan.ts';
import type { Shop } from '../../../src/usecases/shop.ts';
import { approveWithdrawal, rejectWithdrawal } from '../../../src/usecases/withdrawals/decide-withdrawal.ts';
import { requestWithdrawal } from '../../../src/usecases/withdrawals/request-withdrawal.ts';
import { eventually } from '../../support/core.ts';
import { Customer } from '../../support/customer.ts';
import { openVirtualShop, type VirtualShop } from '../../support/virtual-shop.ts';
import { World } from '../../support/world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('a feature that is switched off', () => {
  let life: VirtualShop;
  beforeEach(async () => {
    life = await openVirtualShop();
  });
  afterEach(() => life[Symbol.asyncDispose]());

  const set = (feature: Feature, isOn: boolean) => setFeature(life.shop, { actor: 'owner', feature, isOn });
  const clear = (feature: Feature) => clearFeature(life.shop, { actor: 'owner', feature });
  async function buyer(telegramId: number, roublesInWallet: number): Promise<string> {
    const customerId = await life.shop.addCustomer(telegramId);
    if (roublesInWallet > 0) await life.till.topUp(customerId, roublesInWallet);
    return customerId;
  }
  const statusOf = async (customerId: string) =>
    (
      await life.shop.ask<{ status: string; activation_attempts: number }>(
        'select status, activation_attempts from entitlements where customer_id = $1',
        [customerId],
      )
    )[0];

  it('is what the owner says, else what each process was told at its start', async () => {
    const other: Shop = { ...life.shop, features: { ...life.shop.features, payments: false } };
    const seen = async () => [await isFeatureOn(life.shop, 'payments'), await isFeatureOn(other, 'payments')];
    assert.deepEqual(await seen(), [true, false]);
    await set('payments', true);
    assert.deepEqual(await seen(), [true, true]);
    await set('payments', false);
    assert.deepEqual(await seen(), [false, false]);
    assert.equal(await clear('payments'), true);
    assert.equal(await clear('payments'), false);
    assert.deepEqual(await seen(), [true, false]);
  });

  it('is set, listed and cleared on the command line, and written down', async () => {
    const { atlas } = life.till;
    assert.match((await atlas('flag', 'set', 'payments', 'off')).out, /payments is off in every process/);
    assert.match((await atlas('flag', 'list')).out, /^payments +off +since .* by operator:cli$/m);
    assert.match((await atlas('flag', 'list')).out, /^auto-renewal +on +by the settings$/m);
    const listed = JSON.parse((await atlas('flag', 'list', '--json')).out);
    assert.deepEqual(
      listed.data.map(({ feature, isOn }: { feature: string; isOn: boolean }) => `${feature} ${isOn}`),
      FEATURES.map((feature) => `${feature} ${feature !== 'payments'}`),
    );
    assert.equal((await atlas('flag', 'clear', 'payments')).code, 0);
    const again = await atlas('flag', 'clear', 'payments');
    assert.deepEqual([again.code, /was not set/.test(again.err)], [1, true]);
    for (const [argv, words] of [
      [['flag', 'set', 'payment', 'off'], /flag must be one of payments, vpn-provisioning/],
      [['flag', 'set', 'payments', 'maybe'], /state must be on or off/],
      [['flag', 'clear', 'x'], /flag must be one of/],
    ] as const) {
      const refused = await atlas(...argv);
      assert.equal(refused.code, 2);
      assert.match(refused.err, words);
    }
    const entries = await life.shop.ask(
      `select actor, action, details from audit_entries where action like 'feature-%' order by entry_id`,
    );
    assert.deepEqual(entries, [
      { actor: 'operator:cli', action: 'feature-set', details: { feature: 'payments', state: 'off' } },
      { actor: 'operator:cli', action: 'feature-cleared', details: { feature: 'payments' } },
    ]);
  });

  it('payments: nothing new is asked for, a repeated tap sees what it did, and money that came is settled', async () => {
    const customerId = await buyer(7, 500);
    const invoiceId = await life.till.openInvoice(customerId);
    const { quote } = await quotePlan(life.shop, customerId, { plan: 'basic', periodDays: 30 });
    const claim = { customerId, quoteId: quote.quoteId };
    const wish = { customerId, telegramId: 7n, description: 'x' };
    await set('payments', false);
    const off = { ok: false, refusal: 'payments-off' };
    const tap = await life.shop.tap(7);
    assert.deepEqual(await payFromWallet(life.shop, tap, claim), off);
    for (const what of [
      { purpose: 'purchase', quoteId: quote.quoteId } as const,
      { purpose: 'top-up', amountKopecks: roubles(100) } as const,
    ]) {
      const opened = await openInvoice(life.shop, life.till.provider, { tap, wish: { ...wish, ...what } });
      assert.deepEqual(opened, off);
    }
    await life.till.settle(life.till.take(invoiceId, '149.00'));
    assert.equal(await life.till.daysLeft(customerId), 30);
    await set('payments', true);
    const again = await quotePlan(life.shop, customerId, { plan: 'basic', periodDays: 30 });
    const bought = { customerId, quoteId: again.quote.quoteId };
    assert.ok((await payFromWallet(life.shop, tap, bought)).ok);
    await set('payments', false);
    const repeated = await payFromWallet(life.shop, tap, bought);
    assert.ok(repeated.ok && repeated.isRepeat);
    assert.equal(await life.till.daysLeft(customerId), 60);
    await life.till.proves();
  });

  it('provisioning: access is granted, nodes hear nothing, and everything once it is on again', async () => {
    await life.settle();
    await set('vpn-provisioning', false);
    const customerId = await life.till.addCustomer();
    await life.till.buyMonth(customerId);
    await life.settle();
    for (let minute = 0; minute < 20; minute += 1) {
      life.shop.advance(MINUTE);
      assert.equal(await retryActivations(life.shop), 0);
    }
    assert.deepEqual(await statusOf(customerId), { status: 'provisioning', activation_attempts: 0 });
    assert.equal((await life.shop.ask('select from placements')).length, 0);
    await assert.rejects(finishReissue({ shop: life.shop } as never, { entitlementId: customerId }), {
      code: 'node-not-told',
    });
    await set('vpn-provisioning', true);
    await life.settle();
    assert.equal((await statusOf(customerId))?.status, 'active');
    assert.equal(life.told.filter(({ notice }) => notice.kind === 'access-ready').length, 1);
  });

  it('auto-renewal: the pass does nothing, and what was promised before it either', async () => {
    const customerId = await buyer(7, 500);
    await life.till.buyMonth(customerId);
    await switchRenewal(life.shop, customerId, true);
    await life.settle();
    life.shop.advance(30 * DAY - 5 * HOUR);
    const [row] = await life.shop.ask<{ ends_at: Date }>('select ends_at from entitlements');
    const due = { customerId, endsAtMs: row?.ends_at.getTime() ?? 0 };
    for (const feature of ['auto-renewal', 'payments'] as const) {
      await set(feature, false);
      assert.equal(await promiseRenewals(life.shop, 6 * HOUR), 0);
      assert.equal(await renew(life.shop, due), 'off');
      await clear(feature);
    }
    assert.equal(await promiseRenewals(life.shop, 6 * HOUR), 1);
    await life.settle();
    assert.equal(await life.till.wallet(customerId), '35100 owes 0');
  });

  it('background workers: passes rest, and what customers do is done', async () => {
    await set('background-workers', false);
    const customerId = await life.till.addCustomer();
    await life.till.buyMonth(customerId);
    await life.settle();
    assert.equal((await statusOf(customerId))?.status, 'active');
    life.shop.advance(31 * DAY);
    const pass = async () => {
      const slot = life.shop.clock.now().toISOString();
      for (const name of ['plan-messages', 'close-overdue', 'renew-due', 'forget-old'] as const) {
        await life.shop.db.transaction('test', (tx) => addJob(tx, name, { slot }));
        // One after another: a pass leaves out what another one holds at the moment.
        await life.settle();
      }
      return (await statusOf(customerId))?.status;
    };
    assert.equal(await pass(), 'active');
    assert.equal(life.told.filter(({ notice }) => notice.kind === 'life').length, 0);
    await clear('background-workers');
    assert.equal(await pass(), 'ended');
    assert.equal(life.told.filter(({ notice }) => notice.kind === 'life').length, 1);
  });

  it('admin actions: admins and commands look, and change nothing', async () => {
    const customerId = await buyer(7, 1_000);
    const secrets = createSecretBox([Buffer.alloc(32, 1)]);
    const tap = await life.shop.tap(7);
    const wish = {
      tap,
      draftId: 'draft',
      customerId,
      amountKopecks: roubles(500),
      details: 'card 5536 9137 0000 4242',
    };
    const asked = await requestWithdrawal(life.shop, secrets, wish);
    assert.ok(asked.ok);
    await set('admin-actions', false);
    const { withdrawalId } = asked;
    const off = { ok: false, refusal: 'admin-actions-off' };
    const approval = {
      admin: '1',
      appointed: [1n],
      withdrawalId,
      secondApprovalFromKopecks: kopecks(1_000_000n),
    };
    assert.deepEqual(await approveWithdrawal(life.shop, approval), off);
    assert.deepEqual(await rejectWithdrawal(life.shop, { admin: '1', withdrawalId, reason: 'x' }), off);
    for (const argv of [
      ['grant', '7', '--plan', 'basic', '--for', '7d'],
      ['adjust', '7', '--amount', '1', '--reason', 'x'],
      ['promo', 'create', 'spring5', '--percent', '15'],
      ['discount', 'grant', '7', '--vip'],
      ['devices', 'limit', '7', '2'],
      ['traffic', 'limit', '7', '--gb', '1'],
      ['refund', withdrawalId, '--reason', 'x'],
      ['task', 'resolve', withdrawalId, '--text', 'x'],
    ]) {
      const { err } = await life.till.atlas(...argv);
      assert.match(err, /admin actions are switched off/, argv.join(' '));
    }
    for (const argv of [
      ['promo', 'list'],
      ['task', 'list'],
      ['ledger', 'verify'],
      ['flag', 'clear', 'admin-actions'],
    ]) {
      assert.equal((await life.till.atlas(...argv)).code, 0, argv.join(' '));
    }
    assert.deepEqual(await approveWithdrawal(life.shop, approval), { ok: true, state: 'approved' });
  });
});

describe('two servers whose settings switch payments off', () => {
  it('say so politely, until the owner says otherwise on the command line', async () => {
    await using world = await World.open();
    const owner = await Customer.create(world.client, 'Owner');
    const env = { FEATURE_PAYMENTS_ENABLED: 'no', ADMIN_TELEGRAM_ID: String(owner.telegramId) };
    await world.startServer(env);
    await world.startServer(env);
    await owner.start();
    const { messageId } = await owner.read(/Atlas Secure/);
    await owner.tap(messageId, 'top-up-pay:cryptobot:250');
    await owner.read(/Оплата ненадолго приостановлена/);
    assert.equal((await world.query('select 1 from invoices')).length, 0);

    const listed = await world.cli(['flag', 'list'], env);
    assert.match(listed.stdout, /^payments +off +by the settings$/m);
    assert.equal((await world.cli(['flag', 'set', 'payments', 'on'], env)).code, 0);
    await owner.tap(messageId, 'top-up-pay:cryptobot:250');
    await owner.read(/Счёт на/);

    assert.equal((await world.cli(['flag', 'set', 'admin-actions', 'off'], env)).code, 0);
    const withdrawalId = '00000000-0000-7000-8000-000000000000';
    await owner.tap(messageId, `admin-approve:${withdrawalId}`);
    await eventually('the admin is told', async () => {
      const { callbacks } = await world.client.chat<{
        callbacks: { data: string; answers: { text?: string }[] }[];
      }>('transcript');
      const own = callbacks.find(({ data }) => data.startsWith('admin-approve'));
      return own?.answers[0]?.text === 'Действия администраторов выключены';
    });
    const refused = await world.cli(['grant', '7', '--plan', 'basic', '--for', '7d', '--json'], env);
    assert.equal(refused.code, 1);
    assert.equal(JSON.parse(refused.stdout).error.code, 'admin-actions-off');
  });
});
