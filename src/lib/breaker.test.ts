import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BrokenCircuitError } from 'cockatiel';
import { type Breaker, createBreaker } from './breaker.ts';

class Lost extends Error {}

function play(): {
  breaker: Breaker;
  calls: () => number;
  run(outcome: 'answer' | 'refusal' | 'lost'): Promise<string>;
} {
  const breaker = createBreaker({
    failures: 3,
    restMs: 3_600_000,
    isUnanswered: (error) => error instanceof Lost,
  });
  let calls = 0;
  const work = async (outcome: string) => {
    calls += 1;
    if (outcome === 'lost') throw new Lost();
    if (outcome === 'refusal') throw new Error('no');
    return outcome;
  };
  const nameOf = (error: unknown) =>
    error instanceof BrokenCircuitError ? 'not tried' : error instanceof Lost ? 'lost' : 'refusal';
  return { breaker, calls: () => calls, run: (outcome) => breaker(() => work(outcome)).catch(nameOf) };
}

describe('a breaker', () => {
  it('passes on what it is given, answers and refusals alike', async () => {
    const { run } = play();
    assert.deepEqual(
      [await run('answer'), await run('refusal'), await run('lost')],
      ['answer', 'refusal', 'lost'],
    );
  });

  it('asks no more after three in a row without an answer', async () => {
    const { run, calls } = play();
    for (let count = 0; count < 3; count += 1) await run('lost');
    assert.equal(await run('answer'), 'not tried');
    assert.equal(calls(), 3);
  });

  it('takes a refusal for an answer: it ends the row', async () => {
    const { run } = play();
    for (const outcome of ['lost', 'lost', 'refusal', 'lost', 'lost', 'answer', 'lost', 'lost'] as const)
      assert.equal(await run(outcome), outcome);
  });
});
