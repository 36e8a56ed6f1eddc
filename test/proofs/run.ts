/**
 * `npm run proof [-- name ...]`: the promises at full size, on a PostgreSQL of its own; all of them when none is
 * named. One line per proof: seed, size, figures. Exit 1 when one fails, 2 for an unknown name.
 * `PROOF_SEED` repeats a run.
 */
import { randomInt } from 'node:crypto';
import { inspect } from 'node:util';
import { startTestCluster } from '../support/postgres.ts';
import { proveBigNode } from './big-node.ts';
import { proveBroadcast } from './broadcast.ts';
import { proveConvergence } from './convergence.ts';
import { proveDeliveries } from './deliveries.ts';
import { proveExport } from './export.ts';
import { proveKillPoints } from './kill-points.ts';
import { proveMillion } from './life-cycle/million.ts';
import { proveTimeMachine } from './life-cycle/time-machine.ts';
import { proveMoneyModel } from './money-model.ts';
import { proveMutants } from './mutants.ts';
import { provePollerHandover } from './poller-handover.ts';
import { type Proof, seconds } from './proof.ts';
import { proveStorageDown } from './storage-down.ts';
import { proveThreeProcesses } from './three-processes.ts';
import { proveTwoProcesses } from './two-processes.ts';

const PROOFS: Record<string, Proof> = {
  'kill-points': proveKillPoints,
  'two-processes': proveTwoProcesses,
  'poller-handover': provePollerHandover,
  deliveries: proveDeliveries,
  'money-model': proveMoneyModel,
  convergence: proveConvergence,
  'big-node': proveBigNode,
  'time-machine': proveTimeMachine,
  'three-processes': proveThreeProcesses,
  'storage-down': proveStorageDown,
  broadcast: proveBroadcast,
  export: proveExport,
  million: proveMillion,
  mutants: proveMutants,
};
/** No proof may take longer, but for the one that runs the tests again and again. Source: decisions.md §4. */
const DEADLINE_MS = 15 * 60_000;
const MUTANTS_DEADLINE_MS = 20 * 60_000;

process.exitCode = await main(process.argv.slice(2));

async function main(wanted: string[]): Promise<number> {
  const unknown = wanted.filter((name) => !Object.hasOwn(PROOFS, name));
  if (unknown.length > 0) {
    console.error(`no such proof: ${unknown.join(', ')}; there are: ${Object.keys(PROOFS).join(', ')}`);
    return 2;
  }
  const cluster = await startTestCluster();
  process.env.TEST_POSTGRES_URL = cluster.url;
  const names = wanted.length > 0 ? wanted : Object.keys(PROOFS);
  let failures = 0;
  for (const name of names) if (!(await prove(name))) failures += 1;
  await cluster.stop();
  return failures === 0 ? 0 : 1;
}

async function prove(name: string): Promise<boolean> {
  const seed = Number(process.env.PROOF_SEED ?? randomInt(2 ** 31));
  const startedAtMs = performance.now();
  try {
    const { size, figures } = await withinDeadline(name, PROOFS[name]?.({ seed }));
    const facts = Object.entries(figures).map(([what, figure]) => `${what}: ${figure}`);
    const took = seconds(performance.now() - startedAtMs);
    console.log(`ok ${name} · seed ${seed} · ${size} · ${facts.join(' · ')} · took ${took}`);
    return true;
  } catch (error) {
    console.log(`FAILED ${name} · seed ${seed}\n${inspect(error)}`);
    return false;
  }
}

async function withinDeadline<T>(name: string, work: Promise<T> | undefined): Promise<T> {
  const late = Promise.withResolvers<never>();
  const deadlineMs = name === 'mutants' ? MUTANTS_DEADLINE_MS : DEADLINE_MS;
  const timer = setTimeout(
    () => late.reject(new Error(`not done within ${deadlineMs / 60_000} minutes`)),
    deadlineMs,
  );
  try {
    return await Promise.race([work as Promise<T>, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
