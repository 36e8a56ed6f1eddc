import { closeSync, fdatasyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { nowMs } from './clock.ts';
import { percentilesOf } from './figures.ts';

/** Where the figures were measured; figures of two machines are not comparable. */
export type Machine = {
  cpu: string;
  cores: number;
  memoryGb: number;
  node: string;
  postgres: string;
  /** Median time of an 8 kB write that reaches the disk: what a commit costs at the very least. */
  fdatasyncMs: number;
};

export async function describeMachine(databaseUrl: string, dir: string): Promise<Machine> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const answer = await client.query<{ version: string; fsync: string }>(
    `select current_setting('server_version') as version, current_setting('fsync') as fsync`,
  );
  await client.end();
  const [row] = answer.rows;
  if (row?.fsync !== 'on') throw new Error('the benchmark wants a PostgreSQL with fsync on');
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    postgres: row.version,
    fdatasyncMs: measureSync(join(dir, 'fdatasync')),
  };
}

export function machineLine(machine: Machine): string {
  const { cpu, cores, memoryGb, node, postgres, fdatasyncMs } = machine;
  return `${cpu}, ${cores} cores, ${memoryGb} GB, Node ${node}, PostgreSQL ${postgres} (fsync on, fdatasync ${fdatasyncMs.toFixed(2)} ms)`;
}

const SYNCS = 200;

function measureSync(path: string): number {
  const file = openSync(path, 'w');
  const block = Buffer.alloc(8192, 1);
  const samples: number[] = [];
  for (let index = 0; index < SYNCS; index += 1) {
    const startedAt = nowMs();
    writeSync(file, block);
    fdatasyncSync(file);
    samples.push(nowMs() - startedAt);
  }
  closeSync(file);
  rmSync(path);
  return Math.round(percentilesOf(samples).p50 * 1000) / 1000;
}

/** Resident memory of a process in MB: now, and the most it ever was. Linux only; NaN elsewhere. */
export function residentMb(pid: number): { now: number; peak: number } {
  const status = readStatus(pid);
  const read = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? Number.NaN) / 1024;
  return { now: read('VmRSS'), peak: read('VmHWM') };
}

function readStatus(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}
