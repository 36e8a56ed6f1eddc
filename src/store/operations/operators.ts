import { z } from 'zod';
import { GIVEN_ROLES, type GivenRole } from '../../domain/operations/roles.ts';
import type { Querier, Transaction } from '../postgres/database.ts';
import { moment, noRow, statement } from '../postgres/statement.ts';

const role = z.enum(GIVEN_ROLES);
const operatorRow = z.object({
  telegramId: z.bigint(),
  role,
  givenBy: z.string(),
  givenAt: moment,
  username: z.string().nullable(),
  firstName: z.string().nullable(),
});
/** Who works for the shop. The names are null for whoever has never written to the bot. */
export type Operator = z.infer<typeof operatorRow>;

const findStatement = statement(
  'find-operator-role',
  z.object({ role }),
  'select role from operators where telegram_id = $1',
);

export async function findOperatorRole(db: Querier, telegramId: bigint): Promise<GivenRole | null> {
  return (await db.query(findStatement, [telegramId]))[0]?.role ?? null;
}

const listStatement = statement(
  'list-operators',
  operatorRow,
  `select o.telegram_id as "telegramId", o.role, o.given_by as "givenBy", o.given_at as "givenAt", c.username,
     c.first_name as "firstName"
   from operators o left join customers c on c.telegram_id = o.telegram_id
   order by o.given_at, o.telegram_id`,
);

/** Everybody to whom a role was given, longest first. */
export async function listOperators(db: Querier): Promise<Operator[]> {
  return db.query(listStatement, []);
}

const saveStatement = statement(
  'save-operator',
  noRow,
  `insert into operators (telegram_id, role, given_by, given_at) values ($1, $2, $3, $4)
   on conflict (telegram_id) do update set role = excluded.role, given_by = excluded.given_by,
     given_at = excluded.given_at`,
);

export async function saveOperator(
  tx: Transaction,
  operator: { telegramId: bigint; role: GivenRole; givenBy: string; givenAt: Date },
): Promise<void> {
  await tx.query(saveStatement, [operator.telegramId, operator.role, operator.givenBy, operator.givenAt]);
}

const deleteStatement = statement(
  'delete-operator',
  z.object({ role }),
  'delete from operators where telegram_id = $1 returning role',
);

/** The role that ended; null: there was none. */
export async function deleteOperator(tx: Transaction, telegramId: bigint): Promise<GivenRole | null> {
  return (await tx.query(deleteStatement, [telegramId]))[0]?.role ?? null;
}
