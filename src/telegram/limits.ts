import type { Context } from 'grammy';
import type { LimitedAction } from '../domain/operations/rate-limits.ts';
import { classifyBotApiError } from '../lib/bot-api/classify-error.ts';
import { pickLocale, translatorFor } from '../locales/translate.ts';
import { findLocale } from '../usecases/customers/find-locale.ts';
import { keepLimits } from '../usecases/limits/keep-limits.ts';
import type { Shop, Tap } from '../usecases/shop.ts';
import type { CustomerAction } from './callback-data.ts';
import type { Visit } from './visit.ts';

/** What a button counts against, besides being a visit. A top-up is paid for as well. */
const LIMITS_OF_BUTTONS: Partial<Record<CustomerAction['to'], readonly LimitedAction[]>> = {
  pay: ['payment-init'],
  'top-up-pay': ['top-up', 'payment-init'],
  trial: ['trial-activate'],
  'corporate-send': ['corporate-request'],
  'new-key': ['vpn-reissue'],
  'new-link': ['vpn-regenerate'],
  'withdraw-send': ['withdrawal-request'],
};

/** Whether a button may act now. When not, the tap is answered with the wait, and nothing else happens. */
export async function mayPress(visit: Visit, action: CustomerAction): Promise<boolean> {
  const refusal = await findLimitRefusal(visit, LIMITS_OF_BUTTONS[action.to] ?? []);
  if (refusal !== null) await visit.answer(refusal, 'alert');
  return refusal === null;
}

/** Null, or what to say to who comes too often. */
export async function findLimitRefusal(
  visit: Visit,
  actions: readonly LimitedAction[],
): Promise<string | null> {
  const act = { telegramId: visit.customer.telegramId, key: visit.tap.key };
  const admission = await keepLimits(visit.shop, act, actions);
  return admission.ok ? null : visit.t.text('too-often', { seconds: admission.seconds });
}

/** Who taps: told by `answer`. Who writes: told by a message. */
type Arrival = { tap: Tap; answer: Visit['answer'] | null };

/**
 * Whether somebody may be served at all: whoever floods the bot waits alone. Each tap is answered with the wait;
 * messages once a minute, for one answer to each would be a flood of ours.
 */
export async function mayVisit(shop: Shop, ctx: Context, arrival: Arrival): Promise<boolean> {
  const { from } = ctx;
  if (!from) return true;
  const act = { telegramId: BigInt(from.id), key: arrival.tap.key };
  const admission = await keepLimits(shop, act, ['visit']);
  if (admission.ok) return true;
  if (!arrival.answer && !(await keepLimits(shop, act, ['visit-refusal'])).ok) return false;
  const locale = pickLocale(await findLocale(shop, act.telegramId), from.language_code);
  const text = translatorFor(locale).text('too-often', { seconds: admission.seconds });
  await (arrival.answer ? arrival.answer(text) : replyIfReachable(ctx, text));
  return false;
}

async function replyIfReachable(ctx: Context, text: string): Promise<void> {
  try {
    await ctx.reply(text);
  } catch (error) {
    if (classifyBotApiError(error)?.kind !== 'unreachable') throw error;
  }
}
