import type { Api } from 'grammy';
import { classifyBotApiError } from '../lib/bot-api/classify-error.ts';
import { Fault } from '../lib/fault.ts';
import { pickLocale, translatorFor } from '../locales/translate.ts';
import type { Delivery, Notifier } from '../ports/notifier.ts';
import { renderNotice } from './screens/notice-screens.ts';
import { renderOperatorMessage } from './screens/operator-screens.ts';
import { keepMessage, type Screen } from './screens/screen.ts';
import { optionsOf } from './visit.ts';

/** Sends messages that no tap asked for: to customers in their language, to operators in the canonical one. */
export function createNotifier(api: Api): Notifier {
  return {
    notify({ telegramId, locale }, notice) {
      const screen = renderNotice(translatorFor(pickLocale(locale)), notice);
      return deliver(api, telegramId, keepMessage(screen));
    },
    tellOperator(telegramId, message) {
      return deliver(api, telegramId, renderOperatorMessage(translatorFor(pickLocale(null)), message));
    },
  };
}

async function deliver(api: Api, telegramId: bigint, screen: Screen): Promise<Delivery> {
  try {
    await api.sendMessage(Number(telegramId), screen.text, optionsOf(screen));
    return 'sent';
  } catch (error) {
    const failure = classifyBotApiError(error);
    if (failure?.kind === 'unreachable') return 'undeliverable';
    throw failure === null ? error : toFault(failure.kind, error);
  }
}

function toFault(kind: string, cause: unknown): Fault {
  if (kind === 'limited') {
    return new Fault('telegram-limited', 'Telegram asks us to slow down', { isRetryable: true, cause });
  }
  return new Fault('telegram-unreachable', `Telegram did not take a message (${kind})`, {
    isRetryable: true,
    cause,
  });
}
