/** A broadcast whose processes are killed and whose Telegram fails; the full size is `npm run proof -- broadcast`. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { playBroadcast } from '../../proofs/broadcast.ts';

it('a broadcast through a kill and troubles serves nobody twice and forgets nobody', async () => {
  const run = await playBroadcast({ seed: 20 }, { recipients: 200, troubles: 6, kills: 1 });
  assert.equal(run.sent + run.failed + run.unknown, 200);
  assert.ok(run.busiestSecond <= 30, `${run.busiestSecond} messages in one second`);
});
