import { formatDateTime } from '../../../locales/format-values.ts';
import type { Translator } from '../../../locales/translate.ts';
import type { WaitingPage } from '../../../usecases/life-cycle/steer-activations.ts';
import { pageRow, shorten } from '../pages.ts';
import { type Button, backButton, pairs, type Screen } from '../screen.ts';

/** What was paid for and no node honours yet, with a button each to try it again. */
export function renderWaiting(t: Translator, waiting: WaitingPage): Screen {
  const { items, page, pages, count } = waiting;
  const refresh: Button = { text: t.text('button-status-again'), action: { to: 'admin-waiting', page } };
  if (items.length === 0)
    return { text: t.text('waiting-none'), rows: [[refresh], [backButton(t, { to: 'admin-dashboard' })]] };
  const lines = items.map(({ telegramId, name, attempts, since }) =>
    t.text('waiting-line', {
      customer: String(telegramId),
      name: shorten(name, 40),
      attempts,
      since: formatDateTime(since),
    }),
  );
  const retries: Button[] = items.map(({ entitlementId, telegramId }) => ({
    text: t.text('button-waiting-retry', { customer: String(telegramId) }),
    action: { to: 'admin-waiting-retry', page, entitlementId },
  }));
  return {
    text: [t.text('waiting-title', { count, page: page + 1, pages }), ...lines].join('\n\n'),
    rows: [
      ...pairs(retries),
      ...pageRow(t, { page, hasMore: page < pages - 1 }, (target) => ({ to: 'admin-waiting', page: target })),
      [{ text: t.text('button-waiting-retry-all'), action: { to: 'admin-waiting-retry-all' } }],
      [refresh],
      [backButton(t, { to: 'admin-dashboard' })],
    ],
  };
}
