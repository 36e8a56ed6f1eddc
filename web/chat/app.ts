import type { ChatCustomer, ChatEvent, CreateCustomer } from '../../src/sandbox/contract/chat.ts';
import { h } from './dom.ts';
import { createConnectionBanner } from './frame/connection-banner.ts';
import { createCoreBadge } from './frame/core-badge.ts';
import { openCustomerDialog } from './frame/customer-dialog.ts';
import { Panes } from './frame/panes.ts';
import { createThemeButton } from './frame/theme.ts';
import { createTroublesPanel } from './frame/troubles-panel.ts';
import { icon } from './icons.ts';
import { openAlert } from './overlay/dialog.ts';
import { createToastHost, showToast } from './overlay/toast.ts';
import type { Page } from './page.ts';
import { chatApi } from './session/chat-api.ts';
import { createPage } from './session/customer-acts.ts';
import { followEvents } from './session/event-stream.ts';
import { safeHref } from './text/link.ts';
import { languageOf, suggestName } from './text/people.ts';

/** Builds the page inside `body` and keeps it in step with the sandbox. */
export function startApp(body: HTMLElement, browserLanguage: string): void {
  const toasts = createToastHost();
  toasts.classList.add('page-toasts');
  const page = createPage(browserLanguage, (text, chatId) => {
    if (chatId === undefined || !panes.toast(chatId, text)) showToast(toasts, text);
  });
  document.documentElement.lang = page.locale;
  document.title = 'Atlas Secure sandbox';
  const addCustomer = () => openCustomerDialog(page, ({ telegramId }) => panes.show(telegramId));
  const panes = new Panes(page, addCustomer);
  const badge = createCoreBadge(page);
  const troubles = createTroublesPanel(page);
  const follow = followEvents({
    path: chatApi.eventsPath,
    load: () => load(page, browserLanguage),
    onEvent: (event) => {
      page.state.apply(event);
      announce(page, panes, event);
    },
    onConnection: (connection) => banner.show(connection),
  });
  const banner = createConnectionBanner(page, follow.retryNow);
  page.state.listen((change) => {
    badge.sync();
    troubles.sync();
    panes.sync(change);
  });
  body.replaceChildren(
    h(
      'div',
      { class: 'app', 'data-testid': 'app' },
      renderHeader(page, { badge: badge.element, troubles: troubles.toggle, addCustomer }),
      banner.element,
      h(
        'div',
        { class: 'stage' },
        h('main', { class: 'main' }, panes.tabs, panes.element),
        troubles.scrim,
        troubles.element,
      ),
      toasts,
    ),
  );
}

type HeaderParts = { badge: HTMLElement; troubles: HTMLElement; addCustomer: () => void };

function renderHeader({ words }: Page, { badge, troubles, addCustomer }: HeaderParts): HTMLElement {
  const addButton = h(
    'button',
    {
      type: 'button',
      class: 'head-button',
      'data-testid': 'add-customer',
      'aria-label': words.addCustomer,
      onclick: addCustomer,
    },
    icon('plus'),
    h('span', { class: 'head-label' }, words.addCustomer),
  );
  return h(
    'header',
    { class: 'head' },
    h('span', { class: 'brand-mark' }, icon('shield')),
    h(
      'div',
      { class: 'brand' },
      h('h1', { class: 'brand-name' }, words.product, h('span', { class: 'brand-tag' }, words.sandbox)),
      badge,
    ),
    h('div', { class: 'head-acts' }, addButton, troubles, createThemeButton(words)),
  );
}

/** Reads everything; the first visitor of an empty sandbox finds a customer and the admin waiting to press Start. */
async function load(page: Page, browserLanguage: string): Promise<void> {
  const state = await chatApi.readState();
  const isAdmin = ({ telegramId }: ChatCustomer) => telegramId === state.adminId;
  const languageCode = languageOf(browserLanguage);
  const invite = async (person: CreateCustomer) => {
    const created = await page.attempt(chatApi.createCustomer(person));
    if (created) state.customers.push(created);
  };
  if (state.adminId !== undefined && !state.customers.some(isAdmin)) {
    await invite({ firstName: page.words.admin, username: 'shop_admin', languageCode, isAdmin: true });
  }
  if (state.customers.every(isAdmin)) {
    await invite({ firstName: suggestName(page.locale, new Set()), languageCode });
  }
  page.state.replace(state);
}

/** What an event says to the visitor besides what it changes on the page. */
function announce(page: Page, panes: Panes, event: ChatEvent): void {
  panes.follow(event);
  if (event.type === 'callback-expired') page.toast(page.words.noAnswer, event.chatId);
  if (event.type !== 'callback-answered') return;
  const { words, state } = page;
  const href = event.url === undefined ? undefined : safeHref(event.url);
  if (event.showAlert || href !== undefined) {
    const customer = state.customers().find(({ telegramId }) => telegramId === event.chatId);
    openAlert({
      title: words.botSays(customer?.firstName ?? String(event.chatId)),
      text: event.text,
      ok: words.ok,
      closeLabel: words.close,
      ...(href === undefined ? {} : { link: { href, label: words.openLink } }),
    });
  } else if (event.text !== '') page.toast(event.text, event.chatId);
}
