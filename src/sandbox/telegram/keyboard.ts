import { isLoopbackName } from '../transport/guard.ts';
import { badRequest } from './refusal.ts';
import type { InlineButton, InlineKeyboard } from './wire.ts';

/** Source: tdlib refuses larger inline keyboards as "reply markup is too long". */
const MAX_BUTTONS = 100;
const MAX_MARKUP_BYTES = 10_000;
const ACTIONS = [
  'callback_data',
  'url',
  'copy_text',
  'web_app',
  'login_url',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'pay',
  'callback_game',
  'disabled',
];
const URL_SCHEMES = new Set(['http:', 'https:', 'tg:', 'ton:']);

/**
 * The inline keyboard of a call, its empty rows dropped; undefined when there is none. Shapes and byte limits
 * were checked by the schema; here is what it cannot say. Reply keyboards are accepted and not shown. An invoice's
 * keyboard begins with its one Pay button, and no other message has one.
 */
export function readKeyboard(markup: unknown, isInvoice = false): InlineKeyboard | undefined {
  if (typeof markup !== 'object' || markup === null || !('inline_keyboard' in markup)) return undefined;
  const rows = (markup as InlineKeyboard).inline_keyboard.filter((row) => row.length > 0);
  const buttons = rows.flat();
  buttons.forEach(checkButton);
  const payAt = buttons.flatMap(({ pay }, index) => (pay === true ? [index] : []));
  if (payAt.length > 0 && !isInvoice) throw badRequest('BUTTON_TYPE_INVALID');
  if (isInvoice && buttons.length > 0 && (payAt.length !== 1 || payAt[0] !== 0)) {
    throw badRequest('REPLY_MARKUP_BUY_EMPTY');
  }
  const keyboard = { inline_keyboard: rows };
  if (buttons.length > MAX_BUTTONS || Buffer.byteLength(JSON.stringify(keyboard)) > MAX_MARKUP_BYTES) {
    throw badRequest('reply markup is too long');
  }
  return rows.length > 0 ? keyboard : undefined;
}

function checkButton(button: InlineButton): void {
  if (button.text.trim() === '')
    throw badRequest("can't parse inline keyboard button: Text must be non-empty");
  const actions = ACTIONS.filter((action) => button[action] !== undefined);
  if (actions.length === 0) {
    throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
  }
  if (actions.length > 1)
    throw badRequest("can't parse inline keyboard button: exactly one action is allowed");
  if (button.url !== undefined) checkUrl(button.url);
}

function checkUrl(address: string): void {
  const refuse = (reason: string): Error =>
    badRequest(`inline keyboard button URL '${address}' is invalid: ${reason}`);
  const written = /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `http://${address}`;
  if (!URL.canParse(written) || /\s/.test(address)) throw refuse('Wrong HTTP URL');
  const { protocol, hostname } = new URL(written);
  if (!URL_SCHEMES.has(protocol)) throw refuse('Unsupported URL protocol');
  const isNamed = hostname.includes('.') || isLoopbackName(hostname);
  if (protocol.startsWith('http') && !isNamed) throw refuse('Wrong HTTP URL');
}
