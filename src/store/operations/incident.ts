import { z } from 'zod';
import type { Querier, Transaction } from '../postgres/database.ts';
import { moment, statement } from '../postgres/statement.ts';

/** `text` null: words of ours. `actor`, `setAt`: who touched it last; null: nobody ever has. */
export type IncidentState = {
  isOn: boolean;
  text: string | null;
  actor: string | null;
  setAt: Date | null;
};

const getStatement = statement(
  'get-incident',
  z.object({
    isOn: z.boolean(),
    text: z.string().nullable(),
    actor: z.string().nullable(),
    setAt: moment.nullable(),
  }),
  'select is_on as "isOn", text, actor, set_at as "setAt" from incident',
);

export async function getIncident(db: Querier): Promise<IncidentState> {
  const [row] = await db.query(getStatement, []);
  if (!row) throw new Error('the row of the incident is gone');
  return row;
}

const changed = z.object({ isOn: z.boolean() });
/** Who, and when. */
type Change = { actor: string; at: Date };

const switchStatement = statement(
  'switch-incident',
  changed,
  'update incident set is_on = $1, actor = $2, set_at = $3 where is_on <> $1 returning is_on as "isOn"',
);

/** False: it was so before. */
export async function switchIncident(tx: Transaction, to: Change & { isOn: boolean }): Promise<boolean> {
  return (await tx.query(switchStatement, [to.isOn, to.actor, to.at])).length > 0;
}

const setTextStatement = statement(
  'set-incident-text',
  changed,
  `update incident set is_on = true, text = $1, actor = $2, set_at = $3
   where not is_on or text is distinct from $1 returning is_on as "isOn"`,
);

/** Switches it on with this text. False: it was so before. */
export async function setIncidentText(tx: Transaction, to: Change & { text: string }): Promise<boolean> {
  return (await tx.query(setTextStatement, [to.text, to.actor, to.at])).length > 0;
}
