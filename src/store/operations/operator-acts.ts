import { z } from 'zod';
import type { Transaction } from '../postgres/database.ts';
import { statement } from '../postgres/statement.ts';

const claimStatement = statement(
  'claim-operator-act',
  z.object({ actKey: z.string() }),
  `insert into operator_acts (act_key, done_at) values ($1, $2) on conflict do nothing
   returning act_key as "actKey"`,
);

/** Marks an act as done, in the transaction that does it. False: it was done before. */
export async function claimOperatorAct(tx: Transaction, act: { key: string; at: Date }): Promise<boolean> {
  return (await tx.query(claimStatement, [act.key, act.at])).length > 0;
}
