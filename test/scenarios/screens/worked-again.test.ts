/** A customer's tap that is worked twice, as after a crash: what it gives is given once, and said again. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { begin } from '../../proofs/shopping.ts';
import { eventually } from '../../support/core.ts';
import { Customer } from '../../support/customer.ts';
import { PanelWorld } from '../panel/panel-world.ts';

describe('a tap that is worked again', () => {
  let panel: PanelWorld;
  before(async () => {
    panel = await PanelWorld.open();
  });
  after(() => panel[Symbol.asyncDispose]());

  const count = async (action: string) =>
    (await panel.world.query('select from audit_entries where action = $1', [action])).length;

  it('starts one trial and says so, though no node takes part', async () => {
    const nova = await Customer.create(panel.world.client, 'Nova');
    await begin(nova);
    await panel.world.query("update nodes set status = 'disabled'");
    await panel.tap(nova, 'trial');
    await panel.workedOff();
    const said = (await panel.newestOf(nova)).text;
    await panel.workAgain(nova);
    assert.equal((await panel.newestOf(nova)).text, said);
    assert.equal(await count('trial-started'), 1);
    await panel.world.query("update nodes set status = 'active'");
  });

  it('makes one key, and one link', async () => {
    const { anna } = panel;
    await panel.tap(anna, 'trial');
    await eventually('there is access', async () =>
      (await anna.messages()).some(({ text }) => text.includes('vless://')),
    );
    for (const [data, action] of [
      ['new-key', 'credential-reissued'],
      ['new-link', 'subscription-link-rotated'],
    ] as const) {
      await panel.tap(anna, data);
      await panel.workedOff();
      const made = await count(action);
      await panel.workAgain(anna);
      assert.equal(await count(action), made);
    }
    assert.equal(await count('credential-reissued'), 1);
  });
});
