import { type Kopecks, parseTypedRoubles } from '../../domain/money/money.ts';
import { HOLDING_PERIOD_DAYS, MIN_WITHDRAWAL, parseBankDetails } from '../../domain/money/withdrawals.ts';
import { formatRoubles } from '../../locales/format-values.ts';
import { beginConversation, leaveConversation } from '../../usecases/customers/conversation.ts';
import { findRequested, requestWithdrawal } from '../../usecases/withdrawals/request-withdrawal.ts';
import { viewWithdrawable, type Withdrawable } from '../../usecases/withdrawals/view-withdrawable.ts';
import {
  findWithdrawalDraft,
  keepWithdrawalDraft,
  type WithdrawalDraft,
} from '../../usecases/withdrawals/withdrawal-draft.ts';
import { renderMessage } from '../screens/menu-screens.ts';
import {
  renderWithdrawalAmount,
  renderWithdrawalConfirmation,
  renderWithdrawalDetails,
  renderWithdrawalSent,
} from '../screens/withdrawal-screens.ts';
import { sendScreen, showScreen, type Visit } from '../visit.ts';
import { showProfile } from './profile-flow.ts';

/** The first step, and where "back" leads from the second. */
export async function askWithdrawalAmount(visit: Visit): Promise<void> {
  const { shop, t, chatId } = visit;
  const wallet = await walletOf(visit);
  const { balanceKopecks, withdrawableKopecks } = wallet;
  if (withdrawableKopecks < MIN_WITHDRAWAL) {
    await leaveConversation(shop, chatId);
    const amounts = { minimum: words(visit, MIN_WITHDRAWAL), balance: words(visit, balanceKopecks) };
    const isWaiting = balanceKopecks >= MIN_WITHDRAWAL;
    const text = isWaiting
      ? waitingText(visit, withdrawableKopecks)
      : t.text('withdrawal-too-little', amounts);
    return visit.answer(text, 'alert');
  }
  await beginConversation(shop, chatId, { flow: 'withdrawal-amount' });
  await showScreen(visit, renderWithdrawalAmount(t, { ...wallet, problem: null }));
}

/** A wrong amount is asked again; the question stays open. */
export async function takeWithdrawalAmount(visit: Visit, text: string): Promise<void> {
  const { shop, t, tap, chatId } = visit;
  const amountKopecks = parseTypedRoubles(text);
  const wallet = await walletOf(visit);
  const problem = findAmountProblem(visit, amountKopecks, wallet);
  if (problem !== null || amountKopecks === null) {
    return sendScreen(visit, renderWithdrawalAmount(t, { ...wallet, problem }));
  }
  const draft = { draftId: shop.ids.rowId(), tapKey: tap.key, amountKopecks, details: null };
  await keepWithdrawalDraft(visit, chatId, draft);
  await sendScreen(visit, renderWithdrawalDetails(t, { amountKopecks, problem: null }));
}

function findAmountProblem(visit: Visit, amount: Kopecks | null, wallet: Withdrawable): string | null {
  const { t } = visit;
  if (amount === null) return t.text('withdrawal-bad-amount');
  if (amount < MIN_WITHDRAWAL) {
    return t.text('withdrawal-below-minimum', { minimum: words(visit, MIN_WITHDRAWAL) });
  }
  if (amount > wallet.balanceKopecks) {
    return t.text('withdrawal-above-balance', { balance: words(visit, wallet.balanceKopecks) });
  }
  return amount > wallet.withdrawableKopecks ? waitingText(visit, wallet.withdrawableKopecks) : null;
}

function waitingText(visit: Visit, withdrawable: Kopecks): string {
  return visit.t.text('withdrawal-waits', {
    amount: words(visit, withdrawable),
    days: HOLDING_PERIOD_DAYS,
  });
}

/** Where "back" leads from the confirmation: the amount stays. */
export async function askWithdrawalDetails(visit: Visit): Promise<void> {
  const draft = await findWithdrawalDraft(visit, visit.chatId);
  if (!draft) return startAgain(visit);
  const { amountKopecks } = draft;
  await keepWithdrawalDraft(visit, visit.chatId, { ...draft, details: null });
  await showScreen(visit, renderWithdrawalDetails(visit.t, { amountKopecks, problem: null }));
}

export async function takeWithdrawalDetails(visit: Visit, text: string): Promise<void> {
  const { shop, t, chatId } = visit;
  const draft = await findWithdrawalDraft(visit, chatId);
  if (!draft) return startAgain(visit);
  // An amount that is worked twice, after a crash, or typed again, is not also where the money goes.
  const isRepeat = draft.tapKey === visit.tap.key || parseTypedRoubles(text) === draft.amountKopecks;
  const details = isRepeat ? null : parseBankDetails(text);
  if (details === null) {
    const problem = isRepeat ? null : t.text('withdrawal-bad-details');
    return sendScreen(visit, renderWithdrawalDetails(t, { amountKopecks: draft.amountKopecks, problem }));
  }
  // A new name: a confirmation that was shown before must not send what was typed after it.
  const complete = { ...draft, draftId: shop.ids.rowId(), details };
  await keepWithdrawalDraft(visit, chatId, complete);
  await sendScreen(visit, renderWithdrawalConfirmation(t, complete));
}

/** Text that arrives while a tap was asked for: the question is shown again. */
export async function repeatWithdrawalConfirmation(visit: Visit): Promise<void> {
  const draft = await findWithdrawalDraft(visit, visit.chatId);
  if (!draft?.details) return startAgain(visit);
  const { details } = draft;
  await sendScreen(visit, renderWithdrawalConfirmation(visit.t, { ...draft, details }));
}

/** Sends exactly what was shown, once: the button names the draft, and the draft the withdrawal. */
export async function sendWithdrawal(visit: Visit, draftId: string): Promise<void> {
  const { shop, secrets, chatId } = visit;
  const draft = await findWithdrawalDraft(visit, chatId);
  if (!draft?.details || draft.draftId !== draftId) return showRequested(visit, draftId);
  const { amountKopecks, details } = draft;
  const result = await requestWithdrawal(shop, secrets, {
    tap: visit.tap,
    draftId,
    customerId: visit.customer.customerId,
    amountKopecks,
    details,
  });
  await showOutcome(visit, draft, result);
  await leaveConversation(shop, chatId);
}

/** A draft that is gone was sent already, by another tap or before a crash, or is too old. */
async function showRequested(visit: Visit, draftId: string): Promise<void> {
  const { shop, customer, t } = visit;
  const made = await findRequested(shop, { draftId, customerId: customer.customerId });
  if (!made) return startAgain(visit);
  if (made.status === 'pending') return showScreen(visit, renderWithdrawalSent(t, made));
  await visit.answer(t.text('withdrawal-decided'));
  await showProfile(visit);
}

type Outcome = Awaited<ReturnType<typeof requestWithdrawal>>;

async function showOutcome(visit: Visit, draft: WithdrawalDraft, result: Outcome): Promise<void> {
  const { t } = visit;
  if (result.ok) {
    const { balanceKopecks } = result;
    const { amountKopecks } = draft;
    return showScreen(visit, renderWithdrawalSent(t, { amountKopecks, balanceKopecks }));
  }
  switch (result.refusal) {
    case 'debt':
      return showScreen(visit, renderMessage(t, t.text('withdrawal-debt')));
    case 'money-short': {
      const balance = words(visit, result.balanceKopecks);
      return showScreen(visit, renderMessage(t, t.text('withdrawal-short', { balance })));
    }
    case 'commission-waits':
      return showScreen(visit, renderMessage(t, waitingText(visit, result.withdrawableKopecks)));
    case 'amount-below-minimum': {
      const minimum = words(visit, MIN_WITHDRAWAL);
      return showScreen(visit, renderMessage(t, t.text('withdrawal-below-minimum', { minimum })));
    }
  }
}

async function startAgain(visit: Visit): Promise<void> {
  await leaveConversation(visit.shop, visit.chatId);
  await visit.answer(visit.t.text('withdrawal-lost'));
  await showProfile(visit);
}

function walletOf(visit: Visit): Promise<Withdrawable> {
  return viewWithdrawable(visit.shop, visit.customer.customerId);
}

function words(visit: Visit, amount: Kopecks): string {
  return formatRoubles(amount, visit.t.locale);
}
