import { z } from 'zod';
import type { Querier, Transaction } from '../postgres/database.ts';
import { moment, noRow, statement } from '../postgres/statement.ts';

const overrideRow = z.object({ feature: z.string(), isOn: z.boolean(), actor: z.string(), setAt: moment });
/** What an owner has decided about a feature. */
export type FeatureOverride = z.infer<typeof overrideRow>;

const findStatement = statement(
  'find-feature-override',
  z.object({ isOn: z.boolean() }),
  'select is_on as "isOn" from feature_overrides where feature = $1',
);

/** Null: nothing was decided. */
export async function findFeatureOverride(db: Querier, feature: string): Promise<boolean | null> {
  return (await db.query(findStatement, [feature]))[0]?.isOn ?? null;
}

const listStatement = statement(
  'list-feature-overrides',
  overrideRow,
  'select feature, is_on as "isOn", actor, set_at as "setAt" from feature_overrides',
);

export async function listFeatureOverrides(db: Querier): Promise<FeatureOverride[]> {
  return db.query(listStatement, []);
}

const saveStatement = statement(
  'save-feature-override',
  noRow,
  `insert into feature_overrides (feature, is_on, actor, set_at) values ($1, $2, $3, $4)
   on conflict (feature) do update set is_on = excluded.is_on, actor = excluded.actor, set_at = excluded.set_at`,
);

export async function saveFeatureOverride(tx: Transaction, override: FeatureOverride): Promise<void> {
  await tx.query(saveStatement, [override.feature, override.isOn, override.actor, override.setAt]);
}

const deleteStatement = statement(
  'delete-feature-override',
  z.object({ feature: z.string() }),
  'delete from feature_overrides where feature = $1 returning feature',
);

/** False: there was none. */
export async function deleteFeatureOverride(tx: Transaction, feature: string): Promise<boolean> {
  return (await tx.query(deleteStatement, [feature])).length > 0;
}
