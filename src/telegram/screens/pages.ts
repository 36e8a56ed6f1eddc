import type { ListPage } from '../../lib/list-page.ts';
import type { Translator } from '../../locales/translate.ts';
import type { ButtonAction } from '../callback-data.ts';
import type { Button } from './screen.ts';

/** Part of a list. `page` counts from 0; one beyond the end becomes the last. */
export type Page<Item> = ListPage<Item> & { pages: number };

export function pageOf<Item>(all: Item[], page: number, size: number): Page<Item> {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const shown = Math.min(page, pages - 1);
  const items = all.slice(shown * size, (shown + 1) * size);
  return { items, page: shown, pages, hasMore: shown < pages - 1 };
}

/** Back and forth, as far as there are pages; no row when there is one page only. */
export function pageRow(
  t: Translator,
  { page, hasMore }: { page: number; hasMore: boolean },
  at: (page: number) => ButtonAction,
): Button[][] {
  const back: Button[] = page > 0 ? [{ text: t.text('button-page-back'), action: at(page - 1) }] : [];
  const on: Button[] = hasMore ? [{ text: t.text('button-page-on'), action: at(page + 1) }] : [];
  return back.length + on.length > 0 ? [[...back, ...on]] : [];
}

/** What people call themselves or their broadcasts, on a line of a list. */
export const NAME_LENGTH = 32;

/** A text that takes no more room than this, as Telegram counts it: a sign beyond the first 65,536 is two. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  let kept = '';
  for (const sign of text) {
    if (kept.length + sign.length >= length) break;
    kept += sign;
  }
  return `${kept}…`;
}
