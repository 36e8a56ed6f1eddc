import { z } from 'zod';
import type { Transaction } from '../postgres/database.ts';
import { statement } from '../postgres/statement.ts';

const claimStatement = statement(
  'claim-operator-act',
  z.object({ actKey: z.string() }),
  `insert into operator_acts (act_key, done_at) values ($1, $2) on conflict do nothing
   returning act_key as "actKey"`,
);

/**
 * Marks an act as done, in the transaction that does it. False: it was done before. Customers' acts are kept here as
 * well, where nothing that they leave tells by which tap they came.
 */
export async function claimOperatorAct(tx: Transaction, act: { key: string; at: Date }): Promise<boolean> {
  return (await tx.query(claimStatement, [act.key, act.at])).length > 0;
}

const isDoneStatement = statement(
  'is-operator-act-done',
  z.object({ isDone: z.boolean() }),
  'select exists (select from operator_acts where act_key = $1) as "isDone"',
);

/** True when this act was done before: by the same tap, which is worked again after a crash. */
export async function isOperatorActDone(tx: Transaction, actKey: string): Promise<boolean> {
  return (await tx.query(isDoneStatement, [actKey]))[0]?.isDone ?? false;
}
