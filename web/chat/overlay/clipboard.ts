import { h } from '../dom.ts';

/** Copies text; falls back to a hidden selection where the clipboard API is missing or forbidden. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const active = document.activeElement;
  const field = h('textarea', { class: 'off-screen', readonly: true, 'aria-hidden': 'true', tabindex: -1 });
  field.value = text;
  // Inside a modal dialog everything else is inert and could not be selected.
  (document.querySelector('dialog[open]') ?? document.body).append(field);
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  if (active instanceof HTMLElement) active.focus({ preventScroll: true });
  return isCopied;
}
