import { callPerson } from '../../domain/customers/person-name.ts';
import type { GivenRole, Role } from '../../domain/operations/roles.ts';
import { claimOperatorAct } from '../../store/operations/operator-acts.ts';
import {
  deleteOperator,
  findOperatorRole,
  listOperators,
  saveOperator,
} from '../../store/operations/operators.ts';
import type { Transaction } from '../../store/postgres/database.ts';
import { recordAct } from '../audit/record-act.ts';
import type { Shop } from '../shop.ts';
import { type Appointed, appointedRole } from './find-role.ts';

/** `isAppointed`: by the settings, and not to be changed here. The name is null where none is known. */
export type TeamMember = { telegramId: bigint; role: Role; name: string | null; isAppointed: boolean };

export type ChangedTeam = { ok: true } | { ok: false; refusal: 'appointed' | 'no-role' };

/** Everybody who works for the shop: whom the settings name first. */
export async function viewTeam(shop: Shop, appointed: Appointed): Promise<TeamMember[]> {
  const byId = (telegramId: bigint) => ({
    telegramId,
    role: appointedRole(appointed, telegramId) ?? 'admin',
    name: null,
    isAppointed: true,
  });
  const given = (await listOperators(shop.db)).filter(({ telegramId }) => !appointed.includes(telegramId));
  return [
    ...appointed.map(byId),
    ...given.map(({ telegramId, role, ...person }) => ({
      telegramId,
      role,
      name: callPerson(person),
      isAppointed: false,
    })),
  ];
}

/** `actKey`: the tap; worked again after a crash, it does not undo what came after it. */
type Wish = { actor: string; appointed: Appointed; actKey: string; telegramId: bigint };

/**
 * Gives somebody a role in place of the one they had: it holds from their next tap on. The same again changes nothing.
 * Refuses: `appointed`.
 */
export async function giveRole(shop: Shop, wish: Wish & { role: GivenRole }): Promise<ChangedTeam> {
  const { actor, appointed, actKey, telegramId, role } = wish;
  if (appointed.includes(telegramId)) return { ok: false, refusal: 'appointed' };
  return shop.db.transaction('give-role', async (tx) => {
    if (!(await claimOperatorAct(tx, { key: actKey, at: shop.clock.now() }))) return { ok: true };
    const before = await findOperatorRole(tx, telegramId);
    if (before === role) return { ok: true };
    await saveOperator(tx, { telegramId, role, givenBy: actor, givenAt: shop.clock.now() });
    await audit(shop, tx, { actor, action: 'role-given', telegramId, role, before });
    return { ok: true };
  });
}

/** Takes somebody's role away: their next tap is a customer's. Refuses: `appointed`, then `no-role`. */
export async function takeRole(shop: Shop, wish: Wish): Promise<ChangedTeam> {
  const { actor, appointed, actKey, telegramId } = wish;
  if (appointed.includes(telegramId)) return { ok: false, refusal: 'appointed' };
  return shop.db.transaction('take-role', async (tx) => {
    if (!(await claimOperatorAct(tx, { key: actKey, at: shop.clock.now() }))) return { ok: true };
    const before = await deleteOperator(tx, telegramId);
    if (before === null) return { ok: false, refusal: 'no-role' };
    await audit(shop, tx, { actor, action: 'role-taken', telegramId, role: null, before });
    return { ok: true };
  });
}

async function audit(
  shop: Shop,
  tx: Transaction,
  change: {
    actor: string;
    action: string;
    telegramId: bigint;
    role: GivenRole | null;
    before: GivenRole | null;
  },
): Promise<void> {
  const { actor, action, telegramId, role, before } = change;
  await recordAct(shop, tx, {
    actor,
    action,
    details: { operator: String(telegramId), role, before },
  });
}
