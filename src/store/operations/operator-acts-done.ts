import { z } from 'zod';
import type { Transaction } from '../postgres/database.ts';
import { statement } from '../postgres/statement.ts';

const isDoneStatement = statement(
  'is-operator-act-done',
  z.object({ isDone: z.boolean() }),
  'select exists (select from operator_acts where act_key = $1) as "isDone"',
);

/** True when this act was done before: by the same tap, which is worked again after a crash. */
export async function isOperatorActDone(tx: Transaction, actKey: string): Promise<boolean> {
  return (await tx.query(isDoneStatement, [actKey]))[0]?.isDone ?? false;
}
