import { badRequest } from '../refusal.ts';
import type { Entity } from '../wire.ts';

/** Source: core.telegram.org/bots/api#markdownv2-style. */
const RESERVED = new Set('_*[]()~`>#+-=|{}.!');
const STYLE_OF_MARK: Record<string, { type: string; name: string }> = {
  '*': { type: 'bold', name: 'Bold' },
  _: { type: 'italic', name: 'Italic' },
  __: { type: 'underline', name: 'Underline' },
  '~': { type: 'strikethrough', name: 'Strikethrough' },
  '||': { type: 'spoiler', name: 'Spoiler' },
};

type Open = { mark: string; offset: number; position: number };
type Cursor = { source: string; position: number; text: string; open: Open[]; entities: Entity[] };

/** Turns MarkdownV2 into text and entities. Throws: ApiRefusal "can't parse entities: …". */
export function parseMarkdown(source: string): { text: string; entities: Entity[] } {
  const cursor: Cursor = { source, position: 0, text: '', open: [], entities: [] };
  while (cursor.position < source.length) step(cursor);
  const last = cursor.open.at(-1);
  if (last) throw noEnd(STYLE_OF_MARK[last.mark]?.name ?? 'TextUrl', source, last.position);
  cursor.entities.sort((a, b) => a.offset - b.offset || b.length - a.length);
  return { text: cursor.text, entities: cursor.entities };
}

function step(cursor: Cursor): void {
  const { source, position } = cursor;
  const character = source[position] ?? '';
  const next = source[position + 1];
  if (character === '\\' && next !== undefined && next.charCodeAt(0) <= 126) {
    cursor.text += next;
    cursor.position += 2;
  } else if (source.startsWith('```', position)) code(cursor, '```');
  else if (character === '`') code(cursor, '`');
  else if (character === '[') {
    cursor.open.push({ mark: '[', offset: cursor.text.length, position });
    cursor.position += 1;
  } else if (character === ']' && cursor.open.at(-1)?.mark === '[') closeLink(cursor);
  else if (character === '>' && (position === 0 || source[position - 1] === '\n')) quote(cursor);
  else if (markAt(cursor)) toggle(cursor, markAt(cursor) ?? '');
  else if (RESERVED.has(character)) {
    throw badRequest(
      `can't parse entities: Character '${character}' is reserved and must be escaped with the preceding '\\'`,
    );
  } else {
    cursor.text += character;
    cursor.position += 1;
  }
}

function markAt({ source, position }: Cursor): string | undefined {
  if (source.startsWith('__', position)) return '__';
  if (source.startsWith('||', position)) return '||';
  const character = source[position] ?? '';
  return character in STYLE_OF_MARK ? character : undefined;
}

function toggle(cursor: Cursor, mark: string): void {
  const top = cursor.open.at(-1);
  if (top?.mark !== mark) {
    cursor.open.push({ mark, offset: cursor.text.length, position: cursor.position });
  } else {
    cursor.open.pop();
    addEntity(cursor, { type: STYLE_OF_MARK[mark]?.type ?? mark, offset: top.offset });
  }
  cursor.position += mark.length;
}

function code(cursor: Cursor, fence: string): void {
  const end = findFence(cursor.source, fence, cursor.position + fence.length);
  if (end === -1) throw noEnd(fence === '`' ? 'Code' : 'Pre', cursor.source, cursor.position);
  let inner = cursor.source.slice(cursor.position + fence.length, end);
  const language = fence === '```' ? /^(\w+)\n/.exec(inner)?.[1] : undefined;
  if (fence === '```') inner = inner.replace(/^\w*\n/, '');
  const offset = cursor.text.length;
  cursor.text += inner.replace(/\\([\\`])/g, '$1');
  addEntity(cursor, { type: fence === '`' ? 'code' : 'pre', offset, ...(language ? { language } : {}) });
  cursor.position = end + fence.length;
}

/** The next fence that no backslash precedes, or -1. */
function findFence(source: string, fence: string, from: number): number {
  for (let position = from; position < source.length; position += 1) {
    if (source[position] === '\\') position += 1;
    else if (source.startsWith(fence, position)) return position;
  }
  return -1;
}

function closeLink(cursor: Cursor): void {
  const opened = cursor.open.pop();
  const rest = cursor.source.slice(cursor.position + 1);
  const address = /^\(((?:\\.|[^\\)])*)\)/.exec(rest);
  const offset = opened?.offset ?? cursor.text.length;
  cursor.position += 1 + (address?.[0].length ?? 0);
  if (address)
    addEntity(cursor, { type: 'text_link', offset, url: (address[1] ?? '').replace(/\\(.)/g, '$1') });
}

function quote(cursor: Cursor): void {
  const lines = /^>[^\n]*(?:\n>[^\n]*)*/.exec(cursor.source.slice(cursor.position))?.[0] ?? '>';
  const inner = parseMarkdown(lines.replace(/^>/gm, ''));
  const offset = cursor.text.length;
  cursor.text += inner.text;
  for (const entity of inner.entities) {
    cursor.entities.push({ ...entity, offset: entity.offset + offset });
  }
  addEntity(cursor, { type: 'blockquote', offset });
  cursor.position += lines.length;
}

function addEntity(cursor: Cursor, entity: Omit<Entity, 'length'>): void {
  const length = cursor.text.length - entity.offset;
  if (length > 0) cursor.entities.push({ ...entity, length });
}

function noEnd(name: string, source: string, position: number): Error {
  const offset = Buffer.byteLength(source.slice(0, position));
  return badRequest(`can't parse entities: Can't find end of ${name} entity at byte offset ${offset}`);
}
