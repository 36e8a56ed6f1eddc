import type { Kopecks } from '../../domain/money/money.ts';
import { TOP_UP_PRESETS } from '../../domain/money/top-ups.ts';
import { formatRoubles } from '../../locales/format-values.ts';
import type { Translator } from '../../locales/translate.ts';
import type { PayMethod } from '../buttons/customer-buttons.ts';
import type { ButtonAction } from '../callback-data.ts';
import { methodName } from './buy-screens.ts';
import { type Button, backButton, menuButton, type Screen } from './screen.ts';

/** `payUrl` null: Telegram's own invoice stands in the chat already, with its own Pay button. */
export type InvoiceView = {
  invoiceId: string;
  method: string;
  amountKopecks: Kopecks;
  providerAmount: string | null;
  payUrl: string | null;
  what: string;
  minutesLeft: number;
};

export function renderInvoice(t: Translator, view: InvoiceView): Screen {
  const { invoiceId, payUrl } = view;
  const price = formatRoubles(view.amountKopecks, t.locale);
  const payRow: Button[] =
    payUrl === null ? [] : [{ text: t.text('button-pay-now', { price }), url: payUrl }];
  const parts = [
    t.text('invoice-title', { price, what: view.what }),
    describePaying(t, view),
    t.text('invoice-left', { minutes: view.minutesLeft }),
  ];
  return {
    text: parts.join('\n\n'),
    rows: [
      ...(payRow.length > 0 ? [payRow] : []),
      [{ text: t.text('button-check-payment'), action: { to: 'check-invoice', invoiceId } }],
      [{ text: t.text('button-cancel-invoice'), action: { to: 'cancel-invoice', invoiceId } }],
    ],
  };
}

function describePaying(t: Translator, { method, providerAmount }: InvoiceView): string {
  switch (method) {
    case 'telegram':
      return t.text('invoice-how-card');
    case 'stars':
      return t.text('invoice-how-stars', { stars: Number(providerAmount) });
    case 'yookassa':
      return t.text('invoice-how-yookassa');
    default:
      return t.text('invoice-how-crypto');
  }
}

export function renderProviderAway(t: Translator, again: ButtonAction): Screen {
  return {
    text: t.text('provider-away'),
    rows: [[{ text: t.text('button-retry'), action: again }], [menuButton(t)]],
  };
}

export function renderTopUp(t: Translator, view: { balanceKopecks: Kopecks }): Screen {
  const presets: Button[] = TOP_UP_PRESETS.map((amount) => ({
    text: formatRoubles(amount, t.locale),
    action: { to: 'top-up-amount', roubles: Number(amount / 100n) },
  }));
  return {
    text: t.text('top-up-title', { balance: formatRoubles(view.balanceKopecks, t.locale) }),
    rows: [
      presets,
      [{ text: t.text('button-top-up-custom'), action: { to: 'top-up-custom' } }],
      [{ text: t.text('button-profile'), action: { to: 'profile' } }, menuButton(t)],
    ],
  };
}

export function renderTopUpQuestion(t: Translator, problem: string | null): Screen {
  return { text: problem ?? t.text('top-up-ask'), rows: [[backButton(t, { to: 'top-up' })]] };
}

export function renderTopUpMethods(
  t: Translator,
  view: { amountKopecks: Kopecks; methods: PayMethod[] },
): Screen {
  const roubles = Number(view.amountKopecks / 100n);
  const rows: Button[][] = view.methods.map((method) => [
    { text: methodName(t, method, ''), action: { to: 'top-up-pay', method, roubles } },
  ]);
  return {
    text: t.text('top-up-method-title', { price: formatRoubles(view.amountKopecks, t.locale) }),
    rows: [...rows, [backButton(t, { to: 'top-up' })]],
  };
}
