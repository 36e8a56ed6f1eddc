import { LIFE_MESSAGES, type LifeMessage } from '../../../../domain/life-cycle.ts';
import { roubles } from '../../../../domain/money/money.ts';
import { formatDateTime } from '../../../../locales/format-values.ts';
import type { Translator } from '../../../../locales/translate.ts';
import type { Notice } from '../../../../ports/notifier.ts';
import { SAMPLES, type Sample } from '../../../buttons/panel/sample-buttons.ts';
import { renderMessage } from '../../menu-screens.ts';
import { renderNotice } from '../../notice-screens.ts';
import { backButton, keepMessage, pairs, type Screen } from '../../screen.ts';

export function renderSamples(t: Translator): Screen {
  const buttons = SAMPLES.map((sample) => ({
    text: t.text(`sample-${sample}`),
    action: { to: 'admin-sample' as const, sample },
  }));
  return {
    text: t.text('admin-samples-title'),
    rows: [...pairs(buttons), [backButton(t, { to: 'admin' })]],
  };
}

/** The message as customers get it, under a line that says that it is none. */
export function renderSample(t: Translator, sample: Sample, now: Date): Screen {
  const screen =
    sample === 'trial-started'
      ? renderMessage(t, t.text('trial-started', { until: formatDateTime(after(now, 3 * DAY_MS)) }))
      : renderNotice(t, noticeOf(sample, now));
  return keepMessage({ ...screen, text: `${t.text('sample-mark')}\n\n${screen.text}` });
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Figures that nobody takes for their own. */
const [SMALL, LARGE] = [roubles(111), roubles(1_111)];
const SAMPLE_KEY = 'vless://00000000-0000-4000-8000-000000000000@example.org:443?type=tcp#sample';

function after(now: Date, ms: number): Date {
  return new Date(now.getTime() + ms);
}

function noticeOf(sample: Exclude<Sample, 'trial-started'>, now: Date): Notice {
  const endsAt = after(now, 30 * DAY_MS);
  const payment = { amountKopecks: SMALL, endsAt, isLate: false, excessKopecks: roubles(0) };
  switch (sample) {
    case 'payment-new':
      return { kind: 'payment-received', isRenewal: false, ...payment };
    case 'payment-renewal':
      return { kind: 'payment-received', isRenewal: true, ...payment };
    case 'access-ready':
      return { kind: sample, endsAt, link: SAMPLE_KEY };
    case 'renewed':
      return { kind: sample, amountKopecks: SMALL, endsAt };
    case 'renewal-short':
      return { kind: sample, plan: 'basic', balanceKopecks: SMALL, endsAt: after(now, 6 * HOUR_MS) };
    case 'traffic-used-up':
      return { kind: sample, limitBytes: 100_000_000_000n, resetsAt: endsAt };
    case 'referral-joined':
    case 'referral-trial':
      return { kind: sample };
    default:
      return isLife(sample) ? lifeOf(sample, now) : moneyOf(sample);
  }
}

function isLife(sample: Sample): sample is LifeMessage {
  return LIFE_MESSAGES.some((message) => message === sample);
}

/** How long is left when each of them is said. */
const LEFT_MS: Record<LifeMessage, number> = {
  'ends-in-3-days': 3 * DAY_MS,
  'ends-in-24-hours': DAY_MS,
  'ends-in-6-hours': 6 * HOUR_MS,
  'ends-in-3-hours': 3 * HOUR_MS,
  ended: 0,
  'trial-first-hours': 3 * DAY_MS - 6 * HOUR_MS,
  'trial-third-day': DAY_MS,
  'trial-last-hours': 6 * HOUR_MS,
  'trial-ended': 0,
};

function lifeOf(message: LifeMessage, now: Date): Notice {
  const leftMs = LEFT_MS[message];
  return { kind: 'life', message, endsAt: after(now, leftMs), leftMs, renewsItself: false };
}

type OfMoney =
  | 'wallet-credited'
  | 'wallet-adjusted'
  | 'commission-paid'
  | 'withdrawal-approved'
  | 'withdrawal-rejected'
  | 'refunded';

function moneyOf(sample: OfMoney): Notice {
  switch (sample) {
    case 'wallet-credited':
      return { kind: sample, amountKopecks: SMALL, balanceKopecks: LARGE, reason: 'topped-up' };
    case 'wallet-adjusted':
      return { kind: sample, amountKopecks: SMALL, reason: '…', balanceKopecks: LARGE };
    case 'commission-paid':
      return { kind: sample, amountKopecks: SMALL, percent: 10, level: 'silver', toNextLevel: 24 };
    case 'withdrawal-approved':
      return { kind: sample, amountKopecks: LARGE };
    case 'withdrawal-rejected':
      return { kind: sample, amountKopecks: LARGE, reason: 'details' };
    case 'refunded':
      return {
        kind: sample,
        amountKopecks: SMALL,
        walletKopecks: SMALL,
        receivableKopecks: roubles(0),
        access: { change: 'over' },
      };
  }
}
