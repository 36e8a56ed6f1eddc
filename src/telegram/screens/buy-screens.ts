import type { Kopecks } from '../../domain/money.ts';
import {
  listPriceOf,
  monthsOf,
  PERIODS_DAYS,
  type PeriodDays,
  PLANS,
  type Plan,
} from '../../domain/plans.ts';
import { type Quote, quotePrice } from '../../domain/pricing.ts';
import { formatDate, formatRoubles } from '../../locales/format-values.ts';
import type { Translator } from '../../locales/translate.ts';
import type { PayMethod } from '../callback-data.ts';
import { type Button, backButton, menuButton, type Screen } from './screen.ts';

export function planName(t: Translator, plan: Plan): string {
  return t.text(`plan-${plan}`);
}

export function periodName(t: Translator, periodDays: PeriodDays): string {
  return t.text('period-months', { months: monthsOf(periodDays) });
}

export function renderPlans(t: Translator): Screen {
  const rows: Button[][] = PLANS.map((plan) => {
    const price = formatRoubles(listPriceOf(plan, PERIODS_DAYS[0]), t.locale);
    return [
      { text: t.text('plan-button', { plan: planName(t, plan), price }), action: { to: 'plan', plan } },
    ];
  });
  return { text: t.text('plans-title'), rows: [...rows, [menuButton(t)]] };
}

export function renderPeriods(t: Translator, plan: Plan): Screen {
  const rows: Button[][] = PERIODS_DAYS.map((periodDays) => {
    const price = formatRoubles(quotePrice(plan, periodDays).priceKopecks, t.locale);
    const text = t.text('period-button', { period: periodName(t, periodDays), price });
    return [{ text, action: { to: 'period', plan, periodDays } }];
  });
  return {
    text: t.text('period-title', { plan: planName(t, plan) }),
    rows: [...rows, [backButton(t, { to: 'plans' })]],
  };
}

export function renderMethods(
  t: Translator,
  view: { quote: Quote; balanceKopecks: Kopecks; methods: PayMethod[] },
): Screen {
  const { quote, balanceKopecks, methods } = view;
  const balance = formatRoubles(balanceKopecks, t.locale);
  const labels: Record<PayMethod, string> = {
    wallet: t.text('button-pay-wallet', { balance }),
    cryptobot: t.text('button-pay-crypto'),
  };
  // A wallet that cannot pay is offered last: its button then leads to topping it up.
  const isWalletShort = balanceKopecks < quote.priceKopecks;
  const ordered = isWalletShort ? methods.toSorted((a, b) => rankOf(a) - rankOf(b)) : methods;
  const rows: Button[][] = ordered.map((method) => [
    { text: labels[method], action: { to: 'pay', method, quoteId: quote.quoteId } },
  ]);
  const text = t.text('method-title', {
    plan: planName(t, quote.plan),
    period: periodName(t, quote.periodDays),
    price: formatRoubles(quote.priceKopecks, t.locale),
    balance,
  });
  return { text, rows: [...rows, [backButton(t, { to: 'plan', plan: quote.plan })]] };
}

function rankOf(method: PayMethod): number {
  return method === 'wallet' ? 1 : 0;
}

export function renderWalletShort(
  t: Translator,
  view: { priceKopecks: Kopecks; balanceKopecks: Kopecks },
): Screen {
  const { priceKopecks, balanceKopecks } = view;
  const text = t.text('wallet-short', {
    shortage: formatRoubles(priceKopecks - balanceKopecks, t.locale),
    price: formatRoubles(priceKopecks, t.locale),
    balance: formatRoubles(balanceKopecks, t.locale),
  });
  return {
    text,
    rows: [
      [{ text: t.text('button-top-up'), action: { to: 'top-up' } }],
      [{ text: t.text('button-plans'), action: { to: 'plans' } }, menuButton(t)],
    ],
  };
}

export function renderPurchaseDone(
  t: Translator,
  view: { endsAt: Date; balanceKopecks: Kopecks; isKeyComing: boolean },
): Screen {
  const done = t.text('purchase-done', {
    until: formatDate(view.endsAt),
    balance: formatRoubles(view.balanceKopecks, t.locale),
  });
  return {
    text: view.isKeyComing ? `${done}\n\n${t.text('purchase-key-follows')}` : done,
    rows: [
      [{ text: t.text('button-instruction'), action: { to: 'instruction' } }],
      [{ text: t.text('button-profile'), action: { to: 'profile' } }, menuButton(t)],
    ],
  };
}
