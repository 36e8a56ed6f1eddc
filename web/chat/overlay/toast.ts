import { h } from '../dom.ts';

const shortestMs = 3200;
const perCharacterMs = 45;
const mostAtOnce = 3;

/** Where toasts appear: a live region of one chat or of the page. */
export function createToastHost(): HTMLElement {
  return h('div', { class: 'toasts', role: 'status', 'aria-live': 'polite' });
}

/** Shows a short notice for as long as it takes to read. */
export function showToast(host: HTMLElement, text: string): void {
  const toast = h('div', { class: 'toast', 'data-testid': 'toast', dir: 'auto' }, text);
  const leave = () => {
    toast.classList.add('is-leaving');
    setTimeout(() => toast.remove(), 200);
  };
  setTimeout(leave, shortestMs + text.length * perCharacterMs);
  host.append(toast);
  while (host.childElementCount > mostAtOnce) host.firstElementChild?.remove();
}
