import { describeError } from '../lib/fault.ts';
import type { Logger } from '../lib/logger.ts';
import { rest } from '../lib/pauses.ts';
import type { LockSession, OpenLockSession } from '../ports/lock-session.ts';
import { freeTheDead, leaveFleet, type Presence, reenterFleet } from '../usecases/operations/presence.ts';
import type { Shop } from '../usecases/shop.ts';

/** Source: decisions.md §3. */
const ROUND_MS = 5_000;

export type PresenceSettings = {
  shop: Shop;
  presence: Presence;
  openLockSession: OpenLockSession;
  /** Called once this process is (again) visible to the others, and in every round after. */
  onRound: () => Promise<void>;
  logger: Logger;
  signal: AbortSignal;
};

/**
 * Keeps this process visible to its equals and, when it is the leader, frees what the dead held. A lost
 * connection makes the others take us for dead, which costs our leases and nothing else; we enter again.
 */
export async function runPresence(settings: PresenceSettings): Promise<void> {
  const { signal, logger } = settings;
  while (!signal.aborted) {
    try {
      const session = await settings.openLockSession();
      await stayPresent(settings, session).finally(() => session.close().catch(() => undefined));
    } catch (error) {
      logger.warn(
        { component: 'jobs', operation: 'presence', outcome: 'failed', error: describeError(error) },
        'this process cannot be seen by the others; trying again',
      );
      await rest(ROUND_MS / 5, signal);
    }
  }
}

async function stayPresent(settings: PresenceSettings, session: LockSession): Promise<void> {
  const { shop, presence, signal, logger } = settings;
  await reenterFleet(shop, session, presence);
  const over = new AbortController();
  const end = () => over.abort();
  signal.addEventListener('abort', end);
  if (signal.aborted) end();
  void session.lost.then(end);
  while (!over.signal.aborted) {
    await settings.onRound();
    const dead = await freeTheDead(shop, session, presence);
    if (dead.length > 0)
      logger.warn(
        { component: 'jobs', operation: 'presence', outcome: 'done', dead },
        'took over from processes that died',
      );
    await rest(ROUND_MS, over.signal);
  }
  signal.removeEventListener('abort', end);
  if (signal.aborted) await leaveFleet(shop, presence);
}
