import { formatDate, formatDateTime, formatGigabytes, formatRoubles } from '../../locales/format-values.ts';
import type { Translator } from '../../locales/translate.ts';
import type { Notice } from '../../ports/notifier.ts';
import { REJECT_REASONS } from '../buttons/panel/withdrawal-buttons.ts';
import { planName } from './buy-screens.ts';
import { type LifeNotice, renderLifeNotice } from './life-screens.ts';
import { renderKeyMessage, renderNewKey } from './profile-screens.ts';
import { describeNextLevel, levelName } from './referral-screens.ts';
import { type Button, menuButton, type Screen } from './screen.ts';

/** A message that no tap asked for. */
export function renderNotice(t: Translator, notice: Notice): Screen {
  if (notice.kind === 'access-ready') {
    return renderKeyMessage(
      t,
      notice.link,
      t.text('notice-access-ready', { until: formatDate(notice.endsAt) }),
    );
  }
  if (notice.kind === 'key-reissued') return renderNewKey(t, notice.link);
  if (notice.kind === 'life' || notice.kind === 'renewed' || notice.kind === 'renewal-short')
    return renderLifeNotice(t, notice);
  const profile: Button = { text: t.text('button-profile'), action: { to: 'profile' } };
  const referrals: Button = { text: t.text('button-referrals'), action: { to: 'referrals' } };
  const help: Button = { text: t.text('button-help'), action: { to: 'help' } };
  const text = describe(t, notice);
  switch (notice.kind) {
    case 'payment-received':
    case 'withdrawal-approved':
    case 'access-granted':
      return { text, rows: [[profile, menuButton(t)]] };
    case 'wallet-credited':
      return { text, rows: [[{ text: t.text('button-plans'), action: { to: 'plans' } }], [profile]] };
    case 'commission-paid':
    case 'referral-joined':
    case 'referral-trial':
      return { text, rows: [[referrals], [menuButton(t)]] };
    case 'withdrawal-rejected':
    case 'refunded':
    case 'wallet-adjusted':
    case 'traffic-used-up':
    case 'access-revoked':
      return { text, rows: [[help, profile]] };
  }
}

type Told<Kind extends Notice['kind']> = Extract<Notice, { kind: Kind }>;

function describe(
  t: Translator,
  notice: Exclude<Notice, LifeNotice | { kind: 'access-ready' | 'key-reissued' }>,
): string {
  switch (notice.kind) {
    case 'payment-received':
      return describePayment(t, notice);
    case 'wallet-credited':
      return describeCredit(t, notice);
    case 'commission-paid':
      return describeCommission(t, notice);
    case 'referral-joined':
    case 'referral-trial':
    case 'access-revoked':
      return t.text(`notice-${notice.kind}`);
    case 'access-granted': {
      const until = formatDateTime(notice.endsAt);
      return t.text('notice-access-granted', { plan: planName(t, notice.plan), until });
    }
    case 'withdrawal-approved':
      return t.text('notice-withdrawal-approved', { amount: formatRoubles(notice.amountKopecks, t.locale) });
    case 'withdrawal-rejected':
      return describeRejection(t, notice);
    case 'refunded':
      return describeRefund(t, notice);
    case 'wallet-adjusted':
      return describeAdjustment(t, notice);
    case 'traffic-used-up':
      return describeUse(t, notice);
  }
}

function describePayment(t: Translator, notice: Told<'payment-received'>): string {
  const price = formatRoubles(notice.amountKopecks, t.locale);
  const until = notice.endsAt ? formatDate(notice.endsAt) : '';
  const excess = formatRoubles(notice.excessKopecks, t.locale);
  const parts = [
    t.text(notice.isRenewal ? 'notice-payment-renewal' : 'notice-payment-new', { price, until }),
    notice.isLate ? t.text('notice-payment-late') : null,
    notice.excessKopecks > 0n ? t.text('notice-payment-excess', { excess }) : null,
  ];
  return parts.filter((part) => part !== null).join('\n\n');
}

const CREDIT_TEXTS = {
  'already-paid': 'notice-already-paid',
  underpaid: 'notice-underpaid',
} as const;

function describeCredit(t: Translator, { reason, ...notice }: Told<'wallet-credited'>): string {
  const price = formatRoubles(notice.amountKopecks, t.locale);
  const balance = formatRoubles(notice.balanceKopecks, t.locale);
  const isOdd = reason === 'already-paid' || reason === 'underpaid';
  return t.text(isOdd ? CREDIT_TEXTS[reason] : 'notice-wallet-credited', { price, balance });
}

function describeCommission(t: Translator, notice: Told<'commission-paid'>): string {
  const earned = t.text('notice-commission', {
    amount: formatRoubles(notice.amountKopecks, t.locale),
    percent: notice.percent,
    level: levelName(t, notice.level),
  });
  return `${earned}\n${describeNextLevel(t, notice.toNextLevel)}`;
}

/** A reason that admins choose from a list is said in the customer's language; another one as it was written. */
function describeRejection(t: Translator, notice: Told<'withdrawal-rejected'>): string {
  const known = REJECT_REASONS.find((reason) => reason === notice.reason);
  const reason = known ? t.text(`withdrawal-reason-${known}`) : notice.reason;
  const rejected = t.text('notice-withdrawal-rejected', {
    amount: formatRoubles(notice.amountKopecks, t.locale),
  });
  const why = reason === '' ? [] : [t.text('notice-withdrawal-reason', { reason })];
  return [rejected, ...why, t.text('notice-withdrawal-contact')].join('\n');
}

function describeRefund(t: Translator, notice: Told<'refunded'>): string {
  const { amountKopecks, walletKopecks, receivableKopecks, access } = notice;
  const amountOf = (amount: bigint) => ({ amount: formatRoubles(amount, t.locale) });
  const lines = [
    walletKopecks > 0n ? t.text('notice-refunded-wallet', amountOf(walletKopecks)) : null,
    receivableKopecks > 0n ? t.text('notice-refunded-debt', amountOf(receivableKopecks)) : null,
    access.change === 'shortened'
      ? t.text('notice-refunded-shortened', { until: formatDate(access.endsAt) })
      : t.text(`notice-refunded-${access.change}`),
  ];
  const effects = lines.filter((line) => line !== null).join('\n');
  return `${t.text('notice-refunded', amountOf(amountKopecks))}\n\n${effects}`;
}

function describeAdjustment(t: Translator, notice: Told<'wallet-adjusted'>): string {
  const { amountKopecks, reason } = notice;
  const isUp = amountKopecks > 0n;
  return t.text(isUp ? 'notice-adjusted-up' : 'notice-adjusted-down', {
    amount: formatRoubles(isUp ? amountKopecks : -amountKopecks, t.locale),
    reason,
    balance: formatRoubles(notice.balanceKopecks, t.locale),
  });
}

function describeUse(t: Translator, { limitBytes, resetsAt }: Told<'traffic-used-up'>): string {
  const usedUp = t.text('notice-traffic-used-up', { limit: formatGigabytes(limitBytes, t.locale) });
  const next = resetsAt
    ? t.text('notice-traffic-resets', { date: formatDate(resetsAt) })
    : t.text('notice-traffic-support');
  return `${usedUp}\n\n${next}`;
}
