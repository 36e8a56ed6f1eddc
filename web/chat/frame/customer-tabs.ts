import { createAvatar } from '../conversation/avatar.ts';
import { h, reconcile, setText } from '../dom.ts';
import { icon } from '../icons.ts';
import type { Page } from '../page.ts';

type Options = {
  unreadOf: (chatId: number) => number;
  onChoose: (chatId: number) => void;
  onAdd: () => void;
};

/** The row of customers: switches chats on a phone, leads to a column where not all of them fit. */
export function createCustomerTabs(page: Page, options: Options) {
  const tabs = new Map<number, HTMLButtonElement>();
  const add = h(
    'button',
    { type: 'button', class: 'tab tab-add', 'aria-label': page.words.addCustomer, onclick: options.onAdd },
    icon('plus'),
  );
  const element = h('nav', { class: 'tabs', 'aria-label': page.words.customers });
  const sync = (activeChatId: number | undefined) => {
    const customers = page.state.customers();
    const nodes = customers.map((customer) => {
      const chatId = customer.telegramId;
      const known = tabs.get(chatId);
      const tab =
        known ??
        h(
          'button',
          {
            type: 'button',
            class: 'tab',
            'data-testid': `tab-${chatId}`,
            onclick: () => options.onChoose(chatId),
          },
          createAvatar(customer),
          h('span', { class: 'tab-name', dir: 'auto' }, customer.firstName),
          h('span', { class: 'unread' }),
        );
      tabs.set(chatId, tab);
      const isActive = chatId === activeChatId;
      if (isActive && tab.ariaCurrent !== 'true')
        tab.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
      tab.ariaCurrent = String(isActive);
      const unread = options.unreadOf(chatId);
      tab.classList.toggle('has-unread', unread > 0);
      setText(tab.lastElementChild ?? tab, unread > 0 ? String(unread) : '');
      tab.ariaLabel = [customer.firstName, unread > 0 && page.words.newMessages(unread)]
        .filter(Boolean)
        .join(', ');
      return tab;
    });
    reconcile(element, [...nodes, add]);
  };
  return { element, sync };
}
