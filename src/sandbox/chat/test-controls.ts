import { z } from 'zod';
import type { CryptoPayApi } from '../crypto-pay/crypto-pay.ts';
import type { Alarms } from '../state/alarms.ts';
import type { FaultPlan } from '../state/fault-plan.ts';
import { toChatMessage } from '../telegram/message-views.ts';
import { type ChatDependencies, type ChatRoute, parseBody } from './chat-api.ts';

/**
 * Controls that no person needs and tests do, beside the routes of `contract/chat.ts`:
 *
 * POST   /chat/faults             PlannedFault → PlannedFault[]; see state/fault-plan.ts. `count` defaults to 1,
 *                                 `when` to `before`, `api` to `telegram`, `method` to `*`
 * GET    /chat/faults             what is still planned
 * DELETE /chat/faults             forgets all of it
 * POST   /chat/callback-lifetime  { seconds }: how long callbacks pressed from now on may be answered
 * POST   /chat/limits             { burst, perSecond, allPerSecond? }: messages a chat, and all of them together, accept
 *                                 before 429
 * POST   /chat/block              { chatId, isBlocked }: the customer blocks or unblocks the bot
 * POST   /chat/clock              { advanceMs }: the sandbox's clock jumps; what became due happens at once
 * POST   /chat/core               ChatState['core']
 * POST   /chat/provider-webhooks  { isEnabled: true }: on again after 17 failures
 * /chat/yookassa…                 see yookassa/shop-controls.ts
 * /chat/payments…                 see chat/payment-controls.ts
 * GET    /chat/transcript?chatId= every message of a chat (deleted ones flagged) or of all, every press with its
 *                                 accepted answers and attempts, calls per method, what is still pending, the most
 *                                 messages of one second
 */
export function testControlRoutes(
  dependencies: ChatDependencies & TestDependencies,
): Record<string, ChatRoute> {
  const { telegram, faults, alarms, switchboard, sender } = dependencies;
  return {
    'POST /chat/faults': (body) => {
      faults.add(parseBody(plannedFault, body));
      return faults.list();
    },
    'GET /chat/faults': () => faults.list(),
    'DELETE /chat/faults': () => {
      faults.clear();
      return [];
    },
    'POST /chat/callback-lifetime': (body) => {
      const { seconds } = parseBody(callbackLifetime, body);
      telegram.bot.callbacks.setLifetime(seconds);
      return { seconds };
    },
    'POST /chat/limits': (body) => {
      const limits = parseBody(chatLimits, body);
      telegram.bot.limits.configure(limits);
      return limits;
    },
    'POST /chat/block': (body) => {
      const { chatId, isBlocked } = parseBody(block, body);
      telegram.customers.setBlocked(chatId, isBlocked);
      return { chatId, isBlocked };
    },
    'POST /chat/clock': (body) => {
      alarms.advance(parseBody(clock, body).advanceMs);
      return { nowMs: alarms.nowMs() };
    },
    'POST /chat/core': (body) => {
      switchboard.setCore(parseBody(coreSchema, body));
      return switchboard.core();
    },
    'POST /chat/provider-webhooks': (body) => {
      parseBody(providerWebhooks, body);
      sender.enable();
      return { isEnabled: sender.isEnabled() };
    },
    'GET /chat/transcript': (_body, url) => readTranscript(dependencies, url.searchParams.get('chatId')),
  };
}

type TestDependencies = { faults: FaultPlan; alarms: Alarms; cryptoPay: CryptoPayApi };

/** What honours the credentials; also the shape of the setting SANDBOX_CORE. */
export const coreSchema = z.strictObject({
  kind: z.enum(['xray', 'v2ray', 'simulated']),
  version: z.string().max(100),
});
const MAX_DELAY_MS = 600_000;
const plannedFault = z.strictObject({
  api: z.enum(['telegram', 'cryptopay', 'yookassa']).default('telegram'),
  method: z.string().min(1).default('*'),
  count: z.int().min(1).max(1_000_000).default(1),
  kind: z.enum(['status', 'close', 'delay']),
  when: z.enum(['before', 'after']).default('before'),
  status: z.int().min(400).max(599).optional(),
  retryAfterSeconds: z.int().min(0).optional(),
  delayMs: z.int().min(0).max(MAX_DELAY_MS).optional(),
});
const callbackLifetime = z.strictObject({ seconds: z.number().min(0) });
const chatLimits = z.strictObject({
  burst: z.int().min(1),
  perSecond: z.number().positive(),
  allPerSecond: z.int().min(1).optional(),
});
const block = z.strictObject({ chatId: z.int(), isBlocked: z.boolean() });
const clock = z.strictObject({ advanceMs: z.int().min(0) });
const providerWebhooks = z.strictObject({ isEnabled: z.literal(true) });

function readTranscript(dependencies: ChatDependencies & TestDependencies, chat: string | null): unknown {
  const { telegram, sender, cryptoPay } = dependencies;
  const { bot } = telegram;
  const chatId = chat === null ? undefined : Number(chat);
  return {
    messages: bot.chats.listMessages(chatId).map((message) => ({
      ...toChatMessage(message),
      isDeleted: message.isDeleted === true,
    })),
    callbacks: bot.callbacks
      .list()
      .filter((callback) => chatId === undefined || callback.chatId === chatId)
      .map((callback) => ({ ...callback, answerCount: callback.answers.length })),
    telegramCalls: telegram.api.counts(),
    cryptoPayCalls: cryptoPay.counts(),
    busiestSecond: bot.limits.busiestSecond(),
    pendingUpdates: bot.updates.all().map(({ updateId, queue, failures }) => ({ updateId, queue, failures })),
    pendingProviderWebhooks: sender.pending(),
    providerWebhooksEnabled: sender.isEnabled(),
  };
}
