/** Sequences of everything that can happen to money, played against the shop and against the model. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sealRows } from '../../src/usecases/audit/seal-rows.ts';
import { verifyChain } from '../../src/usecases/audit/verify-chain.ts';
import { verifyLedger } from '../../src/usecases/ledger/verify-ledger.ts';
import { openTestShop, type TestShop } from '../support/shop.ts';
import { COMMANDS } from './commands.ts';
import { newModel } from './model.ts';
import { MoneyWorld } from './world.ts';

/** Two limited codes, one of which makes free, and one without limit. */
const PROMOS = [
  { percent: 40, max: 2 },
  { percent: 100, max: 1 },
  { percent: 15, max: null },
];
/** The whole ledger is proved after each sequence: a database is left before that becomes the work. */
const SEQUENCES_PER_DATABASE = 25;

/** `commands`: the most in one sequence; they are half as many on average. */
export type Play = { seed: number; sequences: number; commands: number };

/** Plays sequences one after another; returns how many commands they came to. A failure names its seed and path. */
export async function playMoneyModel({ seed, sequences, commands }: Play): Promise<number> {
  let played = 0;
  let sequence = 0;
  let shop: TestShop | undefined;
  const property = fc.asyncProperty(
    fc.commands(COMMANDS, { maxCommands: commands, size: 'max' }),
    async (drawn) => {
      if (sequence % SEQUENCES_PER_DATABASE === 0) {
        await shop?.[Symbol.asyncDispose]();
        shop = await openTestShop(6);
      }
      const world = new MoneyWorld(shop as TestShop, ++sequence);
      await world.prepare(PROMOS);
      await fc.asyncModelRun(() => ({ model: newModel(world.nowMs, PROMOS), real: world }), drawn);
      await assertProved(world);
      played += world.played;
    },
  );
  try {
    await fc.assert(property, { seed, numRuns: sequences });
  } finally {
    await shop?.[Symbol.asyncDispose]();
  }
  return played;
}

/** Nothing is promised any more, and the books prove by themselves as well. */
async function assertProved(world: MoneyWorld): Promise<void> {
  const { shop } = world;
  await world.shop.ask(
    'select count(*) from graphile_worker.complete_jobs(array(select id from graphile_worker._private_jobs))',
  );
  const ledger = await verifyLedger(shop);
  assert.ok(ledger.ok, ledger.ok ? '' : `${ledger.row}: ${ledger.problem}`);
  await sealRows(shop);
  const chain = await verifyChain(shop);
  assert.ok(chain.ok, chain.ok ? '' : `${chain.row}: ${chain.problem}`);
}
