import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import { classifyBotApiError } from '../lib/bot-api/classify-error.ts';
import { describeError, Fault } from '../lib/fault.ts';
import type { Logger } from '../lib/logger.ts';
import { rest } from '../lib/pauses.ts';
import { type LockSession, type OpenLockSession, POLLER_LOCK } from '../ports/lock-session.ts';
import { ALLOWED_UPDATES } from './allowed-updates.ts';
import type { ReceiveUpdates } from './receive-updates.ts';

export type PollingSettings = {
  api: Api;
  receive: ReceiveUpdates;
  openLockSession: OpenLockSession;
  pollTimeoutSeconds: number;
  logger: Logger;
  signal: AbortSignal;
};

/** How often a process that stands by asks for the lock: a dead poller is followed within seconds. */
const STANDBY_MS = 1_000;
/** Pause after a failed call, with as much again at random. */
const ERROR_PAUSE_MS = 1_000;
/** How long a conflict may last beyond one long poll before it means another installation. */
const CONFLICT_GRACE_MS = 30_000;
/** Telegram's own limit for one answer. */
const PAGE = 100;

/**
 * Polls while this process holds the one poller's lock, stands by while another does. Losing the lock's
 * connection aborts the open call and leads back to standing by.
 * Resolves when `signal` aborts. Throws: Fault `polling-conflict` when another installation polls this bot,
 * `bot-token-invalid`.
 */
export async function runPolling(settings: PollingSettings): Promise<void> {
  const { signal, logger } = settings;
  while (!signal.aborted) {
    const session = await openWhenPossible(settings);
    if (!session) return;
    try {
      if (await session.tryLock(POLLER_LOCK)) await pollWhileHeld(settings, session);
    } catch (error) {
      if (error instanceof Fault && !error.isRetryable) throw error;
      logger.warn(
        { component: 'polling', operation: 'getUpdates', outcome: 'failed', error: describeError(error) },
        'polling was interrupted',
      );
    } finally {
      await session.close().catch(() => undefined);
    }
    await rest(STANDBY_MS, signal);
  }
}

async function openWhenPossible(settings: PollingSettings): Promise<LockSession | null> {
  while (!settings.signal.aborted) {
    try {
      return await settings.openLockSession();
    } catch {
      await rest(STANDBY_MS, settings.signal);
    }
  }
  return null;
}

async function pollWhileHeld(settings: PollingSettings, session: LockSession): Promise<void> {
  const held = new AbortController();
  const stop = () => held.abort();
  void session.lost.then(stop);
  settings.signal.addEventListener('abort', stop);
  if (settings.signal.aborted) stop();
  settings.logger.info({ component: 'polling', operation: 'getUpdates' }, 'this process polls Telegram');
  try {
    await poll(settings, held.signal);
  } finally {
    settings.signal.removeEventListener('abort', stop);
  }
}

async function poll(settings: PollingSettings, held: AbortSignal): Promise<void> {
  let offset = 0;
  let conflictSince: number | null = null;
  let isWebhookGone = false;
  while (!held.aborted) {
    try {
      if (!isWebhookGone) {
        await settings.api.deleteWebhook({ drop_pending_updates: false });
        isWebhookGone = true;
      }
      const updates = await settings.api.getUpdates(
        {
          offset,
          limit: PAGE,
          timeout: settings.pollTimeoutSeconds,
          allowed_updates: [...ALLOWED_UPDATES],
        },
        held as unknown as Parameters<Api['getUpdates']>[1],
      );
      conflictSince = null;
      offset = await confirm(settings, updates, offset);
    } catch (error) {
      if (held.aborted) return;
      conflictSince = judge(settings, error, conflictSince);
      await rest(ERROR_PAUSE_MS * (1 + Math.random()), held);
    }
  }
}

/** The next offset confirms these updates at Telegram, so they are committed first. */
async function confirm(settings: PollingSettings, updates: Update[], offset: number): Promise<number> {
  if (updates.length === 0) return offset;
  const page = updates.map((value) => ({ value, body: JSON.stringify(value) }));
  if ((await settings.receive(page)) === 'not-an-update') {
    for (const update of page) {
      if ((await settings.receive([update])) === 'stored') continue;
      settings.logger.error(
        { component: 'polling', operation: 'getUpdates', outcome: 'skipped', bytes: update.body.length },
        'an update of an unknown shape was passed over',
      );
    }
  }
  return Math.max(...updates.map((update) => update.update_id)) + 1;
}

/** Decides whether a failed call is to be repeated; returns since when the conflict lasts, if it is one. */
function judge(settings: PollingSettings, error: unknown, conflictSince: number | null): number | null {
  const failure = classifyBotApiError(error);
  if (failure?.kind === 'unauthorized') {
    throw new Fault('bot-token-invalid', 'Telegram does not know this BOT_TOKEN', { isRetryable: false });
  }
  settings.logger.warn(
    { component: 'polling', operation: 'getUpdates', outcome: 'failed', error: describeError(error) },
    'getUpdates failed; trying again',
  );
  if (failure?.kind !== 'conflict') return null;
  const since = conflictSince ?? performance.now();
  const patienceMs = settings.pollTimeoutSeconds * 1000 + CONFLICT_GRACE_MS;
  if (performance.now() - since < patienceMs) return since;
  throw new Fault('polling-conflict', 'another installation polls this bot', { isRetryable: false });
}
