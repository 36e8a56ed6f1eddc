import type { InlineKeyboardButton } from 'grammy/types';
import type { Translator } from '../../locales/translate.ts';
import { type ButtonAction, encodeAction } from '../callback-data.ts';

/** A rendered message: HTML text and rows of buttons. Made by pure functions, shown by `showScreen`. */
export type Screen = { text: string; rows: Button[][] };

export type Button = { text: string; action: ButtonAction } | { text: string; url: string };

export function renderKeyboard(screen: Screen): InlineKeyboardButton[][] {
  return screen.rows.map((row) =>
    row.map((button) =>
      'url' in button
        ? { text: button.text, url: button.url }
        : { text: button.text, callback_data: encodeAction(button.action) },
    ),
  );
}

export function menuButton(t: Translator): Button {
  return { text: t.text('button-menu'), action: { to: 'menu' } };
}

export function backButton(t: Translator, action: ButtonAction): Button {
  return { text: t.text('button-back'), action };
}
