import { badRequest } from '../refusal.ts';
import type { Entity } from '../wire.ts';

/** Source: core.telegram.org/bots/api#html-style. */
const ENTITY_OF_TAG: Record<string, string> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
  a: 'text_link',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
};
const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };

type OpenTag = { name: string; offset: number; attributes: Map<string, string> };
type Parsed = { text: string; entities: Entity[] };

/** Turns HTML parse mode into text and entities. Throws: ApiRefusal "can't parse entities: …". */
export function parseHtml(source: string): Parsed {
  const open: OpenTag[] = [];
  const entities: Entity[] = [];
  let text = '';
  let position = 0;
  while (position < source.length) {
    const character = source[position];
    if (character === '&') {
      const decoded = decodeAt(source, position);
      text += decoded.text;
      position += decoded.length;
    } else if (character === '<') {
      const end = source.indexOf('>', position);
      if (end === -1) throw cannotParse('Unclosed start tag', source, position);
      const inner = source.slice(position + 1, end);
      if (inner.startsWith('/')) closeTag(inner.slice(1), { source, position, text, open, entities });
      else open.push(openTag(inner, { source, position, offset: text.length }));
      position = end + 1;
    } else {
      text += character;
      position += 1;
    }
  }
  const last = open.at(-1);
  if (last)
    throw badRequest(`can't parse entities: Can't find end tag corresponding to start tag "${last.name}"`);
  entities.sort((a, b) => a.offset - b.offset || b.length - a.length);
  return { text, entities };
}

function openTag(inner: string, at: { source: string; position: number; offset: number }): OpenTag {
  const name = /^[^\s>]+/.exec(inner)?.[0].toLowerCase() ?? '';
  const attributes = new Map<string, string>();
  for (const match of inner
    .slice(name.length)
    .matchAll(/([\w-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+)))?/g)) {
    attributes.set((match[1] ?? '').toLowerCase(), decodeAll(match[2] ?? match[3] ?? match[4] ?? ''));
  }
  const isSpoilerSpan = name !== 'span' || attributes.get('class') === 'tg-spoiler';
  if (!(name in ENTITY_OF_TAG) || !isSpoilerSpan) {
    throw cannotParse(`Unsupported start tag "${name}"`, at.source, at.position);
  }
  return { name, offset: at.offset, attributes };
}

type Closing = { source: string; position: number; text: string; open: OpenTag[]; entities: Entity[] };

function closeTag(written: string, closing: Closing): void {
  const { source, position, text, open, entities } = closing;
  const name = written.trim().toLowerCase();
  const tag = open.pop();
  if (!tag) throw cannotParse('Unexpected end tag', source, position);
  if (name !== '' && tag.name !== name) {
    throw badRequest(
      `can't parse entities: Unmatched end tag at byte offset ${byteOffset(source, position)}, ` +
        `expected "</${tag.name}>", found "</${name}>"`,
    );
  }
  const length = text.length - tag.offset;
  if (length === 0) return;
  const entity = entityOf(tag, text, length);
  const inside = entities.at(-1);
  const isCodeInPre =
    tag.name === 'pre' && inside?.type === 'code' && inside.offset === tag.offset && inside.length === length;
  if (isCodeInPre) entities.pop();
  entities.push(isCodeInPre && inside.language ? { ...entity, language: inside.language } : entity);
}

function entityOf(tag: OpenTag, text: string, length: number): Entity {
  const entity: Entity = { type: ENTITY_OF_TAG[tag.name] ?? tag.name, offset: tag.offset, length };
  if (tag.name === 'a') entity.url = tag.attributes.get('href') || text.slice(tag.offset);
  if (tag.name === 'blockquote' && tag.attributes.has('expandable')) entity.type = 'expandable_blockquote';
  const language = /^language-(.+)$/.exec(tag.attributes.get('class') ?? '')?.[1];
  if (tag.name === 'code' && language) entity.language = language;
  return entity;
}

function decodeAt(source: string, position: number): { text: string; length: number } {
  const match = /^&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,8}));/i.exec(source.slice(position, position + 12));
  if (!match) return { text: '&', length: 1 };
  const code = match[1] ? Number(match[1]) : match[2] ? Number.parseInt(match[2], 16) : undefined;
  const decoded = code === undefined ? NAMED[match[3] ?? ''] : fromCode(code);
  return decoded === undefined ? { text: '&', length: 1 } : { text: decoded, length: match[0].length };
}

function fromCode(code: number): string | undefined {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

function decodeAll(value: string): string {
  let text = '';
  for (let position = 0; position < value.length; ) {
    const piece =
      value[position] === '&' ? decodeAt(value, position) : { text: value[position] ?? '', length: 1 };
    text += piece.text;
    position += piece.length;
  }
  return text;
}

function cannotParse(reason: string, source: string, position: number): Error {
  return badRequest(`can't parse entities: ${reason} at byte offset ${byteOffset(source, position)}`);
}

function byteOffset(source: string, position: number): number {
  return Buffer.byteLength(source.slice(0, position));
}
