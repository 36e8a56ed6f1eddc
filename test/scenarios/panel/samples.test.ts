/** Sample messages: every message that customers get, to be looked at by who works here, and by nobody else. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { SAMPLES } from '../../../src/telegram/buttons/panel/sample-buttons.ts';
import { PanelWorld } from './panel-world.ts';

describe('sample messages', () => {
  let panel: PanelWorld;
  before(async () => {
    panel = await PanelWorld.open();
  });
  after(() => panel[Symbol.asyncDispose]());

  it('come to who asks, each marked as one, and to nobody else', async () => {
    const { accountant, owner, anna } = panel;
    await panel.say(accountant, '/admin');
    await panel.press(accountant, /Образцы сообщений/);
    const { messageId } = await accountant.read(/Никто больше его не получит/);
    const texts = new Set<string>();
    for (const sample of SAMPLES) {
      await panel.world.query('delete from rate_limits');
      const answer = await panel.events.tap(accountant, { messageId, data: `admin-sample:${sample}` });
      assert.equal(answer, 'Образец отправлен вам', sample);
      await panel.workedOff();
      const newest = (await accountant.messages()).at(-1);
      assert.match(newest?.text ?? '', /^🧪 Образец\. Суммы, даты и ключ выдуманы\.\n\n\S/, sample);
      assert.ok((newest?.buttons.flat().length ?? 0) > 0, `${sample} leads nowhere`);
      texts.add(newest?.text ?? '');
    }
    assert.equal(texts.size, SAMPLES.length, 'no two are the same');
    for (const other of [owner, anna])
      assert.ok(!(await other.messages()).some(({ text }) => /Образец/.test(text)));
    assert.equal((await panel.actorsOf('test-message-sent')).length, SAMPLES.length);
    assert.deepEqual(await panel.actorsOf('test-menu-viewed'), [accountant.telegramId]);
    for (const table of ['notices', 'charges', 'entitlements', 'transfers'])
      assert.deepEqual(await panel.world.query(`select from ${table}`), [], table);
  });

  it('are nothing to a customer', async () => {
    const { anna } = panel;
    assert.match(await panel.tap(anna, 'admin-sample:refunded'), /устарела/);
    assert.ok(!(await anna.messages()).some(({ text }) => /Образец/.test(text)));
  });
});
