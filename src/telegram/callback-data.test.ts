import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { BUTTONS, samplesOf } from '../../test/scenarios/panel/button-samples.ts';
import { encodeAction, KEEPS, parseAction } from './callback-data.ts';

describe('the data of a button', () => {
  it('comes back as it was sent, in at most 64 bytes', () => {
    for (const to of Object.keys(BUTTONS)) {
      assert.ok(samplesOf(to).length > 0, `${to} has a field of which nothing here is an example`);
      for (const data of samplesOf(to)) {
        const action = parseAction(data);
        assert.ok(action, data);
        assert.equal(encodeAction(action), data);
        assert.ok(Buffer.byteLength(`${KEEPS}${data}`) <= 64, data);
      }
    }
  });
  it('is nothing when it is anything else', () => {
    fc.assert(
      fc.property(fc.string(), (data) => {
        const parsed = parseAction(data);
        if (parsed !== null) assert.equal(encodeAction(parsed), data);
      }),
    );
    for (const data of [
      '',
      'constructor',
      'pay:wallet:1',
      'period:basic:31',
      'period:basic:030',
      'plan:gold',
      'menu:1',
      'top-up-pay:card:250',
      'pay:wallet:0:0',
      'withdraw-send:1',
      'device-remove:1',
      'devices-clear:1',
      'admin-withdrawals:-1',
      'admin-withdrawals:01',
      'admin-feature:admin-actions:off',
      'admin-role:owner:5200000001',
      'admin-reject:because:00000000-0000-7000-8000-000000000000',
    ]) {
      assert.equal(parseAction(data), null, data);
    }
  });
});
