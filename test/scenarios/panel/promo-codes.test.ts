/** Promo codes in Telegram: made by a form, made once, and switched off. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { FORM_GONE, NO_RIGHT, PanelWorld } from './panel-world.ts';

const DAY_MS = 86_400_000;

describe('promo codes in Telegram', () => {
  let panel: PanelWorld;
  before(async () => {
    panel = await PanelWorld.open();
  });
  after(() => panel[Symbol.asyncDispose]());

  type Stored = {
    promo_id: string;
    discount_percent: number;
    max_uses: number | null;
    expires_at: Date | null;
  };
  const codes = (code: string) =>
    panel.world.query<Stored>(
      'select promo_id, discount_percent, max_uses, expires_at from promo_codes where code = $1',
      [code],
    );

  async function openForm(): Promise<void> {
    const { owner } = panel;
    await panel.say(owner, '/promo_stats');
    await owner.read(/Промокоды/);
    await panel.press(owner, /Создать промокод/);
    await owner.read(/Как назовём промокод/);
  }

  it('are made step by step, with every slip of the hand explained', async () => {
    const { owner } = panel;
    await openForm();
    await panel.say(owner, 'ab');
    await owner.read(/от 3 до 32/);
    await panel.say(owner, 'fam50');
    await owner.read(/уже действует/);
    await panel.say(owner, 'winter26');
    await owner.read(/Какая скидка/);
    await panel.say(owner, '101');
    await owner.read(/целое число от 0 до 100/);
    await panel.say(owner, '15');
    await owner.read(/Сколько он будет действовать/);
    await panel.say(owner, 'неделю');
    await owner.read(/Выберите кнопкой/);
    await panel.press(owner, /Месяцы/);
    await panel.say(owner, '999');
    await owner.read(/не больше десяти лет/);
    await panel.say(owner, '2');
    await panel.workAgain(owner);
    const { messageId } = (await owner.messages()).at(-1) ?? {};
    assert.equal((await owner.read(/Сколько человек/)).messageId, messageId, 'no text answers two questions');
    await panel.say(owner, '0');
    await owner.read(/от 1 до миллиона/);
    await panel.say(owner, '40');
    await owner.read(/WINTER26[\s\S]+15%[\s\S]+Применений: 40[\s\S]+Всё верно/);
    assert.deepEqual(await codes('WINTER26'), []);
    const early = await panel.dataOf(owner, /✅ Создать/);
    const made = await Promise.all([panel.tap(owner, early), panel.tap(owner, early)]);
    assert.ok(made.includes('Готово'), made.join());
    await panel.workAgain(owner);
    await owner.read(/WINTER26 — действует[\s\S]+Использован: 0 из 40/);
    const [code, ...more] = await codes('WINTER26');
    assert.deepEqual(more, []);
    assert.ok(code);
    assert.deepEqual([code.discount_percent, code.max_uses], [15, 40]);
    const days = ((code.expires_at?.getTime() ?? 0) - Date.now()) / DAY_MS;
    assert.ok(days > 59.9 && days <= 60, `${days} days`);
    assert.deepEqual(await panel.actorsOf('promo-created'), [owner.telegramId]);
  });

  it('can have a random name, no end and no limit, and work for customers at once', async () => {
    const { owner, anna } = panel;
    await openForm();
    await panel.press(owner, /Случайный/);
    await panel.say(owner, '20');
    await panel.press(owner, /Бессрочно/);
    await panel.press(owner, /Без ограничений/);
    const summary = await owner.read(/Применений: ∞\nДействует до: бессрочно/);
    const name = /[A-Z]{6}/.exec(summary.text)?.[0] ?? '';
    await panel.press(owner, /✅ Создать/);
    await owner.read(new RegExp(`${name} — действует`));
    await panel.say(anna, '/buy');
    await panel.press(anna, /Ввести промокод/);
    await panel.say(anna, name.toLowerCase());
    await anna.read(/принят: скидка 20 %/);
  });

  it('are switched off after a question, once, whoever asks at the same time', async () => {
    const { owner, admin } = panel;
    const [code] = await codes('WINTER26');
    assert.ok(code);
    await panel.say(owner, '/promo_stats');
    await panel.press(owner, /🟢 WINTER26/);
    await panel.press(owner, /Выключить/);
    await owner.read(/включить обратно нельзя/);
    await panel.say(admin, '/promo_stats');
    const { messageId } = await admin.read(/Промокоды/);
    const end = `admin-promo-end:${code.promo_id}`;
    await Promise.all([
      panel.press(owner, /Да/, /включить обратно нельзя/),
      panel.events.tap(admin, { messageId, data: end }),
    ]);
    await owner.read(/WINTER26 — выключен/);
    await panel.workedOff();
    assert.equal((await panel.actorsOf('promo-ended')).length, 1);
    // What the screen showed is what is ended: a new code of that name is another one.
    await openForm();
    for (const answer of ['winter26', '5']) await panel.say(owner, answer);
    await panel.press(owner, /Бессрочно/);
    await panel.press(owner, /Без ограничений/);
    await panel.press(owner, /✅ Создать/);
    await owner.read(/WINTER26 — действует/);
    await panel.events.tap(admin, { messageId, data: end });
    await panel.workedOff();
    assert.equal((await panel.actorsOf('promo-ended')).length, 1);
  });

  it('are not made by a form that was left, or by a button of an older one', async () => {
    const { owner } = panel;
    await openForm();
    await panel.press(owner, /Случайный/);
    await panel.say(owner, '20');
    const stale = await panel.dataOf(owner, /Бессрочно/);
    await panel.say(owner, '/profile');
    await owner.read(/Баланс/);
    await panel.say(owner, '7');
    await owner.read(/Я понимаю кнопки/);
    await openForm();
    assert.match(await panel.tap(owner, stale), FORM_GONE);
    assert.match(await panel.tap(owner, stale.replace(/^.*:/, 'admin-promo-create:')), FORM_GONE);
  });

  it('are what their summary said, not what was chosen after it on an older screen', async () => {
    const { owner } = panel;
    await openForm();
    for (const answer of ['summer27', '20']) await panel.say(owner, answer);
    const older = await panel.dataOf(owner, /Дни/);
    await panel.press(owner, /Дни/);
    for (const answer of ['5', '10']) await panel.say(owner, answer);
    await owner.read(/SUMMER27[\s\S]+Применений: 10/);
    const shown = await panel.dataOf(owner, /✅ Создать/);
    await panel.tap(owner, older.replace('days', 'unlimited'));
    await panel.press(owner, /Без ограничений/);
    await owner.read(/SUMMER27[\s\S]+Применений: ∞/);
    assert.match(await panel.tap(owner, shown), FORM_GONE);
    assert.deepEqual(await codes('SUMMER27'), []);
  });

  it('are seen by who sees money, and changed by nobody but who sets prices', async () => {
    const { accountant, anna } = panel;
    const before = await panel.world.query('select promo_id, is_active from promo_codes order by promo_id');
    await panel.say(accountant, '/promo_stats');
    const list = await accountant.read(/Промокоды/);
    assert.ok(!list.buttons.flat().some(({ text }) => /Создать/.test(text)));
    const [code] = await codes('WINTER26');
    for (const data of [
      'admin-promo-new',
      `admin-promo-end:${code?.promo_id}`,
      `admin-promo-create:${code?.promo_id}`,
    ])
      assert.equal(await panel.tap(accountant, data), NO_RIGHT);
    await panel.say(anna, '/promo_stats');
    await anna.read(/Я понимаю кнопки/);
    await panel.tap(anna, `admin-promo-end:${code?.promo_id}`);
    await panel.workedOff();
    assert.deepEqual(
      await panel.world.query('select promo_id, is_active from promo_codes order by promo_id'),
      before,
    );
    assert.ok((await panel.actorsOf('promo-codes-viewed')).includes(accountant.telegramId));
  });
});
