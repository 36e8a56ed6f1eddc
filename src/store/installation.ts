import { z } from 'zod';
import type { Querier } from './postgres/database.ts';
import { noRow, statement } from './postgres/statement.ts';

/** What this database belongs to, written at the first start and never changed. */
export type Installation = { fleetId: string; mode: 'sandbox' | 'live'; botId: bigint };

const findStatement = statement(
  'find-installation',
  z.object({ fleetId: z.string(), mode: z.enum(['sandbox', 'live']), botId: z.bigint() }),
  'select fleet_id as "fleetId", mode, bot_id as "botId" from installation',
);

export async function findInstallation(db: Querier): Promise<Installation | null> {
  return (await db.query(findStatement, []))[0] ?? null;
}

const insertStatement = statement(
  'insert-installation',
  noRow,
  `insert into installation (fleet_id, mode, bot_id, created_at) values ($1, $2, $3, $4)
   on conflict (singleton) do nothing`,
);

export async function insertInstallation(db: Querier, installation: Installation & { createdAt: Date }) {
  await db.query(insertStatement, [
    installation.fleetId,
    installation.mode,
    installation.botId,
    installation.createdAt,
  ]);
}

const findForbiddenRightStatement = statement(
  'find-forbidden-right',
  z.object({ right: z.string() }),
  `select p.privilege || ' on ' || t.name as right
   from (values ('transfers'), ('audit_entries'), ('charges'), ('quotes'), ('chain_links')) t (name),
        (values ('UPDATE'), ('DELETE'), ('TRUNCATE')) p (privilege)
   where has_table_privilege(current_user, t.name, p.privilege) limit 1`,
);

/** A right over money or audit rows that the application must not have; null when all is well. */
export async function findForbiddenRight(db: Querier): Promise<string | null> {
  return (await db.query(findForbiddenRightStatement, []))[0]?.right ?? null;
}

const pingStatement = statement('ping', noRow, 'select 1');

export async function ping(db: Querier): Promise<void> {
  await db.query(pingStatement, []);
}
