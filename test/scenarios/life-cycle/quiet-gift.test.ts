/** Access that was given quietly: nothing is said of it until its customer asks, or pays. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { grantShownAccess } from '../../../src/usecases/access/grant-access.ts';
import { openVirtualShop } from '../../support/virtual-shop.ts';

describe('a quiet gift', () => {
  it('does not keep the key from who pays for more', async () => {
    await using life = await openVirtualShop();
    const { shop, till } = life;
    const customerId = await till.addCustomer();
    const [customer] = await shop.ask<{ id: string }>('select telegram_id as id from customers');
    const telegramId = BigInt(customer?.id ?? 0);
    const shown = { actKey: 'update:1', endsAt: new Date(0) };
    const length = { count: 7, unit: 'd' } as const;
    const gift = { actor: '1', telegramId, plan: 'basic', length, isTold: false, shown };
    assert.deepEqual(await grantShownAccess(shop, gift), { ok: true });
    await life.settle();
    assert.deepEqual(await shop.ask('select status from entitlements'), [{ status: 'active' }]);
    const told = () => life.told.map(({ notice }) => notice.kind);
    assert.deepEqual(told(), []);
    await till.buyMonth(customerId);
    await life.settle();
    assert.deepEqual(told().toSorted(), ['access-ready', 'payment-received']);
    await till.buyMonth(customerId);
    await life.settle();
    const [access] = await shop.ask<{ ends_at: Date }>('select ends_at from entitlements');
    const more = { actKey: 'update:2', endsAt: access?.ends_at ?? new Date(0) };
    assert.deepEqual(await grantShownAccess(shop, { ...gift, shown: more }), { ok: true });
    await till.buyMonth(customerId);
    await life.settle();
    assert.deepEqual(
      told().toSorted(),
      ['access-ready', ...Array<string>(3).fill('payment-received')],
      'once',
    );
    assert.deepEqual(await shop.ask('select status from entitlements'), [{ status: 'active' }]);
  });
});
