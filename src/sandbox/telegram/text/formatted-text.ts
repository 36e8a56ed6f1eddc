import { badRequest } from '../refusal.ts';
import type { Entity } from '../wire.ts';
import { parseHtml } from './html.ts';
import { parseMarkdown } from './markdown.ts';

export type FormattedText = { text: string; entities: Entity[] };

/** Text and caption limits count UTF-16 units after the entities are parsed. Source: payments.md §2.3. */
export const MAX_TEXT_LENGTH = 4096;
export const MAX_CAPTION_LENGTH = 1024;

/**
 * What a text or caption becomes: entities parsed, blank ends cut with the spans moved along.
 * Throws: ApiRefusal for an unknown mode and for entities that do not parse. Mode `Markdown` (the legacy one)
 * is not emulated and is refused like an unknown one.
 */
export function formatText(
  source: string,
  mode: string | undefined,
  given: Entity[] | undefined,
): FormattedText {
  if (mode === undefined) return trim({ text: source, entities: given ?? [] });
  const name = mode.toLowerCase();
  if (name === 'html') return trim(parseHtml(source));
  if (name === 'markdownv2') return trim(parseMarkdown(source));
  throw badRequest('unsupported parse_mode');
}

/** Commands in what a customer writes, as Telegram marks them for the bot. */
export function findCommands(text: string): Entity[] {
  return [...text.matchAll(/(^|\s)(\/[A-Za-z0-9_]{1,64}(?:@\w+)?)/g)].map((match) => ({
    type: 'bot_command',
    offset: match.index + (match[1] ?? '').length,
    length: (match[2] ?? '').length,
  }));
}

function trim({ text, entities }: FormattedText): FormattedText {
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  if (start === 0 && end === text.length) return { text, entities };
  const kept = entities.flatMap((entity) => {
    const from = Math.max(entity.offset, start);
    const to = Math.min(entity.offset + entity.length, end);
    return to > from ? [{ ...entity, offset: from - start, length: to - from }] : [];
  });
  return { text: text.slice(start, Math.max(end, start)), entities: kept };
}
