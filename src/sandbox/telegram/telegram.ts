import type { Logger } from '../../lib/logger.ts';
import type { Alarms } from '../state/alarms.ts';
import type { Counters } from '../state/counters.ts';
import type { Events } from '../state/events.ts';
import type { FaultPlan } from '../state/fault-plan.ts';
import type { Journal } from '../state/journal.ts';
import { type BotApi, createBotApi } from './bot-api.ts';
import { createCallbacks } from './callbacks.ts';
import { createChats } from './chats.ts';
import { type CustomerActions, createCustomerActions } from './customer-actions.ts';
import { createPolling } from './delivery/polling.ts';
import { createUpdates } from './delivery/updates.ts';
import { createFiles } from './files.ts';
import type { Bot } from './methods/method.ts';
import { createCheckouts } from './payments/checkouts.ts';
import { createPayerActions, type PayerActions } from './payments/payer-actions.ts';
import { createTill } from './payments/till.ts';
import { createProfile } from './profile.ts';
import { type ChatLimits, createSendLimits } from './send-limits.ts';
import { createWebhook } from './webhook.ts';

export type TelegramSettings = {
  token: string;
  botUsername: string;
  providerToken: string;
  chatLimits: ChatLimits;
  openChats: boolean;
  adminId: number | undefined;
  random(): number;
};

export type TelegramDependencies = {
  settings: TelegramSettings;
  journal: Journal;
  counters: Counters;
  alarms: Alarms;
  events: Events;
  faults: FaultPlan;
  logger: Logger;
};

/** One emulated bot account with its customers. */
export type Telegram = {
  bot: Bot;
  api: BotApi;
  customers: CustomerActions;
  payers: PayerActions;
  /** Delivers what was pending before a restart. */
  resume(): void;
  close(): Promise<void>;
};

export function createTelegram(dependencies: TelegramDependencies): Telegram {
  const { settings, journal, counters, alarms, events, faults, logger } = dependencies;
  const api = createBotApi({ bot: () => bot, token: settings.token, journal, faults, logger });
  const updates = createUpdates({ journal, counters, alarms });
  const polling = createPolling(updates);
  const bot: Bot = {
    identity: {
      id: Number(settings.token.split(':')[0]),
      username: settings.botUsername,
      firstName: 'Atlas Secure',
    },
    adminId: settings.adminId,
    journal,
    alarms,
    events,
    chats: createChats({ journal, counters, openChats: settings.openChats, adminId: settings.adminId }),
    files: createFiles(journal, counters),
    callbacks: createCallbacks({ journal, counters, alarms, events }),
    checkouts: createCheckouts({ journal, counters, alarms }),
    till: createTill(journal),
    providerToken: settings.providerToken,
    limits: createSendLimits(alarms.nowMs, settings.chatLimits),
    updates,
    polling,
    webhook: createWebhook({
      journal,
      alarms,
      updates,
      polling,
      runReply: api.runReply,
      random: settings.random,
    }),
    profile: createProfile(journal),
  };
  return {
    bot,
    api,
    customers: createCustomerActions(bot),
    payers: createPayerActions(bot),
    resume: () => bot.webhook.resume(),
    async close() {
      polling.close();
      await bot.webhook.close();
    },
  };
}
