import type { Alarms } from '../../state/alarms.ts';
import type { Events } from '../../state/events.ts';
import type { Journal } from '../../state/journal.ts';
import type { Upload } from '../../transport/parameters.ts';
import type { Callbacks } from '../callbacks.ts';
import type { Chats } from '../chats.ts';
import type { Polling } from '../delivery/polling.ts';
import type { Updates } from '../delivery/updates.ts';
import type { Files } from '../files.ts';
import type { Checkouts } from '../payments/checkouts.ts';
import type { Till } from '../payments/till.ts';
import type { BotProfile } from '../profile.ts';
import type { SendLimits } from '../send-limits.ts';
import type { Webhook } from '../webhook.ts';
import type { BotIdentity } from '../wire.ts';

/** What the methods of the Bot API act on. */
export type Bot = {
  identity: BotIdentity;
  /** Who runs the shop, if somebody was named. */
  adminId: number | undefined;
  journal: Journal;
  alarms: Alarms;
  events: Events;
  chats: Chats;
  files: Files;
  callbacks: Callbacks;
  checkouts: Checkouts;
  till: Till;
  /** Stands for the acquirer of bank cards. */
  providerToken: string;
  limits: SendLimits;
  updates: Updates;
  polling: Polling;
  webhook: Webhook;
  profile: BotProfile;
};

/** One call: parameters that passed the schema, uploaded files by field name. */
export type Call = {
  values: Record<string, unknown>;
  uploads: Map<string, Upload>;
  /** Aborts when the caller hangs up. */
  gone: AbortSignal;
};

export type MethodAnswer = { result: unknown; description?: string };

/** An emulated method. Throws: ApiRefusal. */
export type Method = (bot: Bot, call: Call) => MethodAnswer | Promise<MethodAnswer>;

/** Unix seconds of the sandbox's clock. */
export function nowSeconds(bot: Bot): number {
  return Math.floor(bot.alarms.nowMs() / 1000);
}
