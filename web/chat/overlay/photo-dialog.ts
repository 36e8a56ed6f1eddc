import { h } from '../dom.ts';
import type { Page } from '../page.ts';
import { openDialog } from './dialog.ts';

/** The picture as large as the window allows; a press on it closes it. */
export function openPhoto(page: Page, source: string): void {
  const dialog = openDialog(
    { testId: 'photo', title: page.words.photo, closeLabel: page.words.close, class: 'lightbox' },
    h('img', { src: source, alt: page.words.photo, onclick: () => dialog.close() }),
  );
}
