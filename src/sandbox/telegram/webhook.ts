import type { Alarms } from '../state/alarms.ts';
import type { Journal } from '../state/journal.ts';
import type { Polling } from './delivery/polling.ts';
import type { Updates } from './delivery/updates.ts';
import { createWebhookDelivery } from './delivery/webhook-delivery.ts';
import type { WebhookSettings } from './delivery/webhook-settings.ts';

/** The bot's webhook: its settings, its deliveries, what getWebhookInfo tells about them. */
export type Webhook = {
  /** False when the same settings were already in force. */
  set(settings: WebhookSettings): Promise<boolean>;
  /** False when there was no webhook. */
  remove(): Promise<boolean>;
  isActive(): boolean;
  info(): Record<string, unknown>;
  /** Starts delivering what was pending when the process died. */
  resume(): void;
  close(): Promise<void>;
};

type Stored = { settings?: WebhookSettings; lastErrorDate?: number; lastErrorMessage?: string };
export type WebhookDependencies = {
  journal: Journal;
  alarms: Alarms;
  updates: Updates;
  polling: Polling;
  runReply(body: unknown): Promise<void>;
  random(): number;
};

export function createWebhook(dependencies: WebhookDependencies): Webhook {
  const { journal, alarms, updates, polling } = dependencies;
  const stored: Stored = journal.load<Stored>('webhook')[0]?.value ?? {};
  const save = (): void => journal.put('webhook', 'bot', stored);
  const delivery = createWebhookDelivery({
    updates,
    alarms,
    durable: journal.durable,
    runReply: dependencies.runReply,
    random: dependencies.random,
    onFailure(message) {
      stored.lastErrorDate = Math.floor(alarms.nowMs() / 1000);
      stored.lastErrorMessage = message;
      save();
    },
  });
  return {
    async set(settings) {
      if (JSON.stringify(stored.settings) === JSON.stringify(settings)) return false;
      polling.terminate('terminated by setWebhook request');
      await delivery.stop();
      stored.settings = settings;
      delete stored.lastErrorDate;
      delete stored.lastErrorMessage;
      save();
      await journal.durable();
      delivery.start(settings);
      return true;
    },
    async remove() {
      if (!stored.settings) return false;
      await delivery.stop();
      delete stored.settings;
      save();
      return true;
    },
    isActive: () => stored.settings !== undefined,
    info: () => ({
      url: stored.settings?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: updates.count(),
      ...(stored.settings ? { max_connections: stored.settings.maxConnections } : {}),
      ...(stored.settings?.ipAddress ? { ip_address: stored.settings.ipAddress } : {}),
      ...(stored.settings && stored.lastErrorDate !== undefined
        ? { last_error_date: stored.lastErrorDate, last_error_message: stored.lastErrorMessage }
        : {}),
      ...(updates.allowedKinds().length > 0 ? { allowed_updates: updates.allowedKinds() } : {}),
    }),
    resume() {
      if (stored.settings) delivery.start(stored.settings);
    },
    close: () => delivery.stop(),
  };
}
