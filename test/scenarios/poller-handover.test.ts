import { describe, it } from 'node:test';
import { playDrain, playKilledPoller, playLostLock, playPassingConflict } from '../proofs/poller-handover.ts';

/** Enough to see that the first is not the last. */
const CONFLICTS = 2;

describe('who polls Telegram', { concurrency: true, timeout: 300_000 }, () => {
  it('a killed poller is followed by the process that stood by', async () => {
    await playKilledPoller();
  });

  it('a poller whose lock is lost stands by and takes it again, working on', async () => {
    await playLostLock();
  });

  it('a conflict with another poller is waited out', async () => {
    await playPassingConflict(CONFLICTS);
  });

  it('SIGTERM in the middle of an update: it is finished, everything is given back, exit 0', async () => {
    await playDrain();
  });
});
