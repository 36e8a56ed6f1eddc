import { changePercent } from '../../../domain/money/figures.ts';
import { formatDate, formatRoubles, formatTenths } from '../../../locales/format-values.ts';
import type { Translator } from '../../../locales/translate.ts';
import type { Analytics } from '../../../usecases/figures/view-analytics.ts';
import type { ShopMetrics } from '../../../usecases/figures/view-metrics.ts';
import type { Statistics } from '../../../usecases/figures/view-statistics.ts';
import { type Button, backButton, type Screen } from '../screen.ts';

type FiguresPage = 'admin-statistics' | 'admin-analytics' | 'admin-metrics';

export function renderStatistics(t: Translator, figures: Statistics): Screen {
  const { customers, subscriptions, payments, invoices } = figures;
  const text = [
    t.text('statistics-title'),
    t.text('statistics-customers', customers),
    t.text('statistics-subscriptions', subscriptions),
    t.text('statistics-payments', { payments, ...invoices }),
  ].join('\n\n');
  return { text, rows: figureRows(t, 'admin-statistics') };
}

export function renderAnalytics(t: Translator, figures: Analytics): Screen {
  const { current, previous } = figures;
  const roubles = (amount: bigint) => formatRoubles(amount, t.locale);
  const lines = [
    compare(t, 'analytics-month-revenue', {
      before: previous.revenueKopecks,
      now: current.revenueKopecks,
      format: roubles,
    }),
    compare(t, 'analytics-month-payments', { before: previous.payments, now: current.payments }),
    compare(t, 'analytics-month-customers', { before: previous.customers, now: current.customers }),
    compare(t, 'analytics-month-subscriptions', {
      before: previous.subscriptions,
      now: current.subscriptions,
    }),
  ];
  const totals = t.text('analytics-totals', {
    revenue: roubles(figures.revenueKopecks),
    payers: figures.payers,
    arpu: roubles(figures.arpuKopecks),
    ltv: roubles(figures.ltvKopecks),
  });
  const months = t.text('analytics-months', { before: monthOf(previous.since), now: monthOf(current.since) });
  return {
    text: [t.text('analytics-title'), totals, [months, ...lines].join('\n'), t.text('analytics-note')].join(
      '\n\n',
    ),
    rows: figureRows(t, 'admin-analytics'),
  };
}

/** "10.2026". */
function monthOf(since: Date): string {
  return formatDate(since).slice(3);
}

type Compared =
  | { before: bigint; now: bigint; format: (value: bigint) => string }
  | { before: number; now: number };

function compare(
  t: Translator,
  what: `analytics-month-${'revenue' | 'payments' | 'customers' | 'subscriptions'}`,
  compared: Compared,
): string {
  const percent = changePercent(compared.before, compared.now);
  const [before, now, difference] =
    'format' in compared
      ? [compared.before, compared.now, compared.now - compared.before].map(compared.format)
      : [compared.before, compared.now, compared.now - compared.before].map(String);
  const isMore = compared.now > compared.before;
  const change = `${isMore ? '+' : ''}${difference}`;
  return t.text('analytics-line', {
    what: t.text(what),
    before: before ?? '',
    now: now ?? '',
    change: percent === null ? change : `${change}, ${percent > 0 ? '+' : ''}${percent} %`,
  });
}

export function renderMetrics(t: Translator, metrics: ShopMetrics): Screen {
  const tenths = (value: number | null) => (value === null ? '—' : formatTenths(value, t.locale));
  const { invoicesPaidPercent: paid } = metrics;
  const text = t.text('metrics-text', {
    wait: describeWait(t, metrics.activationWaitMs),
    lifetime: tenths(metrics.lifetimeDays),
    renewals: tenths(metrics.renewalsPerCustomer),
    paid: paid === null ? '—' : `${formatTenths(paid, t.locale)} %`,
  });
  return { text: [t.text('metrics-title'), text].join('\n\n'), rows: figureRows(t, 'admin-metrics') };
}

/** Longer waits are told in minutes. */
const LONG_WAIT_MS = 120_000;

function describeWait(t: Translator, waitMs: number | null): string {
  if (waitMs === null) return '—';
  return waitMs < LONG_WAIT_MS
    ? t.text('metrics-seconds', { count: formatTenths(waitMs / 1_000, t.locale) })
    : t.text('metrics-minutes', { count: formatTenths(waitMs / 60_000, t.locale) });
}

const LABELS = {
  'admin-statistics': 'button-admin-statistics',
  'admin-analytics': 'button-admin-analytics',
  'admin-metrics': 'button-admin-metrics',
} as const;

function figureRows(t: Translator, shown: FiguresPage): Button[][] {
  const pages = Object.keys(LABELS) as FiguresPage[];
  const others: Button[] = pages
    .filter((to) => to !== shown)
    .map((to) => ({ text: t.text(LABELS[to]), action: { to } }));
  return [
    [{ text: t.text('button-status-again'), action: { to: shown } }],
    others,
    [backButton(t, { to: 'admin' })],
  ];
}
