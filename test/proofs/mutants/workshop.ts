/** A copy of the tree with one fault in it, and a PostgreSQL of its own, in which the money tests are run. */
import { spawn } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startTestCluster, type TestCluster } from '../../support/postgres.ts';
import { type Fault, MONEY_TESTS } from './fault.ts';

const ROOT = join(import.meta.dirname, '../../..');
const COPIED = ['src', 'test', 'migrations', 'package.json', 'tsconfig.json'];
/** The whole set takes half of this on a quiet machine; a fault may also make a test wait for ever. */
const DEADLINE_MS = 120_000;
const NEVER_ENDS = 'a test that no longer ends';

/** The test that noticed, or null: nobody did. */
export type Verdict = { killer: string | null };

export class Workshop {
  readonly #dir = mkdtempSync(join(tmpdir(), 'atlas-mutant-'));
  readonly #cluster: TestCluster;
  readonly #kept = new Set<string>();

  private constructor(cluster: TestCluster) {
    this.#cluster = cluster;
    for (const name of COPIED) cpSync(join(ROOT, name), join(this.#dir, name), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(this.#dir, 'node_modules'));
  }

  static async open(): Promise<Workshop> {
    return new Workshop(await startTestCluster());
  }

  /** Runs every money test on the tree as it is; throws when one fails. */
  async runUnchanged(): Promise<void> {
    const { killer } = await this.#run([]);
    if (killer !== null) throw new Error(`without any fault, this fails: ${killer}`);
    for (const name of await this.#databases()) this.#kept.add(name);
  }

  async run(fault: Fault): Promise<Verdict> {
    const undo = this.#seed(fault);
    try {
      return await this.#run(fault.first);
    } finally {
      undo();
      await this.#dropLeftovers();
    }
  }

  async close(): Promise<void> {
    await this.#cluster.stop();
    rmSync(this.#dir, { recursive: true, force: true });
  }

  /** Throws when the fault no longer fits the source: it has to be written anew. */
  #seed(fault: Fault): () => void {
    if ('sql' in fault) {
      const file = join(this.#dir, 'migrations/9999-fault.sql');
      writeFileSync(file, fault.sql);
      return () => rmSync(file);
    }
    const file = join(this.#dir, fault.file);
    const right = readFileSync(file, 'utf8');
    const parts = right.split(fault.from);
    if (parts.length !== 2)
      throw new Error(`${fault.name}: ${fault.file} has its text ${parts.length - 1} times`);
    const wrong = parts.join(fault.to);
    stripTypeScriptTypes(wrong);
    writeFileSync(file, wrong);
    return () => writeFileSync(file, right);
  }

  async #run(first: string[]): Promise<Verdict> {
    const files = [...first, ...MONEY_TESTS].flatMap((start) =>
      globSync(`${start}*{,/**/*}.test.ts`, { cwd: this.#dir }).sort(),
    );
    const child = spawn(process.execPath, ['test/proofs/mutants/run-until-failure.ts', ...new Set(files)], {
      cwd: this.#dir,
      env: { ...process.env, TEST_POSTGRES_URL: this.#cluster.url },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    let complained = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
    });
    child.stderr.on('data', (chunk) => {
      complained += chunk;
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), DEADLINE_MS);
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    clearTimeout(timer);
    if (code === 0) return { killer: null };
    if (code === null) return { killer: NEVER_ENDS };
    const killer = /^FAILED (.*)$/m.exec(said)?.[1];
    if (code !== 1 || killer === undefined) throw new Error(`the tests did not run: ${said}${complained}`);
    if (/ReferenceError|SyntaxError/.test(said))
      throw new Error(`the fault breaks the program itself: ${said}`);
    return { killer };
  }

  /** A run that was ended at its first failure has not cleaned up after itself. */
  async #dropLeftovers(): Promise<void> {
    for (const name of await this.#databases()) {
      if (this.#kept.has(name)) continue;
      await this.#ask(`alter database ${name} with allow_connections true`);
      await this.#ask(`drop database ${name} with (force)`);
    }
  }

  async #databases(): Promise<string[]> {
    const rows = await this.#ask<{ datname: string }>(
      `select datname from pg_database where datname ~ '^(test|template|building)_'`,
    );
    return rows.map(({ datname }) => datname);
  }

  async #ask<Row extends pg.QueryResultRow>(text: string): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.#cluster.url });
    await client.connect();
    try {
      return (await client.query<Row>(text)).rows;
    } finally {
      await client.end();
    }
  }
}
