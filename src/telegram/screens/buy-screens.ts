import type { Kopecks } from '../../domain/money/money.ts';
import { type DiscountKind, type Quote, quotePrice } from '../../domain/money/pricing.ts';
import { monthsOf, PERIODS_DAYS, PLANS, type Plan, parsePlan } from '../../domain/plans.ts';
import { formatDate, formatRoubles } from '../../locales/format-values.ts';
import type { Translator } from '../../locales/translate.ts';
import type { CustomerDiscounts } from '../../usecases/purchases/quote-plan.ts';
import type { PayMethod } from '../buttons/customer-buttons.ts';
import type { ButtonAction } from '../callback-data.ts';
import { type Button, backButton, menuButton, type Screen } from './screen.ts';

/** A plan that has left the price list is called by its own name. */
export function planName(t: Translator, plan: string): string {
  const known = parsePlan(plan);
  return known ? t.text(`plan-${known}`) : plan;
}

export function periodName(t: Translator, periodDays: number): string {
  return t.text('period-months', { months: monthsOf(periodDays) });
}

/** `news`: what has just happened, above the plans. */
export function renderPlans(
  t: Translator,
  view: { discounts: CustomerDiscounts; news: string | null },
): Screen {
  const rows: Button[][] = PLANS.map((plan) => {
    const { priceKopecks } = quotePrice(plan, PERIODS_DAYS[0], view.discounts);
    const price = formatRoubles(priceKopecks, t.locale);
    const text = t.text('plan-button', { plan: planName(t, plan), price });
    return [{ text, action: { to: 'plan', plan } }];
  });
  const notes = [view.news ?? describeDiscount(t, discountOf(view.discounts)), t.text('plans-title')];
  return {
    text: notes.filter((note) => note !== null).join('\n\n'),
    rows: [
      ...rows,
      [{ text: t.text('button-promo'), action: { to: 'promo' } }],
      [
        { text: t.text('button-vip'), action: { to: 'vip' } },
        { text: t.text('button-corporate'), action: { to: 'corporate' } },
      ],
      [menuButton(t)],
    ],
  };
}

export function renderPeriods(t: Translator, view: { plan: Plan; discounts: CustomerDiscounts }): Screen {
  const { plan, discounts } = view;
  const rows: Button[][] = PERIODS_DAYS.map((periodDays) => {
    const price = formatRoubles(quotePrice(plan, periodDays, discounts).priceKopecks, t.locale);
    const text = t.text('period-button', { period: periodName(t, periodDays), price });
    return [{ text, action: { to: 'period', plan, periodDays } }];
  });
  const title = t.text('period-title', { plan: planName(t, plan) });
  const notes = [title, describeDiscount(t, discountOf(discounts))];
  return {
    text: notes.filter((note) => note !== null).join('\n\n'),
    rows: [...rows, [backButton(t, { to: 'plans' })]],
  };
}

type NamedDiscount = { kind: DiscountKind; percent: number; code: string | null };

/** The discount that the calculator picks; it is the same for every plan and period. */
function discountOf(discounts: CustomerDiscounts): NamedDiscount {
  const { discountKind, discountPercent } = quotePrice(PLANS[0], PERIODS_DAYS[0], discounts);
  return { kind: discountKind, percent: discountPercent, code: discounts.promo?.code ?? null };
}

function describeDiscount(t: Translator, { kind, percent, code }: NamedDiscount): string | null {
  switch (kind) {
    case 'none':
      return null;
    case 'vip':
    case 'personal':
      return t.text(`discount-${kind}`, { percent });
    case 'promo':
      return code === null
        ? t.text('discount-promo-nameless', { percent })
        : t.text('discount-promo', { code, percent });
  }
}

/** `code`: the name of the promo code in the quote, if it is known. `isPromoGone`: one was left out of it. */
export type MethodsView = {
  quote: Quote;
  code: string | null;
  isPromoGone: boolean;
  balanceKopecks: Kopecks;
  methods: PayMethod[];
};

/** A price of zero leaves nothing to choose: one button gives the plan away. */
export function renderMethods(t: Translator, view: MethodsView): Screen {
  const { quote } = view;
  const isFree = quote.priceKopecks === 0n;
  const free: Button = {
    text: t.text('button-pay-free'),
    action: { to: 'pay', method: 'wallet', quoteId: quote.quoteId },
  };
  const rows = isFree ? [[free]] : methodRows(t, view);
  const head = t.text('method-head', {
    plan: planName(t, quote.plan),
    period: periodName(t, quote.periodDays),
  });
  const parts = [head, renderPrice(t, view), isFree ? null : t.text('method-ask')];
  return {
    text: parts.filter((part) => part !== null).join('\n\n'),
    rows: [...rows, [backButton(t, planAction(quote.plan))]],
  };
}

function renderPrice(t: Translator, { quote, code, isPromoGone, balanceKopecks }: MethodsView): string {
  const price = formatRoubles(quote.priceKopecks, t.locale);
  const listPrice = formatRoubles(quote.listPriceKopecks, t.locale);
  const isReduced = quote.discountKopecks > 0n;
  const { discountKind: kind, discountPercent: percent } = quote;
  const lines = [
    isReduced ? t.text('method-price-reduced', { price, listPrice }) : t.text('method-price', { price }),
    isReduced ? describeDiscount(t, { kind, percent, code }) : null,
    isPromoGone ? t.text('promo-gone') : null,
    quote.priceKopecks === 0n
      ? null
      : t.text('method-balance', { balance: formatRoubles(balanceKopecks, t.locale) }),
  ];
  return lines.filter((line) => line !== null).join('\n');
}

/** A wallet that cannot pay is offered last: its button then leads to topping it up. */
function methodRows(t: Translator, { quote, balanceKopecks, methods }: MethodsView): Button[][] {
  const isWalletShort = balanceKopecks < quote.priceKopecks;
  const rankOf = (method: PayMethod) => (method === 'wallet' ? 1 : 0);
  const ordered = isWalletShort ? methods.toSorted((a, b) => rankOf(a) - rankOf(b)) : methods;
  const balance = formatRoubles(balanceKopecks, t.locale);
  return ordered.map((method) => [
    { text: methodName(t, method, balance), action: { to: 'pay', method, quoteId: quote.quoteId } },
  ]);
}

export function methodName(t: Translator, method: PayMethod, balance: string): string {
  switch (method) {
    case 'wallet':
      return t.text('button-pay-wallet', { balance });
    case 'telegram':
      return t.text('button-pay-card');
    case 'yookassa':
      return t.text('button-pay-yookassa');
    case 'cryptobot':
      return t.text('button-pay-crypto');
    case 'stars':
      return t.text('button-pay-stars');
  }
}

function planAction(plan: string): ButtonAction {
  const known = parsePlan(plan);
  return known ? { to: 'plan', plan: known } : { to: 'plans' };
}

/** `applied`: the code that counts now. `problem`: why what was typed is none. */
export function renderPromoQuestion(
  t: Translator,
  view: { applied: { code: string; percent: number } | null; problem: string | null },
): Screen {
  const { applied, problem } = view;
  const question = applied ? t.text('promo-ask-again', { ...applied }) : t.text('promo-ask');
  return { text: problem ?? question, rows: [[backButton(t, { to: 'plans' })]] };
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
  view: { endsAt: Date; balanceKopecks: Kopecks; isFree: boolean; isKeyComing: boolean },
): Screen {
  const until = formatDate(view.endsAt);
  const balance = formatRoubles(view.balanceKopecks, t.locale);
  const done = view.isFree
    ? t.text('purchase-free-done', { until })
    : t.text('purchase-done', { until, balance });
  return {
    text: view.isKeyComing ? `${done}\n\n${t.text('purchase-key-follows')}` : done,
    rows: [
      [{ text: t.text('button-instruction'), action: { to: 'instruction' } }],
      [{ text: t.text('button-profile'), action: { to: 'profile' } }, menuButton(t)],
    ],
  };
}
