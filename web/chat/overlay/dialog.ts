import { h } from '../dom.ts';
import { icon } from '../icons.ts';

type DialogOptions = { testId: string; title: string; closeLabel: string; class?: string };

/**
 * Opens a modal card over the page. Escape, the cross and a press beside the card close it; focus returns to
 * where it was. The element is gone once it is closed.
 */
export function openDialog(options: DialogOptions, ...content: (Node | string)[]): HTMLDialogElement {
  const titleId = `dialog-${crypto.randomUUID()}`;
  const dialog = h(
    'dialog',
    { class: `dialog ${options.class ?? ''}`, 'data-testid': options.testId, 'aria-labelledby': titleId },
    h(
      'header',
      { class: 'dialog-head' },
      h('h2', { id: titleId }, options.title),
      h(
        'button',
        {
          type: 'button',
          class: 'icon-button',
          'aria-label': options.closeLabel,
          onclick: () => dialog.close(),
        },
        icon('close'),
      ),
    ),
    ...content,
  );
  dialog.addEventListener('pointerdown', (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** What the bot insists on saying: a card with one button, with a link when the answer carried one. */
export function openAlert(options: {
  title: string;
  text: string;
  ok: string;
  closeLabel: string;
  link?: { href: string; label: string };
}): void {
  const okButton = h(
    'button',
    { type: 'button', class: 'primary', onclick: () => dialog.close() },
    options.ok,
  );
  const link = options.link;
  const dialog = openDialog(
    { testId: 'alert', title: options.title, closeLabel: options.closeLabel, class: 'alert' },
    h('p', { class: 'alert-text', dir: 'auto' }, options.text),
    h(
      'div',
      { class: 'dialog-actions' },
      link &&
        h(
          'a',
          { class: 'secondary', href: link.href, target: '_blank', rel: 'noopener noreferrer' },
          link.label,
        ),
      okButton,
    ),
  );
  okButton.focus();
}
