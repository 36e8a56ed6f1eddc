import type { ChatMessage } from '../../../src/sandbox/contract/chat.ts';
import { h } from '../dom.ts';
import { icon } from '../icons.ts';
import type { Page } from '../page.ts';
import { chatApi } from '../session/chat-api.ts';

/** A file that the bot has sent: its name and size; a press saves it. */
export function renderDocument(
  { words, format }: Page,
  document: NonNullable<ChatMessage['document']>,
): HTMLElement {
  return h(
    'a',
    {
      class: 'document',
      'data-testid': 'document',
      href: chatApi.filePath(document.fileId),
      download: document.fileName,
      title: words.download,
    },
    h('span', { class: 'document-mark' }, icon('down')),
    h(
      'span',
      { class: 'document-facts' },
      h('bdi', { class: 'document-name' }, document.fileName),
      h('span', { class: 'document-size' }, format.bytes(document.sizeBytes)),
    ),
  );
}
