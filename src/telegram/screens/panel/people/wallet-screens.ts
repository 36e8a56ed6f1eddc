import type { Kopecks } from '../../../../domain/money/money.ts';
import { formatRoubles } from '../../../../locales/format-values.ts';
import type { Translator } from '../../../../locales/translate.ts';
import type { WalletDirection } from '../../../buttons/panel/people-buttons.ts';
import { backButton, type Screen } from '../../screen.ts';

type OfWallet = { telegramId: bigint; direction: WalletDirection };
type Wallet = { balanceKopecks: Kopecks; receivableKopecks: Kopecks };

/** `problem`: why what was typed did not do. */
export function renderWalletAmount(
  t: Translator,
  view: OfWallet & Wallet & { problem: string | null },
): Screen {
  const { telegramId, direction, problem } = view;
  const balance = formatRoubles(view.balanceKopecks, t.locale);
  const question = t.text(`wallet-amount-${direction}`, { balance });
  return {
    text: problem === null ? question : `${problem}\n\n${question}`,
    rows: [[backButton(t, { to: 'admin-person', telegramId })]],
  };
}

/** `problem`: why what was typed did not do. */
export function renderWalletReason(
  t: Translator,
  view: OfWallet & { amountKopecks: Kopecks; problem: string | null },
): Screen {
  const { telegramId, direction, problem } = view;
  const amount = formatRoubles(view.amountKopecks, t.locale);
  const question = t.text(`wallet-reason-${direction}`, { amount });
  return {
    text: problem === null ? question : `${problem}\n\n${question}`,
    rows: [[backButton(t, { to: 'admin-wallet', direction, telegramId })]],
  };
}

/** Before and after: what is owed is paid first. */
export function renderWalletQuestion(
  t: Translator,
  wish: OfWallet & Wallet & { draftId: string; amountKopecks: Kopecks; reason: string },
): Screen {
  const { telegramId, direction, balanceKopecks, receivableKopecks, amountKopecks, draftId } = wish;
  const words = (amount: bigint) => formatRoubles(amount, t.locale);
  const owed = direction === 'in' ? min(receivableKopecks, amountKopecks) : 0n;
  const change = direction === 'in' ? amountKopecks - owed : -amountKopecks;
  const lines = [
    t.text(`wallet-ask-${direction}`, { amount: words(amountKopecks), id: String(telegramId) }),
    '',
    t.text('wallet-ask-balance', { before: words(balanceKopecks), after: words(balanceKopecks + change) }),
    ...(owed > 0n ? [t.text('wallet-ask-debt', { amount: words(owed) })] : []),
    t.text('wallet-ask-reason', { reason: wish.reason }),
  ];
  return {
    text: lines.join('\n'),
    rows: [
      [{ text: t.text('button-yes'), action: { to: 'admin-wallet-change', draftId } }],
      [backButton(t, { to: 'admin-wallet', direction, telegramId })],
    ],
  };
}

function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
