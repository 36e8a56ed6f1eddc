import { hasRight, type Right, type Role } from '../../domain/operations/roles.ts';
import { findOperatorRole, listOperators } from '../../store/operations/operators.ts';
import type { Querier } from '../../store/postgres/database.ts';
import type { Shop } from '../shop.ts';

/** Whom the settings name: the first is the owner, the others are admins. Nobody can take that from them here. */
export type Appointed = readonly bigint[];

/** What somebody is in the shop now; null: a customer like everybody else. */
export async function findRole(shop: Shop, appointed: Appointed, telegramId: bigint): Promise<Role | null> {
  return appointedRole(appointed, telegramId) ?? findOperatorRole(shop.db, telegramId);
}

export function appointedRole(appointed: Appointed, telegramId: bigint): 'owner' | 'admin' | null {
  const place = appointed.indexOf(telegramId);
  if (place < 0) return null;
  return place === 0 ? 'owner' : 'admin';
}

/** Everybody who has a right now: whom the settings name first. */
export async function listRightHolders(db: Querier, appointed: Appointed, right: Right): Promise<bigint[]> {
  const holders = appointed.filter((id) => hasRight(appointedRole(appointed, id) ?? 'admin', right));
  const given = (await listOperators(db)).filter(
    ({ telegramId, role }) => !appointed.includes(telegramId) && hasRight(role, right),
  );
  return [...holders, ...given.map(({ telegramId }) => telegramId)];
}
