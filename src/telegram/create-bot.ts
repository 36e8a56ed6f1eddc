import { type ApiClientOptions, Bot, type Context } from 'grammy';
import type { Update, UserFromGetMe } from 'grammy/types';
import { decideUpdateRetry } from '../domain/retries.ts';
import { classifyBotApiError } from '../lib/bot-api/classify-error.ts';
import { pickLocale, translatorFor } from '../locales/translate.ts';
import type { PaymentProvider } from '../ports/payment-provider.ts';
import { greetCustomer } from '../usecases/customers/greet-customer.ts';
import type { Shop, Tap } from '../usecases/shop.ts';
import { routeButton, routeText } from './route-update.ts';
import type { Visit } from './visit.ts';

export type BotSettings = {
  shop: Shop;
  providers: ReadonlyMap<string, PaymentProvider>;
  token: string;
  clientOptions: ApiClientOptions;
  botInfo: UserFromGetMe;
};

/** What the inbox knows of an update beside its body. `attempts`: how often it has failed before. */
export type Handling = { tap: Tap; attempts: number };

export type UpdateHandler = (update: Update, handling: Handling) => Promise<void>;

/**
 * The whole bot on one screen: private chats only, a tap is answered exactly once, then a flow is chosen.
 * Throws whatever the flow throws; the inbox decides about another try.
 */
export function createBot(settings: BotSettings): UpdateHandler {
  const bot = new Bot(settings.token, { botInfo: settings.botInfo, client: settings.clientOptions });
  const handlings = new WeakMap<Update, Handling>();

  bot.on('callback_query:data', async (ctx) => {
    const handling = handlings.get(ctx.update);
    if (!handling || ctx.from.is_bot) return;
    const answer = createAnswer(ctx);
    const visit = await openVisit(settings, ctx, { ...handling, answer });
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
    if (!handling) return;
    const visit = await openVisit(settings, ctx, { ...handling, answer: async () => undefined });
    await routeText(visit, ctx.message.text ?? '');
  });
  bot.on('pre_checkout_query', (ctx) =>
    ctx.answerPreCheckoutQuery(
      false,
      translatorFor(pickLocale(null, ctx.from.language_code)).text('error-try-later'),
    ),
  );

  return async (update, handling) => {
    handlings.set(update, handling);
    try {
      await bot.handleUpdate(update);
    } catch (error) {
      throw causeOf(error);
    }
  };
}

async function openVisit(
  settings: BotSettings,
  ctx: Context,
  own: Handling & { answer: Visit['answer'] },
): Promise<Visit> {
  const { from } = ctx;
  if (!from) throw new Error('an update without a sender reached a flow');
  const customer = await greetCustomer(settings.shop, {
    telegramId: BigInt(from.id),
    firstName: from.first_name,
    username: from.username ?? null,
  });
  return {
    shop: settings.shop,
    providers: settings.providers,
    api: ctx.api,
    customer,
    t: translatorFor(pickLocale(customer.locale, from.language_code)),
    tap: own.tap,
    chatId: BigInt(ctx.chat?.id ?? from.id),
    message: ctx.callbackQuery?.message?.date ? (ctx.callbackQuery.message as Visit['message']) : null,
    answer: own.answer,
  };
}

/** One answer per tap. A tap that Telegram has forgotten, or that was answered before a crash, is no failure. */
function createAnswer(ctx: Context): Visit['answer'] {
  let isAnswered = false;
  return async (text) => {
    if (isAnswered) return;
    isAnswered = true;
    try {
      await ctx.answerCallbackQuery(text === undefined ? undefined : { text });
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
