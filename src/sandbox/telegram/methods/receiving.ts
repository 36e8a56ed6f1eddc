import type { PollRequest } from '../delivery/polling.ts';
import { readWebhookSettings, type WebhookRequest } from '../delivery/webhook-settings.ts';
import { badRequest, conflict } from '../refusal.ts';
import type { Bot, Method, MethodAnswer } from './method.ts';

export const getUpdates: Method = async (bot, call) => {
  if (bot.webhook.isActive()) {
    throw conflict(
      "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
  }
  return { result: await bot.polling.poll(call.values as PollRequest, call.gone) };
};

export const setWebhook: Method = async (bot, call) => {
  const wanted = call.values as WebhookRequest;
  if (wanted.url === '') return removeWebhook(bot, wanted.drop_pending_updates);
  const settings = readWebhookSettings(wanted);
  if (wanted.allowed_updates) bot.updates.allow(wanted.allowed_updates);
  if (wanted.drop_pending_updates) bot.updates.clear();
  const isNew = await bot.webhook.set(settings);
  return { result: true, description: isNew ? 'Webhook was set' : 'Webhook is already set' };
};

export const deleteWebhook: Method = (bot, call) =>
  removeWebhook(bot, call.values.drop_pending_updates === true);

export const getWebhookInfo: Method = (bot) => ({ result: bot.webhook.info() });

export const answerCallbackQuery: Method = (bot, call) => {
  const { callback_query_id, text, show_alert, url } = call.values;
  if (typeof url === 'string' && url !== '' && !isBotLink(url, bot.identity.username)) {
    throw badRequest('URL_INVALID');
  }
  const isAccepted = bot.callbacks.answer(String(callback_query_id), {
    text: typeof text === 'string' ? text : '',
    showAlert: show_alert === true,
    ...(typeof url === 'string' && url !== '' ? { url } : {}),
  });
  if (!isAccepted) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  }
  return { result: true };
};

async function removeWebhook(bot: Bot, isDropping: boolean | undefined): Promise<MethodAnswer> {
  if (isDropping) bot.updates.clear();
  const wasSet = await bot.webhook.remove();
  return { result: true, description: wasSet ? 'Webhook was deleted' : 'Webhook is already deleted' };
}

/** A callback's address may only open a game or start this bot. */
function isBotLink(url: string, username: string): boolean {
  return (
    url.toLowerCase().startsWith(`https://t.me/${username.toLowerCase()}?start=`) || url.startsWith('tg://')
  );
}
