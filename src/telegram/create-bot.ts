import { type ApiClientOptions, Bot, type Context } from 'grammy';
import type { Message, Update, UserFromGetMe } from 'grammy/types';
import type { Kopecks } from '../domain/money/money.ts';
import { parseReferralPayload } from '../domain/money/referrals.ts';
import { decideUpdateRetry } from '../domain/retries.ts';
import { classifyBotApiError } from '../lib/bot-api/classify-error.ts';
import { Fault } from '../lib/fault.ts';
import type { SecretBox } from '../lib/secrets/secret-box.ts';
import { pickLocale, translatorFor } from '../locales/translate.ts';
import type { PaymentProvider } from '../ports/payment-provider.ts';
import { greetCustomer } from '../usecases/customers/greet-customer.ts';
import { applyEvent, type ToldEvent } from '../usecases/payments/apply-event.ts';
import { chargeAnswers } from '../usecases/sending/take-turn.ts';
import type { Shop, Tap } from '../usecases/shop.ts';
import { mayVisit } from './limits.ts';
import { routeButton, routeText } from './route-update.ts';
import { createTally, paceAnswers } from './sending/pace-answers.ts';
import type { Visit } from './visit.ts';

export type BotSettings = {
  shop: Shop;
  providers: ReadonlyMap<string, PaymentProvider>;
  token: string;
  clientOptions: ApiClientOptions;
  /** Its username is read for every link, so that it may be learnt later. */
  botInfo: UserFromGetMe;
  secrets: SecretBox;
  /** Telegram ids of who runs the shop. */
  admins: readonly bigint[];
  /** Withdrawals above this need two admins. */
  secondApprovalFromKopecks: Kopecks;
  /** How customers get their subscription links; null: nobody has one. */
  subscriptions: Visit['subscriptions'];
  /** Reads a message about a payment, whether or not its provider is still switched on. */
  readPayment: (message: unknown) => Omit<ToldEvent, 'reference'>;
};

/** What the inbox knows of an update beside its body. `attempts`: how often it has failed before. */
export type Handling = { tap: Tap; attempts: number };

export type UpdateHandler = (update: Update, handling: Handling) => Promise<void>;

/**
 * The whole bot on one screen: private chats only, a payment is always taken, whoever floods waits, a tap is answered
 * exactly once, then a flow is chosen.
 * Throws whatever the flow throws; the inbox decides about another try.
 */
export function createBot(settings: BotSettings): UpdateHandler {
  const bot = new Bot(settings.token, { botInfo: settings.botInfo, client: settings.clientOptions });
  bot.api.config.use(paceAnswers(createTally((count) => chargeAnswers(settings.shop, count))));
  const handlings = new WeakMap<Update, Handling>();

  bot.on(['message:successful_payment', 'message:refunded_payment'], (ctx) =>
    takePayment(settings, ctx.update, ctx.message),
  );

  bot.on('callback_query:data', async (ctx) => {
    const handling = handlings.get(ctx.update);
    if (!handling || ctx.from.is_bot) return;
    const answer = createAnswer(ctx);
    if (!(await mayVisit(settings.shop, ctx, { tap: handling.tap, answer }))) return;
    const visit = await openVisit(settings, ctx, { ...handling, answer, referrerId: null });
    try {
      await routeButton(visit, ctx.callbackQuery.data);
    } catch (error) {
      if (isLastTry(handling)) await answer(visit.t.text('error-try-later'));
      throw error;
    }
    await answer();
  });
  bot.chatType('private').on('message', async (ctx) => {
    const handling = handlings.get(ctx.update);
    if (!handling || !(await mayVisit(settings.shop, ctx, { tap: handling.tap, answer: null }))) return;
    const text = ctx.message.text ?? '';
    const referrerId = readReferrer(text);
    const visit = await openVisit(settings, ctx, { ...handling, answer: async () => undefined, referrerId });
    await routeText(visit, text);
  });

  return async (update, handling) => {
    handlings.set(update, handling);
    try {
      await bot.handleUpdate(update);
    } catch (error) {
      throw asFault(causeOf(error));
    }
  };
}

/** Telegram tells of a payment by a message; whoever sent it, the money is settled. Safe to repeat. */
async function takePayment(
  { shop, readPayment }: BotSettings,
  update: Update,
  message: Message,
): Promise<void> {
  await applyEvent(shop, { ...readPayment(message), reference: `update ${update.update_id}` });
}

/** Who brought the sender: named by the link behind their first /start. */
function readReferrer(text: string): bigint | null {
  const payload = /^\/start(?:@\w+)?\s+(\S+)\s*$/.exec(text)?.[1];
  return payload === undefined ? null : parseReferralPayload(payload);
}

async function openVisit(
  settings: BotSettings,
  ctx: Context,
  own: Handling & { answer: Visit['answer']; referrerId: bigint | null },
): Promise<Visit> {
  const { from } = ctx;
  if (!from) throw new Error('an update without a sender reached a flow');
  const { shop, providers, secrets, admins, secondApprovalFromKopecks } = settings;
  const visitor = {
    telegramId: BigInt(from.id),
    firstName: from.first_name,
    username: from.username ?? null,
  };
  const { customer, incident } = await greetCustomer(shop, visitor, own.referrerId);
  return {
    shop,
    providers,
    secrets,
    admins,
    secondApprovalFromKopecks,
    subscriptions: settings.subscriptions,
    botName: settings.botInfo.username,
    api: ctx.api,
    customer,
    incident,
    t: translatorFor(pickLocale(customer.locale, from.language_code)),
    tap: own.tap,
    chatId: BigInt(ctx.chat?.id ?? from.id),
    entities: ctx.message?.entities ?? [],
    message: ctx.callbackQuery?.message?.date ? (ctx.callbackQuery.message as Visit['message']) : null,
    answer: own.answer,
  };
}

/** One answer per tap. A tap that Telegram has forgotten, or that was answered before a crash, is no failure. */
function createAnswer(ctx: Context): Visit['answer'] {
  let isAnswered = false;
  return async (text, style) => {
    if (isAnswered) return;
    isAnswered = true;
    const alert = style === 'alert' ? { show_alert: true } : {};
    try {
      await ctx.answerCallbackQuery(text === undefined ? undefined : { text, ...alert });
    } catch (error) {
      if (classifyBotApiError(error)?.kind !== 'query-gone') throw error;
    }
  };
}

function isLastTry(handling: Handling): boolean {
  return decideUpdateRetry(handling.attempts + 1).kind === 'park';
}

/** grammY wraps what a handler threw. */
function causeOf(error: unknown): unknown {
  return error instanceof Error && 'error' in error ? error.error : error;
}

/** The inbox waits for as long as Telegram asks; everything else it paces itself. */
function asFault(error: unknown): unknown {
  const failure = classifyBotApiError(error);
  if (failure?.kind !== 'limited') return error;
  const { retryAfterMs } = failure;
  const options = { isRetryable: true, retryAfterMs, cause: error };
  return new Fault('telegram-limited', 'Telegram asks us to slow down', options);
}
