/** A small fixed set of sequences; `npm run proof -- money-model` plays 2,000. */
import { it } from 'node:test';
import { playMoneyModel } from './money-model.ts';

it('the books are what the written rules say, whatever happens to them', async () => {
  await playMoneyModel({
    seed: Number(process.env.MODEL_SEED ?? 20_261_126),
    sequences: Number(process.env.MODEL_RUNS ?? 12),
    commands: 200,
  });
});
