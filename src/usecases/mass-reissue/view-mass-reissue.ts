import type { MassReissueReport } from '../../ports/notifier.ts';
import {
  countMassReissueOutcomes,
  findLatestMassReissue,
  findMassReissue,
  listMassReissueFailed,
  type MassReissue,
} from '../../store/fleet/mass-reissues.ts';
import type { Shop } from '../shop.ts';
import { REISSUE_PAUSE_MS } from './step-mass-reissue.ts';

/** Exact, counted from its rows. `left`: not looked at yet; `secondsLeft` null: it does not run, or is being listed. */
export type MassReissueView = {
  reissueId: string;
  status: MassReissue['status'];
  startedAt: Date;
  isListed: boolean;
  total: number;
  done: number;
  skipped: number;
  failed: number;
  left: number;
  secondsLeft: number | null;
};

/** The latest one, whether it runs or not; null: there never was one. */
export async function viewLatestMassReissue(shop: Shop): Promise<MassReissueView | null> {
  const reissue = await findLatestMassReissue(shop.db);
  return reissue && viewOf(shop, reissue);
}

/** Fits into a message. Source: product.md §6. */
const NAMED = 50;

/** What operators are told when it has ended; null: it runs. */
export async function composeReissueReport(shop: Shop, reissueId: string): Promise<MassReissueReport | null> {
  const reissue = await findMassReissue(shop.db, reissueId);
  if (!reissue || reissue.status === 'running') return null;
  const { total, done, skipped, failed, left } = await viewOf(shop, reissue);
  const failedIds = await listMassReissueFailed(shop.db, reissueId, NAMED);
  const { status } = reissue;
  return { kind: 'mass-reissue', status, total, done, skipped, failed, left, failedIds };
}

async function viewOf(shop: Shop, reissue: MassReissue): Promise<MassReissueView> {
  const counts = { pending: 0, done: 0, skipped: 0, failed: 0 };
  for (const { status, count } of await countMassReissueOutcomes(shop.db, reissue.reissueId))
    counts[status] = Number(count);
  const { pending: left, done, skipped, failed } = counts;
  const { reissueId, status, startedAt, isListed } = reissue;
  const isPaced = status === 'running' && isListed;
  const secondsLeft = isPaced ? Math.ceil((left * REISSUE_PAUSE_MS) / 1000) : null;
  const total = left + done + skipped + failed;
  return { reissueId, status, startedAt, isListed, total, done, skipped, failed, left, secondsLeft };
}
