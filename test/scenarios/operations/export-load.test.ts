/** An export beside customers who tap; the full size is `npm run proof -- export`. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { playExport } from '../../proofs/export.ts';

it('an export has everybody once, leaves no file, and keeps nobody from an answer', async () => {
  const run = await playExport({ seed: 20 }, { customers: 20_000, tapSeconds: 3, rounds: 1 });
  assert.ok(run.exports >= 1);
  // Whatever is held for each customer would be far more: 20,000 rows are 2 MB as text, and 20 MB as objects.
  assert.ok(run.commandGrowthMb < 50, `${run.commandGrowthMb} MB`);
});
