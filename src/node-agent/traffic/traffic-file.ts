import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { describeError } from '../../lib/fault.ts';
import type { Logger } from '../../lib/logger.ts';
import type { CoreRun } from '../core/driver.ts';
import { writeDurably } from '../state/durable-file.ts';

/** The count of one credential: raw values as last seen on the core, totals over all its cores. */
export type Counter = {
  rawUplinkBytes: bigint;
  rawDownlinkBytes: bigint;
  uplinkBytes: bigint;
  downlinkBytes: bigint;
  /** The change that began this count. */
  counter: number;
  /** The last change of the totals; 0: nothing counted yet. */
  change: number;
  changedAtMs: number;
};

/** Everything that is on the disk. `change` numbers every change of a total, across restarts of the agent. */
export type TrafficState = {
  epoch: string;
  change: number;
  run: CoreRun | null;
  readAtMs: number;
  counters: Map<string, Counter>;
};

const runSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('process'), id: z.string() }),
  z.object({ kind: z.literal('uptime'), seconds: z.number() }),
]);
const headSchema = z.object({
  epoch: z.guid(),
  change: z.number().int().min(0),
  run: runSchema.nullable(),
  readAtMs: z.number(),
  count: z.number().int().min(0),
});
const bytes = z
  .string()
  .regex(/^\d{1,30}$/)
  .transform(BigInt);
const counterSchema = z.tuple([z.string(), bytes, bytes, bytes, bytes, z.number(), z.number(), z.number()]);

/** Lines made between two turns of the event loop, under 10 ms. */
const SLICE_LINES = 1_000;

/**
 * Reads the counters; where there is no whole file, begins a new epoch with none. Customers are served all the
 * same, and the server sees by the epoch that something may be uncounted.
 */
export async function readTrafficFile(stateDir: string, logger: Logger): Promise<TrafficState> {
  try {
    return parseState(await readFile(pathOf(stateDir), 'utf8'));
  } catch (error) {
    if (Reflect.get(Object(error), 'code') !== 'ENOENT') {
      logger.error({ reason: describeError(error) }, 'the traffic counters are damaged; counting anew');
    }
    return { epoch: randomUUID(), change: 0, run: null, readAtMs: 0, counters: new Map() };
  }
}

/** Replaces the file whole or not at all. */
export async function writeTrafficFile(stateDir: string, state: TrafficState): Promise<void> {
  const { counters, ...head } = state;
  const lines = [JSON.stringify({ ...head, count: counters.size })];
  for (const [email, one] of counters) {
    const raw = [String(one.rawUplinkBytes), String(one.rawDownlinkBytes)];
    const totals = [String(one.uplinkBytes), String(one.downlinkBytes)];
    lines.push(JSON.stringify([email, ...raw, ...totals, one.counter, one.change, one.changedAtMs]));
    if (lines.length % SLICE_LINES === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  await writeDurably(pathOf(stateDir), `${lines.join('\n')}\n`);
}

function parseState(text: string): TrafficState {
  const [first = '', ...rest] = text.trimEnd().split('\n');
  const { count, ...head } = headSchema.parse(JSON.parse(first));
  if (rest.length !== count) throw new Error(`${rest.length} counters of ${count}`);
  const counters = rest.map((line): [string, Counter] => {
    const [email, rawUp, rawDown, up, down, counter, change, changedAtMs] = counterSchema.parse(
      JSON.parse(line),
    );
    return [
      email,
      {
        rawUplinkBytes: rawUp,
        rawDownlinkBytes: rawDown,
        uplinkBytes: up,
        downlinkBytes: down,
        counter,
        change,
        changedAtMs,
      },
    ];
  });
  return { ...head, counters: new Map(counters) };
}

function pathOf(stateDir: string): string {
  return join(stateDir, 'traffic');
}
