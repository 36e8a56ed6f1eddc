import { isFault } from '../../lib/fault.ts';
import { findAccess } from '../../store/entitlements.ts';
import { findIssue } from '../../store/fleet/credentials.ts';
import {
  findNextOfMassReissue,
  isMassReissueRunning,
  listMassReissuePage,
  type MassReissue,
  saveMassReissueOutcome,
  takeMassReissue,
} from '../../store/fleet/mass-reissues.ts';
import { isStale } from '../../store/money/commit-money.ts';
import { lockWallet } from '../../store/money/wallets.ts';
import type { Transaction } from '../../store/postgres/database.ts';
import { replaceCredential } from '../access/reissue-credential.ts';
import { isFeatureOn } from '../features/is-feature-on.ts';
import type { Shop } from '../shop.ts';
import { endReissue } from './start-mass-reissue.ts';

/** Entitlements per transaction that lists: some tens of milliseconds. */
const PAGE = 2_000;
/**
 * Between two customers, over all processes. Each costs their nodes two short calls, and Telegram a message; a hundred
 * thousand take fourteen hours. (product.md §6 has 1.5 s for one process that waits for every answer.)
 */
export const REISSUE_PAUSE_MS = 500;
/** How often it is looked whether there is anything to do. */
const IDLE_MS = 1_000;

type Turn = { run: MassReissue; entitlementId: string; customerId: string };

/**
 * Does the next bit of a mass reissue: lists a page, or gives one customer a new key and writes that down, in one
 * transaction. How long to wait before the next. Whatever crashes, nobody gets two, and whoever comes next goes on.
 */
export async function stepMassReissue(shop: Shop): Promise<{ waitMs: number }> {
  if (!(await isMassReissueRunning(shop.db)) || !(await mayGoOn(shop))) return { waitMs: IDLE_MS };
  const taken: { turn: Turn | null } = { turn: null };
  try {
    return await shop.db.transaction('step-mass-reissue', async (tx) => {
      const run = await takeMassReissue(tx);
      if (!run) return { waitMs: IDLE_MS };
      const { reissueId } = run;
      if (!run.isListed) {
        await listMassReissuePage(tx, { reissueId, limit: PAGE });
        return { waitMs: 0 };
      }
      const untilTurnMs = run.nextAt.getTime() - shop.clock.now().getTime();
      if (untilTurnMs > 0) return { waitMs: Math.min(untilTurnMs, IDLE_MS) };
      const next = await findNextOfMassReissue(tx, reissueId);
      if (!next) {
        await endReissue(shop, tx, { actor: run.startedBy, reissueId, status: 'done' });
        return { waitMs: IDLE_MS };
      }
      taken.turn = { run, ...next };
      await save(shop, tx, taken.turn, await reissueFor(shop, tx, taken.turn));
      return { waitMs: REISSUE_PAUSE_MS };
    });
  } catch (error) {
    const { turn } = taken;
    if (turn === null || isFault(error, 'database-unreachable') || isStale(error)) throw error;
    // Whatever is wrong with one customer must not keep the others waiting: operators are told their ids.
    await shop.db.transaction('fail-mass-reissue', (tx) => save(shop, tx, turn, 'failed'));
    return { waitMs: REISSUE_PAUSE_MS };
  }
}

/** While nodes may not be told, old keys would wait with new ones. */
async function mayGoOn(shop: Shop): Promise<boolean> {
  return (await isFeatureOn(shop, 'background-workers')) && isFeatureOn(shop, 'vpn-provisioning');
}

/** `skipped`: their access has ended meanwhile, or they have made a new key themselves. */
async function reissueFor(shop: Shop, tx: Transaction, turn: Turn): Promise<'done' | 'skipped'> {
  const { run, entitlementId, customerId } = turn;
  await lockWallet(tx, customerId);
  const access = await findAccess(tx, entitlementId);
  if (!access || access.endsAt <= shop.clock.now()) return 'skipped';
  const { issuedAt } = await findIssue(tx, entitlementId);
  if (issuedAt !== null && issuedAt >= run.startedAt) return 'skipped';
  await replaceCredential(shop, tx, { access, actor: run.startedBy });
  return 'done';
}

async function save(
  shop: Shop,
  tx: Transaction,
  { run, entitlementId }: Turn,
  status: 'done' | 'skipped' | 'failed',
): Promise<void> {
  const at = shop.clock.now();
  const nextAt = new Date(at.getTime() + REISSUE_PAUSE_MS);
  await saveMassReissueOutcome(tx, { reissueId: run.reissueId, entitlementId, status, at, nextAt });
}
