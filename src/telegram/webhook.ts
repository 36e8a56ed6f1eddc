import type { Api } from 'grammy';
import { Fault } from '../lib/fault.ts';
import { ALLOWED_UPDATES } from './allowed-updates.ts';

/** Connections Telegram may open to us at once: a burst is stored in batches, so many are welcome. */
const MAX_CONNECTIONS = 100;

/**
 * Points Telegram at our webhook and makes sure that it took the address. Never drops what is waiting and
 * never deletes the webhook: another process, or the next start, relies on it. Safe to repeat.
 * Throws: Fault `webhook-not-set`; whatever the Bot API refuses.
 */
export async function setUpWebhook(api: Api, settings: { url: string; secret: string }): Promise<void> {
  await api.setWebhook(settings.url, {
    secret_token: settings.secret,
    allowed_updates: [...ALLOWED_UPDATES],
    max_connections: MAX_CONNECTIONS,
    drop_pending_updates: false,
  });
  const info = await api.getWebhookInfo();
  if (info.url === settings.url) return;
  throw new Fault('webhook-not-set', 'Telegram did not keep the webhook address', { isRetryable: true });
}
