import type { Api } from 'grammy';
import { type BotApiFailure, classifyBotApiError } from '../../lib/bot-api/classify-error.ts';
import { pickLocale, translatorFor } from '../../locales/translate.ts';
import type { Broadcaster, BroadcastOutcome } from '../../ports/broadcaster.ts';
import { renderBroadcast } from '../screens/broadcast-screens.ts';
import { keepMessage } from '../screens/screen.ts';
import { optionsOf } from '../visit.ts';
import { isResting, type TelegramPolicy } from './telegram-policy.ts';

/** How long nothing is sent when Telegram does not know our token: somebody has to mend that first. */
const UNAUTHORIZED_PAUSE_MS = 30_000;
const MAX_REASON_LENGTH = 200;

export function createBroadcaster(api: Api, policy: TelegramPolicy): Broadcaster {
  return {
    async send({ telegramId, locale }, message) {
      const screen = keepMessage(renderBroadcast(translatorFor(pickLocale(locale)), message));
      try {
        await policy(() => api.sendMessage(Number(telegramId), screen.text, optionsOf(screen)));
        return { kind: 'sent' };
      } catch (error) {
        if (isResting(error)) return { kind: 'resting' };
        const failure = classifyBotApiError(error);
        if (failure === null) throw error;
        return toOutcome(failure);
      }
    },
  };
}

function toOutcome(failure: BotApiFailure): BroadcastOutcome {
  switch (failure.kind) {
    case 'unreachable':
      return { kind: 'undeliverable' };
    case 'limited':
      return { kind: 'limited', retryAfterMs: failure.retryAfterMs };
    case 'unauthorized':
      return { kind: 'limited', retryAfterMs: UNAUTHORIZED_PAUSE_MS };
    case 'unreached':
      return { kind: 'unreached' };
    case 'refused':
      return { kind: 'refused', reason: failure.description.slice(0, MAX_REASON_LENGTH) };
    default:
      return { kind: 'unknown' };
  }
}
