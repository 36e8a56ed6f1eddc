/** `atlas devices`: each deed with its entry, each mistake with one line and an exit code. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { registerDevice } from '../../../src/usecases/devices/register-device.ts';
import { openTestShop, type TestShop } from '../../support/shop.ts';
import { openTill, type Till } from '../../support/till.ts';

describe('atlas devices', () => {
  let shop: TestShop;
  let till: Till;
  let customerId: string;
  before(async () => {
    shop = await openTestShop();
    till = openTill(shop);
    customerId = await shop.addCustomer(41_001);
    await shop.addCustomer(41_002);
    await till.buyMonth(customerId);
  });
  after(() => shop[Symbol.asyncDispose]());

  async function atlas(code: number, ...argv: string[]): Promise<string> {
    const answer = await till.atlas('devices', ...argv);
    assert.equal(answer.code, code, answer.out + answer.err);
    return (code === 0 ? answer.out : answer.err).trim();
  }
  async function come(...models: string[]): Promise<void> {
    const [row] = await shop.ask<{ id: string }>(
      'select entitlement_id as id from entitlements where customer_id = $1',
      [customerId],
    );
    for (const model of models) {
      const facts = { os: 'iOS 18', model, app: 'Happ/2.1' };
      await registerDevice(shop, { entitlementId: row?.id ?? '', hwid: model, facts });
    }
  }

  it('lists, limits and removes, and writes down what it changed', async () => {
    assert.equal(await atlas(0, 'show', '41001'), '0 of 5');
    await come('iPhone', 'iPad', 'Mac');
    assert.match(
      await atlas(0, 'show', '41001'),
      /^3 of 5\n1\. iPhone, iOS 18, Happ\/2\.1; first .* UTC\n2\. iPad/,
    );
    assert.equal(await atlas(0, 'limit', '41001', '2'), '41001 may have 2 devices');
    assert.equal(await atlas(0, 'limit', '41001', 'none'), '41001 has no device limit');
    assert.match(await atlas(0, 'remove', '41001', '2'), /^removed 2\. iPad/);
    assert.equal(await atlas(0, 'remove', '41001', 'all'), 'removed 2');
    assert.equal(await atlas(0, 'show', '41001'), '0 of any number');
    const entries = await shop.ask<{ line: string }>(
      `select concat_ws(' ', action, actor, details ->> 'limit', details ->> 'count') as line
       from audit_entries where action like 'device%' order by entry_id`,
    );
    assert.deepEqual(
      entries.map(({ line }) => line),
      [
        'device-limit-set operator:cli 2',
        'device-limit-set operator:cli',
        'devices-removed operator:cli 1',
        'devices-removed operator:cli 2',
      ],
    );
  });

  const mistakes: [code: number, argv: string[], says: RegExp][] = [
    [2, ['show', 'anna'], /^telegramId must be/],
    [1, ['show', '999'], /no customer 999/],
    [1, ['show', '41002'], /no access/],
    [2, ['limit', '41001', '0'], /^n must be from 1 to 100, or none/],
    [2, ['limit', '41001', '101'], /^n must be from 1 to 100/],
    [2, ['limit', '41001', 'five'], /^n must be/],
    [2, ['limit', '41001'], /missing required argument/],
    [2, ['remove', '41001', '0'], /^n must be a number/],
    [1, ['remove', '41001', '77'], /no device 77/],
  ];
  for (const [code, argv, says] of mistakes) {
    it(`refuses ${argv.join(' ')}`, async () => assert.match(await atlas(code, ...argv), says));
  }
});
