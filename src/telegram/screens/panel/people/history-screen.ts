import { formatDate, formatDateTime, formatRoubles } from '../../../../locales/format-values.ts';
import type { Translator } from '../../../../locales/translate.ts';
import type { CustomerHistory } from '../../../../usecases/customers/view-customer-history.ts';
import { planName } from '../../buy-screens.ts';
import { pageRow, shorten } from '../../pages.ts';
import { backButton, type Screen } from '../../screen.ts';

type Event = CustomerHistory['items'][number];

/** A reason takes a line of its own; ten of them fit into a message. */
const MAX_NOTE = 120;

export function renderCustomerHistory(t: Translator, telegramId: bigint, history: CustomerHistory): Screen {
  const title = t.text('person-history', { id: String(telegramId), page: history.page + 1 });
  const lines = history.items.map((event) => `${formatDateTime(event.at)} · ${describeEvent(t, event)}`);
  const at = (target: number) => ({ to: 'admin-history' as const, telegramId, page: target });
  return {
    text: [title, lines.length > 0 ? lines.join('\n') : t.text('history-none')].join('\n\n'),
    rows: [...pageRow(t, history, at), [backButton(t, { to: 'admin-person', telegramId })]],
  };
}

function describeEvent(t: Translator, event: Event): string {
  const { source, act, line } = event;
  if (source !== null) return describeGrant(t, { ...event, source });
  if (line !== null) return describeLine(t, { ...event, line });
  if (act === null) return '';
  const text = t.text(`person-act-${act}`);
  return event.note === null ? text : `${text}: ${describeDiscount(event.note)}`;
}

/** "vip 30" as `VIP −30%`. */
function describeDiscount(note: string): string {
  const [kind, percent] = note.split(' ');
  return `${kind === 'vip' ? 'VIP ' : ''}−${percent}%`;
}

function describeGrant(t: Translator, event: Event & { source: NonNullable<Event['source']> }): string {
  const { source, plan, endsAt } = event;
  return t.text('person-grant', {
    what: t.text(`history-${source}`),
    plan: planName(t, plan ?? ''),
    until: endsAt ? formatDate(endsAt) : '',
  });
}

function describeLine(t: Translator, event: Event & { line: NonNullable<Event['line']> }): string {
  const { line, amountKopecks, note } = event;
  const amount = amountKopecks ?? 0n;
  const sign = amount < 0n ? '−' : '+';
  const money = `${sign}${formatRoubles(amount < 0n ? -amount : amount, t.locale)}`;
  const text = t.text('person-line', { what: t.text(`person-line-${line}`), amount: money });
  return note === null ? text : `${text}\n   ${t.text('person-note', { note: shorten(note, MAX_NOTE) })}`;
}
