import type { InlineKeyboardButton } from 'grammy/types';
import type { Translator } from '../../locales/translate.ts';
import { type ButtonAction, encodeAction, KEEPS } from '../callback-data.ts';

/**
 * A rendered message: HTML text and rows of buttons. Made by pure functions, shown by `showScreen`. `picture`: the path
 * of one that stands above the text, which then has at most 1024 characters.
 */
export type Screen = { text: string; rows: Button[][]; picture?: string };

/** `keeps`: what it opens comes as a new message, because the one it stands under is a receipt or a key. */
export type Button = { text: string; action: ButtonAction; keeps?: boolean } | { text: string; url: string };

export function renderKeyboard(screen: Screen): InlineKeyboardButton[][] {
  return screen.rows.map((row) =>
    row.map((button) =>
      'url' in button
        ? { text: button.text, url: button.url }
        : { text: button.text, callback_data: encodeButton(button) },
    ),
  );
}

function encodeButton({ action, keeps }: { action: ButtonAction; keeps?: boolean }): string {
  return keeps ? `${KEEPS}${encodeAction(action)}` : encodeAction(action);
}

/** The same screen under a message that must stay as it is. */
export function keepMessage(screen: Screen): Screen {
  const rows = screen.rows.map((row) =>
    row.map((button) => ('url' in button ? button : { ...button, keeps: true })),
  );
  return { ...screen, rows };
}

export function menuButton(t: Translator): Button {
  return { text: t.text('button-menu'), action: { to: 'menu' } };
}

export function backButton(t: Translator, action: ButtonAction): Button {
  return { text: t.text('button-back'), action };
}

/** Two buttons a row. */
export function pairs(buttons: Button[]): Button[][] {
  const rows: Button[][] = [];
  for (let index = 0; index < buttons.length; index += 2) rows.push(buttons.slice(index, index + 2));
  return rows;
}
