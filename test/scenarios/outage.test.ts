/** The database goes away, or stops answering, while the shop is open. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { eventually } from '../support/core.ts';
import { Customer } from '../support/customer.ts';
import { World } from '../support/world.ts';

describe('an outage of the database', () => {
  let world: World;
  let base = '';
  before(async () => {
    world = await World.open({ node: 'simulated' });
    base = (await world.startServer(world.webhookEnv())).url;
    await world.addNode();
  });
  after(() => world[Symbol.asyncDispose]());

  const post = async (updateId: number) => {
    const startedAt = performance.now();
    const answer = await fetch(`${base}/telegram/webhook`, {
      method: 'POST',
      headers: { 'x-telegram-bot-api-secret-token': 'secret-of-the-webhook' },
      body: JSON.stringify({ update_id: updateId, poll: { id: '1' } }),
    });
    return { answer, ms: performance.now() - startedAt };
  };
  const isStored = async (updateId: number) =>
    (await world.query('select 1 from inbox_updates where update_id = $1', [updateId])).length === 1;

  it('is told to Telegram with 503 and "come again in a second", and nothing is lost', async () => {
    await world.database.refuse();
    const { answer } = await post(800001);
    assert.equal(answer.status, 503);
    assert.equal(answer.headers.get('retry-after'), '1');
    assert.equal((await fetch(`${base}/health`)).status, 503);
    assert.equal((await fetch(`${base}/readyz`)).status, 503);
    assert.equal((await fetch(`${base}/livez`)).status, 200);
    const isNoticed = async () => world.servers[0]?.log.includes('the database does not answer');
    await eventually('the process has noticed', isNoticed, 30_000);
    await world.database.accept();
    await eventually(
      'the update is taken when it comes again',
      async () => (await post(800001)).answer.status === 200,
    );
    assert.equal(await isStored(800001), true);
    assert.equal((await fetch(`${base}/health`)).status, 200);
    const written = `select details ->> 'transition' as transition from audit_entries
      where action = 'system_degradation' and details ->> 'component' = 'database'`;
    await eventually('it is written down', async () => (await world.query(written)).length > 0, 30_000);
    assert.deepEqual(await world.query(written), [{ transition: 'healthy->unavailable' }]);
  });

  it('is not waited for: a table that cannot be written answers 503 as well', async () => {
    const locker = new pg.Client({ connectionString: world.database.url });
    await locker.connect();
    await locker.query('begin');
    await locker.query('lock table inbox_updates in access exclusive mode');
    const { answer } = await post(800002);
    assert.equal(answer.status, 503);
    await locker.query('rollback');
    await locker.end();
    // Whoever was answered 503 comes again, whether or not the table was written after all.
    await eventually(
      'the update is taken when it comes again',
      async () => (await post(800002)).answer.status === 200,
    );
    assert.equal(await isStored(800002), true);
  });

  it('does not stop a customer who taps on afterwards', async () => {
    const lena = await Customer.create(world.client, 'Lena');
    await lena.start();
    await lena.press(/Купить/);
    await lena.read(/Выберите тариф/);
  });
});
