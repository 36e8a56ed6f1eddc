import {
  depthMs,
  type LimitedAction,
  RATE_LIMITS,
  refillMs,
  secondsToWait,
} from '../../domain/operations/rate-limits.ts';
import { takeRateLimit } from '../../store/operations/rate-limits.ts';
import type { Shop } from '../shop.ts';

/** Whether somebody may do something now; if not, in how many seconds. */
export type Admission = { ok: true } | { ok: false; refusal: 'too-often'; seconds: number };

/** Who acts; `key` names the act for good, so that a repeat after a crash is not counted again. */
export type Act = { telegramId: bigint; key: string };

/**
 * Counts one act against each of its limits, across all processes, until one of them refuses. Those before it in the
 * list have counted then, so the one that comes back soonest stands first.
 * Refuses: `too-often`.
 */
export async function keepLimits(
  shop: Shop,
  act: Act,
  actions: readonly LimitedAction[],
): Promise<Admission> {
  for (const action of actions) {
    const limit = RATE_LIMITS[action];
    const now = shop.clock.now();
    const measures = { refillMs: refillMs(limit), depthMs: depthMs(limit) };
    const { isAdmitted, fullAt } = await takeRateLimit(shop.db, { ...act, ...measures, action, now });
    if (!isAdmitted) return { ok: false, refusal: 'too-often', seconds: secondsToWait(limit, fullAt, now) };
  }
  return { ok: true };
}
