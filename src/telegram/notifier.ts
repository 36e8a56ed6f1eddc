import type { Api } from 'grammy';
import { classifyBotApiError } from '../lib/bot-api/classify-error.ts';
import { Fault } from '../lib/fault.ts';
import { pickLocale, translatorFor } from '../locales/translate.ts';
import type { Notifier } from '../ports/notifier.ts';
import { renderNotice } from './screens/profile-screens.ts';
import { keepMessage } from './screens/screen.ts';
import { optionsOf } from './visit.ts';

/** Sends messages that no tap asked for, in the customer's language. */
export function createNotifier(api: Api): Notifier {
  return {
    async notify(recipient, notice) {
      const screen = keepMessage(renderNotice(translatorFor(pickLocale(recipient.locale)), notice));
      try {
        await api.sendMessage(Number(recipient.telegramId), screen.text, optionsOf(screen));
        return 'sent';
      } catch (error) {
        const failure = classifyBotApiError(error);
        if (failure?.kind === 'unreachable') return 'undeliverable';
        throw failure === null ? error : toFault(failure.kind, error);
      }
    },
  };
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
