/** A new key for everybody: two questions, one at a time, each customer once whatever is killed, and the end is told. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { grantAccess } from '../../../src/usecases/access/grant-access.ts';
import { reissueCredential } from '../../../src/usecases/access/reissue-credential.ts';
import { revokeAccess } from '../../../src/usecases/access/revoke-access.ts';
import { setFeature } from '../../../src/usecases/features/manage-features.ts';
import {
  cancelMassReissue,
  measureMassReissue,
  startMassReissue,
} from '../../../src/usecases/mass-reissue/start-mass-reissue.ts';
import { stepMassReissue } from '../../../src/usecases/mass-reissue/step-mass-reissue.ts';
import { viewLatestMassReissue } from '../../../src/usecases/mass-reissue/view-mass-reissue.ts';
import { begin } from '../../proofs/shopping.ts';
import { eventually } from '../../support/core.ts';
import { Customer } from '../../support/customer.ts';
import { openVirtualShop, type VirtualShop } from '../../support/virtual-shop.ts';
import { World } from '../../support/world.ts';
import { ChatEvents } from '../screens/chat-events.ts';

const DAY_MS = 86_400_000;

describe('a new key for everybody, without a tap', () => {
  let life: VirtualShop;
  before(async () => {
    life = await openVirtualShop();
    for (let telegramId = 1n; telegramId <= 9n; telegramId += 1n)
      await grantAccess(life.shop, { actor: 'test', telegramId, plan: 'basic', durationMs: 30 * DAY_MS });
    await life.settle();
    life.told.length = 0;
    life.shop.advance(DAY_MS);
  });
  after(() => life[Symbol.asyncDispose]());

  const start = (actor = 'olga') => startMassReissue(life.shop, { actor, askedAt: life.shop.clock.now() });
  /** As processes do, each of which waits as long as it is told. */
  async function goOn(steps: number): Promise<void> {
    for (let step = 0; step < steps; step += 1) {
      life.shop.advance(1_000);
      await stepMassReissue(life.shop);
    }
  }
  const view = async () => (await viewLatestMassReissue(life.shop)) ?? assert.fail('there is none');
  const keysOf = async () =>
    (
      await life.shop.ask<{ telegram_id: string; count: string }>(
        `select telegram_id, count(*) from credentials join customers using (customer_id)
         group by telegram_id order by telegram_id`,
      )
    ).map(({ count }) => Number(count));

  it('begins once, by whomever, and never on an old question', async () => {
    assert.equal(await measureMassReissue(life.shop), 9);
    const old = new Date(life.shop.clock.now().getTime() - 600_001);
    assert.deepEqual(await startMassReissue(life.shop, { actor: 'olga', askedAt: old }), {
      ok: false,
      refusal: 'changed',
    });
    const askedAt = life.shop.clock.now();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => startMassReissue(life.shop, { actor: `${index}`, askedAt })),
    );
    assert.deepEqual(answers, Array(8).fill({ ok: true }));
    assert.equal((await life.shop.ask('select from mass_reissues')).length, 1);
    life.shop.advance(1);
    assert.deepEqual(await start(), { ok: false, refusal: 'running' });
    assert.equal(
      (await life.shop.ask("select from audit_entries where action = 'mass-reissue-started'")).length,
      1,
    );
  });

  it('gives each of them one, at one pace for all processes, and counts exactly', async () => {
    await stepMassReissue(life.shop);
    assert.equal((await view()).total, 9);
    life.shop.advance(1_000);
    // Eight processes whose turn it is at once.
    await Promise.all(Array.from({ length: 8 }, () => stepMassReissue(life.shop)));
    assert.equal((await view()).done, 1);
    await stepMassReissue(life.shop);
    assert.equal((await view()).done, 1, 'it is nobody’s turn yet');
    await goOn(2);
    const { done, left, total, secondsLeft } = await view();
    assert.deepEqual({ done, left, total, secondsLeft }, { done: 3, left: 6, total: 9, secondsLeft: 3 });
  });

  it('rests while nodes may not be told', async () => {
    // What is promised meanwhile would be tried again later than the next test looks.
    await life.settle();
    await setFeature(life.shop, { actor: 'olga', feature: 'vpn-provisioning', isOn: false });
    await goOn(3);
    assert.equal((await view()).done, 3);
    await setFeature(life.shop, { actor: 'olga', feature: 'vpn-provisioning', isOn: true });
  });

  it('passes over whoever has lost access or made a new key, and whom something is wrong with', async () => {
    const waiting = await life.shop.ask<{ customer_id: string; telegram_id: string }>(
      `select customer_id, telegram_id from mass_reissue_customers join customers using (customer_id)
       where status = 'pending' order by entitlement_id desc limit 3`,
    );
    const [lost, own, broken] = waiting;
    assert.ok(lost && own && broken);
    await revokeAccess(life.shop, { actor: 'test', telegramId: BigInt(lost.telegram_id) });
    await reissueCredential(life.shop, { customerId: own.customer_id, actor: null });
    await life.shop.ask('update wallets set version = 9223372036854775807 where customer_id = $1', [
      broken.customer_id,
    ]);
    await goOn(10);
    await life.settle();
    const { status, done, skipped, failed, left, total } = await view();
    assert.deepEqual(
      { status, done, skipped, failed, left, total },
      { status: 'done', done: 6, skipped: 2, failed: 1, left: 0, total: 9 },
    );
    const keys = await keysOf();
    assert.equal(keys.filter((count) => count === 2).length, 7, 'six by us, one by themself');
    assert.equal(keys.filter((count) => count === 1).length, 2);
    assert.equal(life.told.filter(({ notice }) => notice.kind === 'key-reissued').length, 6);
    const report = life.toldOperators.find(({ kind }) => kind === 'mass-reissue');
    assert.ok(report?.kind === 'mass-reissue');
    assert.deepEqual(report.failedIds, [BigInt(broken.telegram_id)]);
    const ended = await life.shop.ask<{ actor: string }>(
      "select actor from audit_entries where action = 'mass-reissue-done'",
    );
    assert.equal(ended.length, 1);
    await life.shop.ask('update wallets set version = 1 where customer_id = $1', [broken.customer_id]);
  });

  it('is not begun again by a button of the one that is done', async () => {
    const [done] = await life.shop.ask<{ started_at: Date }>('select started_at from mass_reissues');
    assert.ok(done);
    const answer = await startMassReissue(life.shop, { actor: 'olga', askedAt: done.started_at });
    assert.deepEqual(answer, { ok: true });
    assert.equal((await life.shop.ask('select from mass_reissues')).length, 1);
  });

  it('stops when it is cancelled, once', async () => {
    const before = await keysOf();
    assert.deepEqual(await start(), { ok: true });
    await goOn(3);
    const { reissueId, done } = await view();
    assert.equal(done, 2);
    const order = { actor: 'sergey', reissueId };
    await Promise.all([
      cancelMassReissue(life.shop, order),
      cancelMassReissue(life.shop, order),
      stepMassReissue(life.shop),
    ]);
    await goOn(5);
    await life.settle();
    const ended = await view();
    assert.equal(ended.status, 'cancelled');
    assert.equal(ended.done + ended.left, 8);
    const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0);
    assert.equal(sum(await keysOf()), sum(before) + ended.done);
    const entries = await life.shop.ask("select from audit_entries where action = 'mass-reissue-cancelled'");
    assert.equal(entries.length, 1);
    assert.equal(life.toldOperators.filter(({ kind }) => kind === 'mass-reissue').length, 2);
  });
});

describe('a new key for everybody, in the panel', () => {
  let world: World;
  let owner: Customer;
  let support: Customer;
  let events: ChatEvents;
  const people: Customer[] = [];
  const env = () => ({ ADMIN_TELEGRAM_ID: String(owner.telegramId) });
  before(async () => {
    world = await World.open({ node: 'simulated' });
    owner = await Customer.create(world.client, 'Olga');
    support = await Customer.create(world.client, 'Sveta');
    await world.startServer(env());
    await world.addNode();
    events = new ChatEvents(world);
    for (const person of [owner, support]) await begin(person);
    await world.query(`insert into operators values ($1, 'support', 'test', '2026-01-01')`, [
      support.telegramId,
    ]);
    for (let count = 0; count < 6; count += 1) {
      const person = await Customer.create(world.client, `Anna ${count}`);
      await begin(person);
      const granted = await world.cli([
        'grant',
        String(person.telegramId),
        '--plan',
        'basic',
        '--for',
        '30d',
      ]);
      assert.equal(granted.code, 0, granted.stderr);
      await person.read(/vless:\/\//);
      people.push(person);
    }
  });
  after(async () => {
    await events[Symbol.asyncDispose]();
    await world[Symbol.asyncDispose]();
  });

  const doneCount = async () =>
    (await world.query("select from mass_reissue_customers where status = 'done'")).length;

  it('is nothing to who has no right to it', async () => {
    await support.say('/admin');
    const { messageId, buttons } = await support.read(/Панель магазина/);
    assert.ok(!buttons.flat().some(({ text }) => /Ключи/.test(text)));
    const answer = await events.tap(support, { messageId, data: `admin-rekey-all:${Date.now()}` });
    assert.equal(answer, 'Для этого нужна другая роль');
    assert.deepEqual(await world.query('select from mass_reissues'), []);
  });

  it('goes on where it was when the process is killed, and tells everybody once', async () => {
    await owner.say('/admin');
    await owner.press(/Ключи/);
    await owner.read(/Всем сразу ключи ещё не меняли/);
    await owner.press(/Всем сразу/);
    await owner.read(/получат 6 клиентов/);
    await owner.press(/Дальше/);
    await owner.read(/Точно заменить всем/);
    await owner.press(/Да, заменить всем/);
    await owner.read(/Меняем всем/);
    await eventually('two are done', async () => (await doneCount()) >= 2 || undefined);
    await world.servers.at(-1)?.kill('SIGKILL');
    await world.startServer(env());
    await owner.press(/Обновить/, /Меняем всем/);
    await owner.read(/Ключи заменены всем[\s\S]+Всего: 6\nГотово: 6\nПропущено: 0\nНе вышло: 0\nОсталось: 0/);
    for (const person of people) await person.read(/Мы заменили ваш ключ/);
    const keys = await world.query<{ count: string }>(
      'select count(*) from credentials group by entitlement_id',
    );
    assert.deepEqual(
      keys.map(({ count }) => Number(count)),
      Array(6).fill(2),
    );
    for (const person of people) {
      const told = (await person.messages()).filter(({ text }) => text.includes('Мы заменили ваш ключ'));
      assert.equal(told.length, 1);
    }
  });

  it('is stopped after a question', async () => {
    await world.query('delete from rate_limits');
    // It rests meanwhile, so that it does not end before it is stopped.
    assert.equal((await world.cli(['flag', 'set', 'vpn-provisioning', 'off'])).code, 0);
    await owner.say('/admin');
    for (const [label, on] of [
      [/Ключи/, /Панель магазина/],
      [/Всем сразу/, /поменяли всем/],
      [/Дальше/, /Заменить ключи всем/],
      [/Да, заменить всем/, /Точно заменить/],
    ] as const)
      await owner.press(label, on);
    const [running] = await eventually('it runs', async () => {
      const rows = await world.query<{ id: string }>(
        "select reissue_id as id from mass_reissues where status = 'running'",
      );
      return rows.length > 0 ? rows : undefined;
    });
    const screen = await eventually('the screen of this one', async () =>
      (await owner.messages()).findLast(({ buttons }) =>
        buttons.flat().some((button) => 'data' in button && button.data.includes(running?.id ?? '-')),
      ),
    );
    assert.match(screen.text, /Меняем всем/);
    await owner.tap(screen.messageId, `admin-rekey-stop-ask:${running?.id}`);
    await owner.press(/Да/, /Остановить\?/);
    await owner.read(/Замена ключей остановлена/);
    const [latest] = await world.query<{ status: string }>(
      'select status from mass_reissues order by started_at desc limit 1',
    );
    assert.equal(latest?.status, 'cancelled');
  });
});
