import { describe, it } from 'node:test';
import { playOneCharge } from '../proofs/one-charge.ts';
import { playPolling, playWebhook } from '../proofs/two-processes.ts';

/** A fifth of the proof's crowd. */
const CHATS = 10;
const SEED = 20_260_720;

describe('two servers on one database', { concurrency: true, timeout: 300_000 }, () => {
  it('the poller is killed half-way: no update lost, none acted on twice, order kept', async () => {
    await playPolling(CHATS);
  });

  it('behind a webhook one is killed half-way: no update lost, none acted on twice', async () => {
    await playWebhook(CHATS);
  });

  it('one payment told 17 times, shuffled with polling by both, is one charge', async () => {
    await playOneCharge(SEED);
  });
});
