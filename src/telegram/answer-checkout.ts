import type { Api } from 'grammy';
import { z } from 'zod';
import { classifyBotApiError } from '../lib/bot-api/classify-error.ts';
import { Fault } from '../lib/fault.ts';
import { pickLocale, translatorFor } from '../locales/translate.ts';
import { type CheckoutRefusal, decideCheckout } from '../usecases/payments/decide-checkout.ts';
import type { Shop } from '../usecases/shop.ts';

/** Answers Telegram's question before a payment; false when the update is none. */
export type AnswerCheckout = (update: unknown) => Promise<boolean>;

const checkoutUpdate = z.object({
  pre_checkout_query: z.object({
    id: z.string(),
    from: z.object({ id: z.number(), language_code: z.string().optional() }),
    currency: z.string(),
    total_amount: z.number().int(),
    invoice_payload: z.string(),
  }),
});
type Query = z.infer<typeof checkoutUpdate>['pre_checkout_query'];

/** Telegram gives up after 10 s; a question that cannot be decided is declined before that. */
const GIVE_UP_MS = 8_000;
/** Source: decisions.md §3: answered within a second while storage answers. */
const DECIDE_MS = 800;
/** Questions Telegram may have open at once and that we remember; far more than one process meets in 8 s. */
const MAX_REMEMBERED = 10_000;

const WORDS = {
  gone: 'precheckout-gone',
  paid: 'precheckout-paid',
  stranger: 'precheckout-stranger',
  changed: 'precheckout-changed',
  'try-again': 'precheckout-try-again',
} as const satisfies Record<CheckoutRefusal, string>;

/**
 * The one kind of update that is answered at the door instead of through the inbox: the payer waits.
 * Throws: Fault `storage-down` while it cannot be decided: the update is left to come again, until it is too
 * old, and then declined with a "try again".
 */
export function createCheckoutAnswerer(shop: Shop, api: Api): AnswerCheckout {
  const firstSeen = new Map<string, number>();
  return async (update) => {
    const parsed = checkoutUpdate.safeParse(update);
    if (!parsed.success) return false;
    const query = parsed.data.pre_checkout_query;
    const seenAt = remember(firstSeen, query.id);
    const refusal = await decideInTime(shop, query).catch((cause: unknown) => {
      if (performance.now() - seenAt >= GIVE_UP_MS) return 'try-again' as const;
      throw new Fault('storage-down', 'a checkout could not be decided', { isRetryable: true, cause });
    });
    await answer(api, query, refusal);
    firstSeen.delete(query.id);
    return true;
  };
}

function remember(firstSeen: Map<string, number>, queryId: string): number {
  const seenAt = firstSeen.get(queryId) ?? performance.now();
  if (firstSeen.size >= MAX_REMEMBERED) firstSeen.delete(firstSeen.keys().next().value ?? '');
  firstSeen.set(queryId, seenAt);
  return seenAt;
}

async function decideInTime(shop: Shop, query: Query): Promise<CheckoutRefusal | null> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error('the database did not answer in time')), DECIDE_MS);
  const decided = decideCheckout(shop, {
    payload: query.invoice_payload,
    payerTelegramId: BigInt(query.from.id),
    currency: query.currency,
    totalAmount: BigInt(query.total_amount),
  });
  try {
    return await Promise.race([decided, late.promise]);
  } finally {
    clearTimeout(timer);
    decided.catch(() => undefined);
  }
}

async function answer(api: Api, query: Query, refusal: CheckoutRefusal | null): Promise<void> {
  const t = translatorFor(pickLocale(null, query.from.language_code));
  try {
    if (refusal === null) await api.answerPreCheckoutQuery(query.id, true);
    else await api.answerPreCheckoutQuery(query.id, false, { error_message: t.text(WORDS[refusal]) });
  } catch (cause) {
    // Too late, or answered before: nothing is left to say.
    if (classifyBotApiError(cause)?.kind === 'query-gone') return;
    throw new Fault('storage-down', 'a checkout could not be answered', { isRetryable: true, cause });
  }
}
