import type { ChatMessage } from '../../../src/sandbox/contract/chat.ts';
import { h } from '../dom.ts';
import { openPhoto } from '../overlay/photo-dialog.ts';
import type { Page } from '../page.ts';
import { chatApi } from '../session/chat-api.ts';
import { renderRichText } from '../text/rich-text.ts';
import { renderDocument } from './document-view.ts';
import { renderInvoice, renderNote } from './invoice-view.ts';
import { renderKeyboard, updateKeyboard } from './keyboard-view.ts';

const fewEmoji = /^\p{RGI_Emoji}{1,3}$/v;

/** One bubble with its buttons, or a line of Telegram's own. */
export function renderMessage(page: Page, message: ChatMessage): HTMLElement {
  const place = {
    'data-testid': 'message',
    'data-message-id': message.messageId,
    'data-from': message.from,
  };
  if (message.note)
    return h('article', { class: 'message is-note', ...place }, renderNote(page, message.note));
  const isBigEmoji =
    !message.photo && !message.document && message.entities.length === 0 && fewEmoji.test(message.text);
  const bubble = h(
    'div',
    {
      class: `bubble ${isBigEmoji ? 'is-emoji' : ''} ${message.photo ? 'has-photo' : ''} ${message.document ? 'has-document' : ''}`,
    },
    message.photo && renderPhoto(page, message.photo),
    message.document && renderDocument(page, message.document),
    message.invoice && renderInvoice(page, message.invoice),
    h(
      'div',
      { class: 'text', dir: 'auto' },
      h('span', { class: 'message-text', 'data-testid': 'message-text' }, ...renderRichText(page, message)),
      renderMeta(page, message),
    ),
  );
  const element = h(
    'article',
    { class: `message from-${message.from}`, ...place },
    bubble,
    message.buttons.length > 0 && renderKeyboard(page, message),
  );
  updateMessage(page, message, element);
  return element;
}

/** Brings a drawn, unchanged message up to date with presses and invoices. */
export function updateMessage(page: Page, message: ChatMessage, element: Element): void {
  const keyboard = element.querySelector('.keyboard');
  if (keyboard) updateKeyboard(page, message, keyboard);
}

function renderMeta(page: Page, message: ChatMessage): HTMLElement {
  const { format, words } = page;
  return h(
    'span',
    { class: 'meta', dir: 'ltr' },
    message.editDate !== undefined && h('span', { class: 'edited' }, `${words.edited} `),
    h(
      'time',
      {
        datetime: new Date(message.date * 1000).toISOString(),
        title: format.fullTime(message.editDate ?? message.date),
      },
      format.time(message.date),
    ),
  );
}

function renderPhoto(page: Page, photo: NonNullable<ChatMessage['photo']>): HTMLElement {
  const { words } = page;
  const source = chatApi.filePath(photo.fileId);
  const image = h('img', { src: source, alt: words.photo, width: photo.width, height: photo.height });
  const button = h(
    'button',
    { type: 'button', class: 'photo', onclick: () => openPhoto(page, source) },
    image,
  );
  image.addEventListener('error', () => button.replaceWith(h('p', { class: 'photo-lost' }, words.photoLost)));
  return button;
}
