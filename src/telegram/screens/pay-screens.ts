import type { Kopecks } from '../../domain/money.ts';
import { TOP_UP_PRESETS } from '../../domain/top-ups.ts';
import { formatRoubles } from '../../locales/format-values.ts';
import type { Translator } from '../../locales/translate.ts';
import type { ButtonAction } from '../callback-data.ts';
import { type Button, backButton, menuButton, type Screen } from './screen.ts';

export function renderInvoice(
  t: Translator,
  view: { invoiceId: string; amountKopecks: Kopecks; payUrl: string; what: string; minutesLeft: number },
): Screen {
  const price = formatRoubles(view.amountKopecks, t.locale);
  const { invoiceId } = view;
  return {
    text: t.text('invoice-title', { price, what: view.what, minutes: view.minutesLeft }),
    rows: [
      [{ text: t.text('button-pay-now', { price }), url: view.payUrl }],
      [{ text: t.text('button-check-payment'), action: { to: 'check-invoice', invoiceId } }],
      [{ text: t.text('button-cancel-invoice'), action: { to: 'cancel-invoice', invoiceId } }],
    ],
  };
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
      [backButton(t, { to: 'profile' })],
    ],
  };
}

export function renderTopUpQuestion(t: Translator, problem: string | null): Screen {
  return { text: problem ?? t.text('top-up-ask'), rows: [[backButton(t, { to: 'top-up' })]] };
}

export function renderTopUpMethods(
  t: Translator,
  view: { amountKopecks: Kopecks; methods: 'cryptobot'[] },
): Screen {
  const roubles = Number(view.amountKopecks / 100n);
  const rows: Button[][] = view.methods.map((method) => [
    { text: t.text('button-pay-crypto'), action: { to: 'top-up-pay', method, roubles } },
  ]);
  return {
    text: t.text('top-up-method-title', { price: formatRoubles(view.amountKopecks, t.locale) }),
    rows: [...rows, [backButton(t, { to: 'top-up' })]],
  };
}
