import type { ChatCustomer } from '../../../src/sandbox/contract/chat.ts';
import { createAvatar } from '../conversation/avatar.ts';
import { h, reconcile, setText } from '../dom.ts';
import { icon } from '../icons.ts';
import type { Page } from '../page.ts';

type Options = {
  unreadOf: (chatId: number) => number;
  isVisible: (chatId: number) => boolean;
  onChoose: (chatId: number) => void;
  onAdd: () => void;
};

/** The people above the panes: who of the customers is on the left, and the admin over the right pane. */
export function createTabs(page: Page, options: Options) {
  const { words } = page;
  const known = new Map<number, HTMLButtonElement>();
  const add = h(
    'button',
    { type: 'button', class: 'tab tab-add', 'aria-label': words.addCustomer, onclick: options.onAdd },
    icon('plus'),
  );
  const customers = h('div', { class: 'tabs-customers', role: 'group', 'aria-label': words.customers });
  const admin = h('div', { class: 'tabs-admin', role: 'group', 'aria-label': words.admin });
  const element = h('nav', { class: 'tabs', 'aria-label': words.people }, customers, admin);
  const tabOf = (person: ChatCustomer): HTMLButtonElement => {
    const tab = known.get(person.telegramId) ?? renderTab(page, person, options.onChoose);
    known.set(person.telegramId, tab);
    updateTab(page, tab, {
      name: person.firstName,
      isVisible: options.isVisible(person.telegramId),
      unread: options.unreadOf(person.telegramId),
    });
    return tab;
  };
  const sync = () => {
    const { adminId } = page.state;
    const isAdmin = ({ telegramId }: ChatCustomer) => telegramId === adminId;
    const people = page.state.customers();
    reconcile(customers, [...people.filter((person) => !isAdmin(person)).map(tabOf), add]);
    reconcile(admin, people.filter(isAdmin).map(tabOf));
    admin.hidden = !people.some(isAdmin);
  };
  return { element, sync };
}

function renderTab({ words, state }: Page, person: ChatCustomer, onChoose: Options['onChoose']) {
  const chatId = person.telegramId;
  return h(
    'button',
    {
      type: 'button',
      class: 'tab',
      'data-testid': `tab-${chatId}`,
      title: `${person.firstName} · ${words.otherPane}`,
      onclick: () => onChoose(chatId),
    },
    chatId === state.adminId ? h('span', { class: 'tab-mark' }, icon('shield')) : createAvatar(person),
    h('span', { class: 'tab-name', dir: 'auto' }, person.firstName),
    h('span', { class: 'unread' }),
  );
}

type Look = { name: string; isVisible: boolean; unread: number };

function updateTab(page: Page, tab: HTMLButtonElement, { name, isVisible, unread }: Look): void {
  if (isVisible && tab.ariaCurrent !== 'true' && tab.isConnected) {
    tab.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
  tab.ariaCurrent = String(isVisible);
  tab.classList.toggle('has-unread', unread > 0);
  setText(tab.lastElementChild ?? tab, unread > 0 ? String(unread) : '');
  tab.ariaLabel = [name, unread > 0 && page.words.newMessages(unread)].filter(Boolean).join(', ');
}
