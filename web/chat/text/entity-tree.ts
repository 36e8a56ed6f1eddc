import type { ChatEntity } from '../../../src/sandbox/contract/chat.ts';

/** Formatted text as nested spans; the texts of all leaves joined are the message's text. */
export type TextNode =
  | { kind: 'text'; text: string }
  | { kind: 'span'; entity: ChatEntity; children: TextNode[] };

/**
 * Nests a message's formatting spans.
 *
 * Offsets count UTF-16 units, as JavaScript strings do. A span that crosses the end of another is cut in two
 * there; one that reaches outside the text is clipped; an empty one is dropped.
 */
export function nestEntities(text: string, entities: readonly ChatEntity[]): TextNode[] {
  return nest(text, inOrder(entities), { start: 0, end: text.length });
}

function inOrder(entities: readonly ChatEntity[]): ChatEntity[] {
  return [...entities].sort((one, other) => one.offset - other.offset || other.length - one.length);
}

function nest(text: string, entities: ChatEntity[], range: { start: number; end: number }): TextNode[] {
  const nodes: TextNode[] = [];
  const addText = (start: number, end: number) => {
    if (end > start) nodes.push({ kind: 'text', text: text.slice(start, end) });
  };
  let cursor = range.start;
  let waiting = entities;
  while (waiting.length > 0) {
    const [entity, ...others] = waiting;
    if (!entity) break;
    const start = Math.max(entity.offset, cursor);
    const end = Math.min(entity.offset + entity.length, range.end);
    waiting = others;
    if (end <= start) continue;
    addText(cursor, start);
    const inside = others.filter((other) => other.offset < end);
    nodes.push({ kind: 'span', entity, children: nest(text, inside, { start, end }) });
    waiting = inOrder(others.flatMap((other) => partAfter(other, end)));
    cursor = end;
  }
  addText(cursor, range.end);
  return nodes;
}

function partAfter(entity: ChatEntity, position: number): ChatEntity[] {
  const end = entity.offset + entity.length;
  if (end <= position) return [];
  const offset = Math.max(entity.offset, position);
  return [{ ...entity, offset, length: end - offset }];
}
