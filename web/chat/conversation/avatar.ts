import type { ChatCustomer } from '../../../src/sandbox/contract/chat.ts';
import { h } from '../dom.ts';

const colours = 6;

/** A disc with the customer's initial, in a colour that is always theirs. */
export function createAvatar(customer: ChatCustomer): HTMLElement {
  const initial = [...customer.firstName.trim()][0]?.toLocaleUpperCase() ?? '?';
  const colour = Math.abs(customer.telegramId) % colours;
  return h('span', { class: `avatar avatar-${colour}`, 'aria-hidden': 'true' }, initial);
}
