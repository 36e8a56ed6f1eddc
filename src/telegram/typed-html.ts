import type { MessageEntity } from 'grammy/types';

/** What Telegram's clients can format, and how its HTML says it. */
const TAGS: Partial<Record<MessageEntity['type'], string>> = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  strikethrough: 's',
  spoiler: 'tg-spoiler',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
  expandable_blockquote: 'blockquote expandable',
};

const HTML_TAG = /<\/?(?:b|strong|i|em|u|ins|s|strike|del|a|code|pre|tg-spoiler|blockquote)(?:\s[^>]*)?>/i;

/**
 * A typed text as HTML that looks like what was typed: the formatting of the person's own client, or tags they have
 * written themselves. Anything else stands for itself.
 */
export function typedHtml(text: string, entities: readonly MessageEntity[]): string {
  const formatted = entities.filter((entity) => tagOf(entity) !== null);
  if (formatted.length === 0 && HTML_TAG.test(text)) return text;
  const opened = new Map<number, string>();
  const closed = new Map<number, string>();
  // They come from the outermost inwards, so that what is opened last is closed first.
  for (const entity of formatted) {
    const end = entity.offset + entity.length;
    const tag = tagOf(entity) ?? '';
    opened.set(entity.offset, `${opened.get(entity.offset) ?? ''}<${tag}>`);
    closed.set(end, `</${tag.split(' ')[0]}>${closed.get(end) ?? ''}`);
  }
  const cuts = [...new Set([0, ...opened.keys(), ...closed.keys(), text.length])].sort((a, b) => a - b);
  return cuts
    .map((cut, index) => {
      const marks = `${closed.get(cut) ?? ''}${opened.get(cut) ?? ''}`;
      return marks + escapeHtml(text.slice(cut, cuts[index + 1] ?? cut));
    })
    .join('');
}

function tagOf(entity: MessageEntity): string | null {
  if (entity.type === 'text_link') return `a href="${escapeHtml(entity.url).replaceAll('"', '&quot;')}"`;
  return TAGS[entity.type] ?? null;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
