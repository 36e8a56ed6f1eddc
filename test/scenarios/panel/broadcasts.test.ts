/** Broadcasts in Telegram: written by a form, previewed, sent, steered and compared. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { buyByCrypto } from '../../proofs/shopping.ts';
import { eventually } from '../../support/core.ts';
import { FORM_GONE, NO_RIGHT, PanelWorld } from './panel-world.ts';

describe('broadcasts in Telegram', () => {
  let panel: PanelWorld;
  before(async () => {
    panel = await PanelWorld.open();
  });
  after(() => panel[Symbol.asyncDispose]());

  type Stored = {
    broadcast_id: string;
    status: string;
    segment: string;
    text_a: string;
    text_b: string | null;
  };
  const stored = (title: string) =>
    panel.world.query<Stored>(
      'select broadcast_id, status, segment, text_a, text_b from broadcasts where title = $1',
      [title],
    );

  async function openForm(command = '/admin'): Promise<void> {
    const { owner } = panel;
    await panel.say(owner, command);
    if (command === '/admin') {
      await panel.press(owner, /Рассылки/);
      await panel.press(owner, /Новая рассылка/);
    }
    await owner.read(/Заголовок рассылки/);
  }

  /** A draft with one text, its preview in the chat; returns its id. */
  async function draft(title: string, text: string, segment: RegExp): Promise<string> {
    const { owner } = panel;
    await openForm();
    await panel.say(owner, title);
    await panel.press(owner, /^Обычная/);
    await panel.say(owner, text);
    await panel.press(owner, /Новость/);
    await panel.press(owner, segment, /Кому отправим/);
    const [made] = await stored(title);
    assert.ok(made);
    return made.broadcast_id;
  }

  /** Refreshes the card until it says so. */
  async function previewed(says: RegExp): Promise<void> {
    await eventually('the preview was shown', async () => {
      await panel.press(panel.owner, /Обновить/);
      return (await panel.owner.messages()).some(({ text }) => says.test(text)) || undefined;
    });
  }

  it('of two texts are written step by step, previewed, sent to everybody once, and compared', async () => {
    const { owner, anna, accountant } = panel;
    await openForm();
    await panel.say(owner, 'x'.repeat(101));
    await owner.read(/одна строка до 100 знаков/);
    await panel.say(owner, 'Новые страны');
    await panel.say(owner, 'и ещё слово');
    await owner.read(/Выберите кнопкой/);
    await panel.press(owner, /A\/B: два текста/);
    await panel.say(owner, 'Подключили <b>Нидерланды</b>');
    await panel.workAgain(owner);
    assert.match((await owner.messages()).at(-1)?.text ?? '', /^Теперь текст B/);
    await panel.say(owner, 'Подключили <b>Нидерланды</b>');
    await owner.read(/не такой же, как A/);
    await panel.say(owner, 'Теперь и 5 < 6 стран');
    await panel.press(owner, /Безопасность/);
    const segment = await panel.dataOf(owner, /👥 Всем/);
    const taps = await Promise.all([panel.tap(owner, segment), panel.tap(owner, segment)]);
    assert.ok(taps.includes('Превью уже летит в этот чат.'), taps.join());
    await panel.workAgain(owner);
    const [made, ...more] = await stored('Новые страны');
    assert.deepEqual(more, []);
    assert.deepEqual(
      [made?.status, made?.segment, made?.text_a, made?.text_b],
      ['draft', 'all', 'Подключили <b>Нидерланды</b>', 'Теперь и 5 &lt; 6 стран'],
    );
    await owner.read(/🔒 Новые страны\n\nПодключили Нидерланды/);
    await owner.read(/🔒 Новые страны\n\nТеперь и 5 < 6 стран/);
    const note = await owner.read(/«Новые страны»: выше два текста, сначала A/);
    const [open] = note.buttons.flat();
    assert.equal(open?.kind === 'callback' ? open.data.split(':')[0] : '', '+broadcast');
    await previewed(/Сейчас её получат 4 клиента.\nПревью показано/);
    assert.ok(!(await anna.messages()).some(({ text }) => /Новые страны/.test(text)));
    await panel.press(owner, /🚀 Отправить/);
    await owner.read(/Отправить «Новые страны» 4 клиентам\?/);
    await panel.press(owner, /Да/);
    for (const person of [anna, accountant]) await person.read(/🔒 Новые страны/);
    await owner.read(/Рассылка «Новые страны» завершена[\s\S]+Доставлено: 4/);
    await panel.press(owner, /Обновить/);
    await owner.read(/✅ Новые страны — завершена[\s\S]+Отправлено: 4/);
    await panel.press(owner, /Сравнить тексты/);
    const compared = await owner.read(/Текст A[\s\S]+Всего отправлено 4 из 4/);
    const parts = [...compared.text.matchAll(/\((\d+) %\)/g)].map(([, part]) => Number(part));
    assert.equal((parts[0] ?? 0) + (parts[1] ?? 0), 100, compared.text);
    await panel.say(owner, '/admin');
    await panel.press(owner, /Рассылки/);
    await panel.press(owner, /A\/B-тесты/);
    await owner.read(/Новые страны · [\s\S]+A — \d \(\d+ %\), B — \d \(\d+ %\)/);
    for (const action of [
      'broadcast-created',
      'broadcast-start',
      'broadcast-test-viewed',
      'broadcast-tests-viewed',
    ])
      assert.deepEqual(await panel.actorsOf(action), [owner.telegramId], action);
  });

  it('cannot be started before a preview that Telegram takes', async () => {
    const { owner } = panel;
    const broadcastId = await draft('Сломанная', 'Скидка <b>сегодня', /👥 Всем/);
    const start = `broadcast-steer:start:${broadcastId}`;
    await eventually('the preview was refused', async () => {
      return /Telegram не принимает этот текст/.test(await panel.tap(owner, start)) || undefined;
    });
    await owner.read(/📝 Сломанная[\s\S]+Telegram не принимает текст: .*can't parse entities/);
    assert.equal((await stored('Сломанная'))[0]?.status, 'draft');
    await panel.press(owner, /Отменить рассылку/);
    await owner.read(/Отменить «Сломанная»\?/);
    await panel.press(owner, /Да/);
    await owner.read(/🚫 Сломанная — отменена/);
  });

  it('to who has no subscription reach nobody who has one', async () => {
    const { owner, anna, accountant } = panel;
    await buyByCrypto(anna);
    await openForm('/notify_no_subscription');
    await panel.say(owner, 'Возвращайтесь');
    await panel.press(owner, /^Обычная/);
    await panel.say(owner, 'Мы скучали');
    await panel.press(owner, /Акция/);
    const question = await owner.read(/Кому отправим/);
    assert.ok(!question.buttons.flat().some(({ text }) => /Всем/.test(text)));
    await panel.press(owner, /Без подписки/, /Кому отправим/);
    await owner.read(/🎁 Возвращайтесь/);
    await previewed(/Сейчас её получат 3 клиента.\nПревью показано/);
    await panel.press(owner, /🚀 Отправить/);
    await panel.press(owner, /Да/);
    await accountant.read(/🎁 Возвращайтесь/);
    await owner.read(/Рассылка «Возвращайтесь» завершена[\s\S]+Доставлено: 3/);
    assert.ok(!(await anna.messages()).some(({ text }) => /Возвращайтесь/.test(text)));
  });

  it('are paused, resumed and cancelled by whoever comes first', async () => {
    const { owner, admin } = panel;
    await panel.world.query(
      `insert into customers (customer_id, telegram_id, first_name, created_at)
       select gen_random_uuid(), 8000000000 + i, 'Crowd', '2026-01-01' from generate_series(1, 300) i`,
    );
    const broadcastId = await draft('Долгая', 'Для многих', /👥 Всем/);
    await previewed(/Долгая[\s\S]+Превью показано/);
    await panel.press(owner, /🚀 Отправить/);
    await panel.press(owner, /Да/);
    await owner.read(/▶️ Долгая — идёт/);
    await panel.say(admin, '/admin');
    const pause = `broadcast-steer:pause:${broadcastId}`;
    const paused = await Promise.all([panel.tap(owner, pause), panel.tap(admin, pause)]);
    assert.deepEqual(paused, ['Готово', 'Готово']);
    assert.equal((await panel.actorsOf('broadcast-pause')).length, 1);
    await owner.read(/⏸ Долгая — на паузе/);
    await panel.press(admin, /▶️ Продолжить/);
    await panel.workAgain(owner);
    assert.equal((await stored('Долгая'))[0]?.status, 'running');
    await panel.press(owner, /Отменить рассылку/);
    await panel.press(owner, /Да/);
    await owner.read(/🚫 Долгая — отменена/);
    assert.match(await panel.tap(admin, `broadcast-steer:resume:${broadcastId}`), /Сейчас так нельзя/);
    assert.equal((await stored('Долгая'))[0]?.status, 'cancelled');
  });

  it('are not written by a form that was left, or by a button of an older one', async () => {
    const { owner } = panel;
    await openForm();
    await panel.say(owner, 'Забытая');
    const stale = await panel.dataOf(owner, /^Обычная/);
    await panel.say(owner, '/cancel');
    await panel.say(owner, 'Текст в никуда');
    await owner.read(/Я понимаю кнопки/);
    await openForm();
    assert.match(await panel.tap(owner, stale), FORM_GONE);
    assert.match(await panel.tap(owner, stale.replace(/^.*:/, 'broadcast-to:all:')), FORM_GONE);
    assert.deepEqual(await stored('Забытая'), []);
  });

  it('are nobody else’s to see or to send', async () => {
    const { accountant, anna } = panel;
    const before = await panel.world.query('select broadcast_id, status from broadcasts order by 1');
    const [one] = await stored('Долгая');
    const forged = [
      'broadcasts:0',
      'broadcast-new',
      `broadcast-steer:cancel:${one?.broadcast_id}`,
      `broadcast-to:all:${one?.broadcast_id}`,
    ];
    await panel.say(accountant, '/admin');
    for (const data of forged) assert.equal(await panel.tap(accountant, data), NO_RIGHT, data);
    await panel.say(accountant, '/notify_no_subscription');
    await accountant.read(/нужна другая роль/);
    await panel.say(anna, '/notify_no_subscription');
    await anna.read(/Я понимаю кнопки/);
    for (const data of forged) await panel.tap(anna, data);
    assert.deepEqual(
      await panel.world.query('select broadcast_id, status from broadcasts order by 1'),
      before,
    );
  });
});
