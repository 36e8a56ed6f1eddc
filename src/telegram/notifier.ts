import { setTimeout as pause } from 'node:timers/promises';
import { type Api, InputFile } from 'grammy';
import { classifyBotApiError } from '../lib/bot-api/classify-error.ts';
import { Fault } from '../lib/fault.ts';
import { pickLocale, translatorFor } from '../locales/translate.ts';
import type { Delivery, Notifier } from '../ports/notifier.ts';
import { findLocale } from '../usecases/customers/find-locale.ts';
import { heedPause, takeTurn } from '../usecases/sending/take-turn.ts';
import type { Shop } from '../usecases/shop.ts';
import { renderNotice } from './screens/notice-screens.ts';
import { renderDocumentCaption, renderOperatorMessage } from './screens/operator-screens.ts';
import { keepMessage, type Screen } from './screens/screen.ts';
import { isResting, type TelegramPolicy } from './sending/telegram-policy.ts';
import { optionsOf } from './visit.ts';

/** Sends messages that no tap asked for, to each in their language. */
export function createNotifier(shop: Shop, api: Api, policy: TelegramPolicy): Notifier {
  const deliver = (telegramId: bigint, screen: Screen) =>
    deliverBy({ shop, policy }, () => api.sendMessage(Number(telegramId), screen.text, optionsOf(screen)));
  return {
    waitTurn: (telegramId) => waitTurn(shop, telegramId),
    notify({ telegramId, locale }, notice) {
      const screen = renderNotice(translatorFor(pickLocale(locale)), notice);
      return deliver(telegramId, keepMessage(screen));
    },
    async tellOperator(telegramId, message) {
      const locale = pickLocale(await findLocale(shop, telegramId));
      return deliver(telegramId, renderOperatorMessage(translatorFor(locale), message));
    },
    async sendDocument(telegramId, document) {
      const locale = pickLocale(await findLocale(shop, telegramId));
      const caption = renderDocumentCaption(translatorFor(locale), document);
      return deliverBy({ shop, policy }, () => {
        const file = new InputFile(document.read(), document.fileName);
        return api.sendDocument(Number(telegramId), file, { caption, parse_mode: 'HTML' });
      });
    },
  };
}

/** How often, and how far apart, a turn is asked for: no longer than a job should hold its place. */
const ASKS = 4;
const ASK_AGAIN_MS = 700;

async function waitTurn(shop: Shop, telegramId: bigint): Promise<void> {
  for (let asked = 1; asked <= ASKS; asked += 1) {
    const turn = await takeTurn(shop, 'notice', { chatKey: telegramId });
    if (turn.kind === 'at') {
      await pause(Math.max(0, turn.at.getTime() - shop.clock.now().getTime()));
      return;
    }
    if (asked < ASKS) await pause(ASK_AGAIN_MS);
  }
  throw notSent('so much is being sent that this message has to wait');
}

async function deliverBy(
  { shop, policy }: { shop: Shop; policy: TelegramPolicy },
  send: () => Promise<unknown>,
): Promise<Delivery> {
  try {
    await policy(send);
    return 'sent';
  } catch (error) {
    if (isResting(error)) throw notSent('Telegram has not been answering', error);
    const failure = classifyBotApiError(error);
    if (failure === null) throw error;
    if (failure.kind === 'unreachable') return 'undeliverable';
    if (failure.kind === 'unreached') throw notSent('Telegram could not be reached', error);
    if (failure.kind === 'limited') {
      await heedPause(shop, failure.retryAfterMs);
      throw notSent('Telegram asks us to slow down', error);
    }
    throw new Fault('telegram-unreachable', `Telegram did not take a message (${failure.kind})`, {
      isRetryable: true,
      cause: error,
    });
  }
}

/** Certainly nothing was sent: whoever repeats it says nothing twice. */
function notSent(message: string, cause?: unknown): Fault {
  return new Fault('telegram-limited', message, { isRetryable: true, cause });
}
