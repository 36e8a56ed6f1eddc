import type { UserFromGetMe } from 'grammy/types';
import { classifyBotApiError } from '../lib/bot-api/classify-error.ts';
import type { BotApi } from '../lib/bot-api/create-bot-api.ts';
import { describeError, Fault } from '../lib/fault.ts';
import type { Logger } from '../lib/logger.ts';
import { rest } from '../lib/pauses.ts';
import { openLockSession } from '../store/postgres/lock-session.ts';
import { describeBot } from '../telegram/describe-bot.ts';
import { runPolling } from '../telegram/polling.ts';
import type { ReceiveUpdates } from '../telegram/receive-updates.ts';
import { setUpWebhook } from '../telegram/webhook.ts';
import { isDatabaseReady } from '../usecases/operations/check-health.ts';
import type { Shop } from '../usecases/shop.ts';
import type { LiveConfig } from './config.ts';
import type { Postgres } from './open-shop.ts';
import type { Watchdog } from './watchdog.ts';

type TelegramParts = {
  shop: Shop;
  live: LiveConfig;
  postgres: Postgres;
  botApi: BotApi;
  /** Its username is filled in once Telegram has told it. */
  botInfo: UserFromGetMe;
  logger: Logger;
};

/** How long to wait before asking Telegram again for what a start needs. */
const SETUP_RETRY_MS = 2_000;
/** How often we make sure that the webhook is still ours: whoever polls this bot deletes it. */
const WEBHOOK_LOOK_MS = 60_000;

/** Takes updates in, by polling or webhook; `failed` resolves when that can no longer work. */
export function startTelegram(
  parts: TelegramParts,
  receive: ReceiveUpdates,
  watchdog: Watchdog,
): { failed: Promise<unknown>; stop(): void } {
  const { live, botApi, logger } = parts;
  const stopping = new AbortController();
  const failure = Promise.withResolvers<unknown>();
  const { signal } = stopping;
  const describe = () =>
    describeBot(botApi.api).catch((error: unknown) => {
      logger.warn(
        { component: 'telegram', operation: 'setMyCommands', outcome: 'failed', error: describeError(error) },
        'the command menu could not be set',
      );
    });
  void describe();
  void learnBotName(parts, signal);
  if (live.telegram.mode === 'polling') {
    const { pollTimeoutSeconds } = live.telegram;
    const openSession = () => openLockSession(parts.postgres.url);
    runPolling({
      api: botApi.api,
      receive,
      openLockSession: openSession,
      pollTimeoutSeconds,
      logger,
      signal,
    }).catch(failure.resolve);
  } else {
    keepWebhook(parts, live.telegram, signal).catch(failure.resolve);
  }
  watchdog.expectBeats({
    askTelegram: async () => void (await botApi.api.getMe()),
    askDatabase: () => isDatabaseReady(parts.shop),
  });
  return { failed: failure.promise, stop: () => stopping.abort() };
}

/** Links to the bot need its name; until Telegram has told it, they carry a name that only looks like one. */
async function learnBotName(parts: TelegramParts, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const me = await parts.botApi.api.getMe().catch(() => null);
    if (me) {
      parts.botInfo.username = me.username;
      return;
    }
    await rest(SETUP_RETRY_MS, signal, { ref: false });
  }
}

async function keepWebhook(
  parts: TelegramParts,
  webhook: { url: string; secret: string },
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const pauseMs = await setUpWebhook(parts.botApi.api, webhook).then(
      () => WEBHOOK_LOOK_MS,
      (error: unknown) => {
        if (classifyBotApiError(error)?.kind === 'unauthorized') {
          throw new Fault('bot-token-invalid', 'Telegram does not know this BOT_TOKEN', {
            isRetryable: false,
          });
        }
        parts.logger.warn(
          { component: 'telegram', operation: 'setWebhook', outcome: 'failed', error: describeError(error) },
          'the webhook could not be set; trying again',
        );
        return SETUP_RETRY_MS;
      },
    );
    await rest(pauseMs, signal, { ref: false });
  }
}
