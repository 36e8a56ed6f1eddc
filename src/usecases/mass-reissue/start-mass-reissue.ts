import {
  countKeyHolders,
  endMassReissue,
  findLatestMassReissue,
  insertMassReissue,
} from '../../store/fleet/mass-reissues.ts';
import { addJob } from '../../store/jobs.ts';
import type { Transaction } from '../../store/postgres/database.ts';
import { recordAct } from '../audit/record-act.ts';
import type { Shop } from '../shop.ts';

/** A question that has stood longer than this was about another day. */
const QUESTION_MS = 600_000;

/** How many would get a new key now. */
export function measureMassReissue(shop: Shop): Promise<number> {
  return countKeyHolders(shop.db, shop.clock.now());
}

export type StartedReissue = { ok: true } | { ok: false; refusal: 'changed' | 'running' };

/**
 * Begins a new key for everybody who has access: `jobs/run-mass-reissue.ts` goes on. `askedAt`: when the operator was
 * asked. The same answer again, by whomever, is the one that was begun since.
 * Refuses, in this order: `changed` (the question is old), `running` (one from before the question).
 */
export async function startMassReissue(
  shop: Shop,
  order: { actor: string; askedAt: Date },
): Promise<StartedReissue> {
  const { actor, askedAt } = order;
  return shop.db.transaction('start-mass-reissue', async (tx) => {
    const now = shop.clock.now();
    if (await isBegunSince(tx, askedAt)) return { ok: true };
    if (now.getTime() - askedAt.getTime() > QUESTION_MS) return { ok: false, refusal: 'changed' };
    const reissueId = shop.ids.rowId();
    if (!(await insertMassReissue(tx, { reissueId, startedBy: actor, startedAt: now })))
      return (await isBegunSince(tx, askedAt)) ? { ok: true } : { ok: false, refusal: 'running' };
    await auditReissue(shop, tx, { actor, reissueId, action: 'mass-reissue-started' });
    return { ok: true };
  });
}

async function isBegunSince(tx: Transaction, askedAt: Date): Promise<boolean> {
  const latest = await findLatestMassReissue(tx);
  return latest !== null && latest.startedAt >= askedAt;
}

/** Nobody else gets a new key; who has one keeps it. One that has ended is left as it is. */
export async function cancelMassReissue(
  shop: Shop,
  order: { actor: string; reissueId: string },
): Promise<void> {
  await shop.db.transaction('cancel-mass-reissue', (tx) =>
    endReissue(shop, tx, { ...order, status: 'cancelled' }),
  );
}

/** Ends it once, and promises to tell the operators what has become of it. */
export async function endReissue(
  shop: Shop,
  tx: Transaction,
  end: { actor: string; reissueId: string; status: 'cancelled' | 'done' },
): Promise<void> {
  const { actor, reissueId, status } = end;
  if (!(await endMassReissue(tx, { reissueId, status, at: shop.clock.now() }))) return;
  await auditReissue(shop, tx, { actor, reissueId, action: `mass-reissue-${status}` });
  await addJob(tx, 'tell-operators', { about: 'mass-reissue', id: reissueId });
}

async function auditReissue(
  shop: Shop,
  tx: Transaction,
  entry: { actor: string; reissueId: string; action: string },
): Promise<void> {
  await recordAct(shop, tx, {
    actor: entry.actor,
    action: entry.action,
    details: { reissueId: entry.reissueId },
  });
}
