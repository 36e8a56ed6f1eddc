import { type Api, InputFile } from 'grammy';
import type { Message, MessageEntity } from 'grammy/types';
import type { Kopecks } from '../domain/money/money.ts';
import { classifyBotApiError } from '../lib/bot-api/classify-error.ts';
import type { SecretBox } from '../lib/secrets/secret-box.ts';
import type { SubscriptionTokens } from '../lib/subscription-tokens.ts';
import type { Translator } from '../locales/translate.ts';
import type { PaymentProvider } from '../ports/payment-provider.ts';
import type { Greeting } from '../usecases/customers/greet-customer.ts';
import type { Shop, Tap } from '../usecases/shop.ts';
import { type Button, keepMessage, menuButton, renderKeyboard, type Screen } from './screens/screen.ts';

/** One update of one customer on its way through a flow: who, in which language, and how to answer. */
export type Visit = {
  shop: Shop;
  providers: ReadonlyMap<string, PaymentProvider>;
  secrets: SecretBox;
  /** Telegram ids of who runs the shop. */
  admins: readonly bigint[];
  /** Withdrawals above this need two admins. */
  secondApprovalFromKopecks: Kopecks;
  /** How the customer gets a subscription link; null: nobody has one. */
  subscriptions: { tokens: SubscriptionTokens; baseUrl: string } | null;
  botName: string;
  api: Api;
  customer: Greeting['customer'];
  /** What everybody is told above the main menu; null: nothing is wrong. */
  incident: Greeting['incident'];
  t: Translator;
  tap: Tap;
  chatId: bigint;
  /** How Telegram's client has formatted the typed text; empty for taps. */
  entities: readonly MessageEntity[];
  /** The message whose button was tapped; null for commands and text, and when Telegram no longer knows it. */
  message: Message | null;
  /**
   * Answers the callback, the first time it is called; later calls and plain messages do nothing. An alert has
   * to be closed by hand.
   */
  answer(text?: string, style?: 'alert'): Promise<void>;
};

/**
 * Shows a screen in place of the one that was tapped, else as a new message. A picture does not turn into text, nor
 * text into a picture: the old message is removed and a new one is sent.
 */
export async function showScreen(visit: Visit, screen: Screen): Promise<void> {
  const { message } = visit;
  if (!message) return sendScreen(visit, screen);
  if (message.text === undefined || screen.picture !== undefined) {
    await removeMessage(visit, message);
    return sendScreen(visit, screen);
  }
  try {
    await visit.api.editMessageText(Number(visit.chatId), message.message_id, screen.text, optionsOf(screen));
  } catch (error) {
    const failure = classifyBotApiError(error);
    if (failure?.kind === 'message-gone') return sendScreen(visit, screen);
    if (failure?.kind !== 'already-so' && failure?.kind !== 'unreachable') throw error;
  }
}

/** One that is gone already, or too old for Telegram to remove, stays as it is. */
async function removeMessage(visit: Visit, message: Message): Promise<void> {
  try {
    await visit.api.deleteMessage(Number(visit.chatId), message.message_id);
  } catch (error) {
    const failure = classifyBotApiError(error);
    if (failure?.kind !== 'message-gone' && failure?.kind !== 'unreachable') throw error;
  }
}

/** Shows a screen as a new message. A customer who has blocked the bot simply does not see it. */
export async function sendScreen(visit: Visit, screen: Screen): Promise<void> {
  const { text, picture } = screen;
  const chatId = Number(visit.chatId);
  try {
    if (picture === undefined) await visit.api.sendMessage(chatId, text, optionsOf(screen));
    else
      await visit.api.sendPhoto(chatId, new InputFile(picture), {
        caption: text,
        ...captionOptionsOf(screen),
      });
  } catch (error) {
    if (classifyBotApiError(error)?.kind !== 'unreachable') throw error;
  }
}

/** A picture stays where it is: what its buttons open comes below. */
export async function sendPicture(visit: Visit, picture: Buffer, caption: string): Promise<void> {
  const { t } = visit;
  const ways: Button[] = [{ text: t.text('button-profile'), action: { to: 'profile' } }, menuButton(t)];
  const screen = keepMessage({ text: caption, rows: [ways] });
  try {
    await visit.api.sendPhoto(Number(visit.chatId), new InputFile(picture, 'qr.png'), {
      caption,
      ...captionOptionsOf(screen),
    });
  } catch (error) {
    if (classifyBotApiError(error)?.kind !== 'unreachable') throw error;
  }
}

export function optionsOf(screen: Screen) {
  return { ...captionOptionsOf(screen), link_preview_options: { is_disabled: true } };
}

function captionOptionsOf(screen: Screen) {
  return { parse_mode: 'HTML' as const, reply_markup: { inline_keyboard: renderKeyboard(screen) } };
}
