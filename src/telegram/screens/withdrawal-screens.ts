import type { Kopecks } from '../../domain/money/money.ts';
import { HOLDING_PERIOD_DAYS, MIN_WITHDRAWAL } from '../../domain/money/withdrawals.ts';
import { formatRoubles } from '../../locales/format-values.ts';
import type { Translator } from '../../locales/translate.ts';
import { backButton, menuButton, type Screen } from './screen.ts';

/** How much of the bank details is shown for confirmation. Source: product.md §1.7. */
const PREVIEW = 80;

export function renderWithdrawalAmount(
  t: Translator,
  view: { balanceKopecks: Kopecks; withdrawableKopecks: Kopecks; problem: string | null },
): Screen {
  const balance = formatRoubles(view.balanceKopecks, t.locale);
  const amount = formatRoubles(view.withdrawableKopecks, t.locale);
  const minimum = formatRoubles(MIN_WITHDRAWAL, t.locale);
  const isWaiting = view.withdrawableKopecks < view.balanceKopecks;
  const ask = t.text('withdrawal-ask', { balance, minimum });
  const waits = isWaiting ? `\n\n${t.text('withdrawal-waits', { amount, days: HOLDING_PERIOD_DAYS })}` : '';
  return {
    text: view.problem ?? `${ask}${waits}`,
    rows: [[backButton(t, { to: 'profile' })]],
  };
}

export function renderWithdrawalDetails(
  t: Translator,
  view: { amountKopecks: Kopecks; problem: string | null },
): Screen {
  const amount = formatRoubles(view.amountKopecks, t.locale);
  return {
    text: view.problem ?? t.text('withdrawal-ask-details', { amount }),
    rows: [[backButton(t, { to: 'withdraw' })]],
  };
}

export function renderWithdrawalConfirmation(
  t: Translator,
  view: { draftId: string; amountKopecks: Kopecks; details: string },
): Screen {
  const { draftId } = view;
  return {
    text: t.text('withdrawal-confirm', {
      amount: formatRoubles(view.amountKopecks, t.locale),
      preview: previewOf(view.details),
    }),
    rows: [
      [{ text: t.text('button-withdraw-send'), action: { to: 'withdraw-send', draftId } }],
      [
        backButton(t, { to: 'withdraw-details' }),
        { text: t.text('button-cancel'), action: { to: 'profile' } },
      ],
    ],
  };
}

/** Cut by whole characters: half of a pair would not be sent. */
export function previewOf(details: string): string {
  const characters = [...details];
  return characters.length > PREVIEW ? `${characters.slice(0, PREVIEW).join('')}…` : details;
}

export function renderWithdrawalSent(
  t: Translator,
  view: { amountKopecks: Kopecks; balanceKopecks: Kopecks },
): Screen {
  const text = t.text('withdrawal-sent', {
    amount: formatRoubles(view.amountKopecks, t.locale),
    balance: formatRoubles(view.balanceKopecks, t.locale),
  });
  const profile = { text: t.text('button-profile'), action: { to: 'profile' } } as const;
  return { text, rows: [[profile, menuButton(t)]] };
}
