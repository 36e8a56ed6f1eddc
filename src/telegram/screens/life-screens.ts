import type { LifeMessage } from '../../domain/life-cycle.ts';
import { formatDate, formatRoubles } from '../../locales/format-values.ts';
import type { Translator } from '../../locales/translate.ts';
import type { Notice } from '../../ports/notifier.ts';
import { planName } from './buy-screens.ts';
import { type Button, menuButton, type Screen } from './screen.ts';

/** What is said as an entitlement goes through its life. */
export type LifeNotice = Extract<Notice, { kind: 'life' | 'renewed' | 'renewal-short' }>;

const HOUR_MS = 3_600_000;
/** Up to here hours are named, above it days. */
const LAST_HOURS = 36;

export function renderLifeNotice(t: Translator, notice: LifeNotice): Screen {
  if (notice.kind === 'life') return { text: describeLife(t, notice), rows: rowsOf(t, notice.message) };
  const profile: Button = { text: t.text('button-profile'), action: { to: 'profile' } };
  if (notice.kind === 'renewed') {
    const price = formatRoubles(notice.amountKopecks, t.locale);
    const text = t.text('notice-renewed', { price, until: formatDate(notice.endsAt) });
    return { text, rows: [[profile, menuButton(t)]] };
  }
  const text = t.text('notice-renewal-short', {
    plan: planName(t, notice.plan),
    balance: formatRoubles(notice.balanceKopecks, t.locale),
    until: formatDate(notice.endsAt),
  });
  return {
    text,
    rows: [[{ text: t.text('button-top-up'), action: { to: 'top-up' } }], [buyButton(t), profile]],
  };
}

type Life = Extract<Notice, { kind: 'life' }>;

function describeLife(t: Translator, { message, leftMs, endsAt, renewsItself }: Life): string {
  const until = formatDate(endsAt);
  switch (message) {
    case 'ended':
    case 'trial-ended':
      return t.text(`notice-${message}`);
    case 'trial-first-hours':
      return t.text('notice-trial-first-hours', { until });
    case 'trial-third-day':
    case 'trial-last-hours':
      return `${t.text(`notice-${message}`)}\n\n${describeLeft(t, leftMs)}`;
    default: {
      const left = `${t.text('notice-ends', { until })}\n${describeLeft(t, leftMs)}`;
      return renewsItself ? `${left}\n\n${t.text('notice-ends-renews')}` : left;
    }
  }
}

/** The time that is really left, whenever this is sent. */
function describeLeft(t: Translator, leftMs: number): string {
  const hours = Math.max(1, Math.round(leftMs / HOUR_MS));
  return hours <= LAST_HOURS
    ? t.text('notice-left-hours', { hours })
    : t.text('notice-left-days', { days: Math.round(hours / 24) });
}

function rowsOf(t: Translator, message: LifeMessage): Button[][] {
  switch (message) {
    case 'trial-first-hours':
      return [[{ text: t.text('button-instruction'), action: { to: 'instruction' } }], [menuButton(t)]];
    case 'trial-third-day':
    case 'trial-last-hours':
    case 'trial-ended':
    case 'ended':
      return [[buyButton(t)], [menuButton(t)]];
    default:
      return [[{ text: t.text('button-renew'), action: { to: 'plans' } }], [menuButton(t)]];
  }
}

function buyButton(t: Translator): Button {
  return { text: t.text('button-buy'), action: { to: 'plans' } };
}
