import type { Switches } from '../../../src/sandbox/contract/chat.ts';
import { h, keepsake, setText } from '../dom.ts';
import { icon } from '../icons.ts';
import type { Page } from '../page.ts';
import { chatApi } from '../session/chat-api.ts';
import { createSwitchRow } from './switch-row.ts';

const extraCopies = [1, 2, 4, 16];
const delaysMs = [5_000, 15_000, 60_000, 300_000];

/** The troubles a visitor can cause: a column beside the chats on a desktop, a sheet on a phone. */
export function createTroublesPanel(page: Page) {
  const { words } = page;
  const rows = createRows(page);
  const count = h('span', { class: 'unread' });
  const toggle = h(
    'button',
    { type: 'button', class: 'head-button', 'data-testid': 'troubles', 'aria-controls': 'troubles' },
    icon('bolt'),
    h('span', { class: 'head-label' }, words.troubles),
    count,
  );
  const close = h(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': words.close },
    icon('close'),
  );
  const element = h(
    'aside',
    { class: 'troubles', id: 'troubles', 'aria-label': words.troubles },
    h('header', { class: 'troubles-head' }, h('h2', {}, words.troubles), close),
    h('p', { class: 'troubles-hint' }, words.troublesHint),
    rows.duplicate.element,
    rows.delay.element,
    rows.nodeDown.element,
    h(
      'section',
      { class: 'try' },
      h('h3', {}, words.tryTitle),
      h(
        'ol',
        {},
        ...[words.tryOne, words.tryTwo, words.tryThree, words.tryFour].map((text) => h('li', {}, text)),
      ),
    ),
  );
  const scrim = h('div', { class: 'scrim' });
  connectOpening({ element, toggle, close, scrim });
  const announceUsed = createUsedNotice(page, rows.isOwnChange);
  const sync = () => {
    announceUsed();
    const { duplicateNextWebhook, delayNextWebhookMs, nodeDown } = page.state.switches;
    rows.duplicate.draw(duplicateNextWebhook);
    rows.delay.draw(delayNextWebhookMs);
    rows.nodeDown.draw(Number(nodeDown));
    const armed = [duplicateNextWebhook > 0, delayNextWebhookMs > 0, nodeDown].filter(Boolean).length;
    setText(count, armed > 0 ? String(armed) : '');
    toggle.classList.toggle('has-unread', armed > 0);
    toggle.ariaLabel = armed > 0 ? `${words.troubles}, ${words.on} ${armed}` : words.troubles;
  };
  return { element, scrim, toggle, sync };
}

function createRows(page: Page) {
  const { words, state } = page;
  let ownChanges = 0;
  const set = async (switches: Partial<Switches>) => {
    ownChanges += 1;
    const taken = await page.attempt(chatApi.setSwitches(switches));
    if (taken) state.apply({ type: 'switches', switches: taken });
    ownChanges -= 1;
  };
  const delayLabel = (ms: number) => (ms < 60_000 ? words.seconds(ms / 1000) : words.minutes(ms / 60_000));
  return {
    isOwnChange: () => ownChanges > 0,
    duplicate: createSwitchRow(words, {
      testId: 'switch-duplicate',
      icon: 'repeat',
      label: words.duplicate,
      hint: words.duplicateHint,
      onLabel: words.armed,
      strength: { label: words.duplicateTimes, choices: extraCopies.map((count) => [count, `× ${count}`]) },
      onChange: (duplicateNextWebhook) => set({ duplicateNextWebhook }),
    }),
    delay: createSwitchRow(words, {
      testId: 'switch-delay',
      icon: 'clock',
      label: words.delay,
      hint: words.delayHint,
      onLabel: words.armed,
      strength: { label: words.delayBy, choices: delaysMs.map((ms) => [ms, delayLabel(ms)]) },
      onChange: (delayNextWebhookMs) => set({ delayNextWebhookMs }),
    }),
    nodeDown: createSwitchRow(words, {
      testId: 'switch-node-down',
      icon: 'unplug',
      label: words.nodeDown,
      hint: words.nodeDownHint,
      onLabel: words.on,
      onChange: (value) => set({ nodeDown: value > 0 }),
    }),
  };
}

/** A webhook switch falls back to off once it was used: the visitor hears of it, unless it was their own hand. */
function createUsedNotice({ state, words, toast }: Page, isOwnChange: () => boolean): () => void {
  let before = state.switches;
  return () => {
    const now = state.switches;
    const isUsed = (name: 'duplicateNextWebhook' | 'delayNextWebhookMs') =>
      before[name] > 0 && now[name] === 0 && !isOwnChange();
    if (isUsed('duplicateNextWebhook')) toast(words.switchUsed(words.duplicate));
    if (isUsed('delayNextWebhookMs')) toast(words.switchUsed(words.delay));
    before = now;
  };
}

type Opening = { element: HTMLElement; toggle: HTMLElement; close: HTMLElement; scrim: HTMLElement };

/** Beside the chats it stays as it was left; over them it starts closed, and Escape or the scrim closes it. */
function connectOpening({ element, toggle, close, scrim }: Opening): void {
  const isOver = matchMedia('(max-width: 1080px)');
  let isOpen = false;
  const set = (open: boolean) => {
    isOpen = open;
    document.documentElement.dataset.troubles = open ? 'open' : 'closed';
    element.inert = !open;
    toggle.ariaExpanded = String(open);
  };
  const choose = (open: boolean) => {
    set(open);
    if (isOver.matches) (open ? close : toggle).focus();
    else keepsake.write('troubles', open ? 'open' : 'closed');
  };
  const reset = () => set(!isOver.matches && keepsake.read('troubles') !== 'closed');
  toggle.addEventListener('click', () => choose(!isOpen));
  close.addEventListener('click', () => choose(false));
  scrim.addEventListener('click', () => choose(false));
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && isOpen && isOver.matches) choose(false);
  });
  isOver.addEventListener('change', reset);
  reset();
}
