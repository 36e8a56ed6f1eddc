/** Updates that no code survives: they are put aside, and their chats go on. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventually } from '../support/core.ts';
import { Customer } from '../support/customer.ts';
import { World } from '../support/world.ts';

describe('an update that kills whoever works on it', () => {
  it('is parked after a dozen deaths, and its chat goes on', async () => {
    await using world = await World.open();
    const deadly = { ATLAS_FAILPOINT: 'update:claimed', PORT: String(world.port) };
    const first = await world.startServer({ PORT: String(world.port) });
    const nina = await Customer.create(world.client, 'Nina');
    await nina.start();
    await first.kill();
    await nina.say('/profile');
    const attempts = async () => {
      const [row] = await world.query<{ attempts: number; status: string }>(
        'select attempts, status from inbox_updates order by update_id desc limit 1',
      );
      return row;
    };
    for (let deaths = 1; deaths <= 12; deaths += 1) {
      // It may be dead before it says that it is ready.
      await world.startServer(deadly).catch(() => undefined);
      await world.servers.at(-1)?.ended;
      assert.equal(world.servers.at(-1)?.child.signalCode, 'SIGKILL');
    }
    await world.startServer({ PORT: String(world.port) });
    await eventually('it is parked', async () => (await attempts())?.status === 'parked', 60_000);
    await nina.say('/buy');
    await nina.read(/Выберите тариф/);
    await eventually('nothing waits', async () => {
      const waiting = await world.query("select 1 from inbox_updates where status = 'pending'");
      return waiting.length === 0;
    });
  });
});
