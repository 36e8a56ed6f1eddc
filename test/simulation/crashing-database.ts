/** A database whose client dies at a chosen step: between two statements, or between a commit and its answer. */
import type { Database, Querier, Transaction } from '../../src/store/postgres/database.ts';

/** The process is gone; what it had committed stays, the rest is rolled back by the server. */
export class Crash extends Error {}

/**
 * The same database for a process that dies at its `step`-th step. Every statement has two (it never reached the
 * server; its answer was never read), a commit has one more. 0: it lives.
 */
export function dyingAt(db: Database, step: number): Database {
  if (step === 0) return db;
  let passed = 0;
  const pass = () => {
    passed += 1;
    if (passed === step) throw new Crash(`died at step ${step}`);
  };
  const dying = (querier: Querier): Querier['query'] =>
    async function query(statement, parameters) {
      pass();
      const rows = await querier.query(statement, parameters);
      pass();
      return rows;
    };
  return {
    ...db,
    query: dying(db),
    async transaction(name, work) {
      const result = await db.transaction(name, (tx: Transaction) =>
        work({ kind: 'transaction', query: dying(tx) }),
      );
      pass();
      return result;
    },
  };
}

/** Does the work in a process that dies at `step`, and then again in one that lives: as inbox and queue do. */
export async function surviving<T>(
  db: Database,
  step: number,
  work: (db: Database) => Promise<T>,
): Promise<T> {
  try {
    return await work(dyingAt(db, step));
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
    return work(db);
  }
}
