import { z } from 'zod';
import { parseWords } from '../../../../domain/customers/unseen.ts';
import { type Kopecks, kopecks, parseTypedRoubles, roubles } from '../../../../domain/money/money.ts';
import { findDraft, keepDraft } from '../../../../usecases/customers/sealed-draft.ts';
import type { CustomerCard } from '../../../../usecases/customers/view-customer.ts';
import { adjustWallet, findAdjusted } from '../../../../usecases/wallets/adjust-wallet.ts';
import { WALLET_DIRECTIONS, type WalletDirection } from '../../../buttons/panel/people-buttons.ts';
import {
  renderWalletAmount,
  renderWalletQuestion,
  renderWalletReason,
} from '../../../screens/panel/people/wallet-screens.ts';
import { actorOf, type PanelForms, type PanelVisit, sendPanel, showPanel } from '../panel-visit.ts';
import { factsOf, sayLost, showOutcome } from './person-flow.ts';

/** Money put into one customer's wallet, or taken out of it, by hand: how much, why, and a look at what becomes of it. */
export const walletRoutes = {
  'admin-wallet': askAmount,
  'admin-wallet-change': change,
};

export const walletForms: PanelForms<'wallet-amount' | 'wallet-reason' | 'wallet-confirm'> = {
  'wallet-amount': { right: 'move-money', take: takeAmount },
  'wallet-reason': { right: 'move-money', take: takeReason },
  'wallet-confirm': { right: 'move-money', take: repeatQuestion },
};

/** More than anybody is given by hand at once. */
const MAX_AMOUNT = roubles(1_000_000);
/** Fits into the customer's message and the history. */
const MAX_REASON = 200;

const amount = z.string().transform((digits) => kopecks(BigInt(digits)));
const begun = {
  form: z.literal('wallet'),
  telegramId: z.string().transform(BigInt),
  direction: z.enum(WALLET_DIRECTIONS),
};
const amountDraft = z.object(begun);
/** `tapKey`: of the text that it came by, which is no answer to the next question when it is worked again. */
const answered = { ...begun, tapKey: z.string() };
const reasonDraft = z.object({ ...answered, amountKopecks: amount });
/** `balanceKopecks`, `receivableKopecks`: as they were shown. */
const wholeDraft = z.object({
  ...answered,
  draftId: z.string(),
  amountKopecks: amount,
  reason: z.string(),
  balanceKopecks: amount,
  receivableKopecks: amount,
});

type OfWallet = { telegramId: bigint; direction: WalletDirection };

async function askAmount(visit: PanelVisit, { telegramId, direction }: OfWallet): Promise<void> {
  const wallet = await walletOf(visit, telegramId);
  if (!wallet) return;
  const draft = { form: 'wallet', telegramId: String(telegramId), direction };
  await keepDraft(visit, visit.chatId, { flow: 'wallet-amount', draft });
  await showPanel(visit, renderWalletAmount(visit.t, { telegramId, direction, ...wallet, problem: null }));
}

/** A wrong amount is asked again; the question stays open. */
async function takeAmount(visit: PanelVisit, text: string): Promise<void> {
  const { t, chatId } = visit;
  const draft = await findDraft(visit, chatId, amountDraft);
  const wallet = draft && (await walletOf(visit, draft.telegramId));
  if (!draft) return sayLost(visit);
  if (!wallet) return;
  const amountKopecks = parseTypedRoubles(text);
  const isWhole = amountKopecks !== null && amountKopecks > 0n && amountKopecks <= MAX_AMOUNT;
  const isShort = draft.direction === 'out' && isWhole && amountKopecks > wallet.balanceKopecks;
  if (!isWhole || isShort) {
    const problem = t.text(isShort ? 'wallet-holds-less' : 'wallet-bad-amount');
    return sendPanel(visit, renderWalletAmount(t, { ...draft, ...wallet, problem }));
  }
  const stored = {
    ...{ ...draft, tapKey: visit.tap.key, telegramId: String(draft.telegramId) },
    amountKopecks: String(amountKopecks),
  };
  await keepDraft(visit, chatId, { flow: 'wallet-reason', draft: stored });
  await sendPanel(visit, renderWalletReason(t, { ...draft, amountKopecks, problem: null }));
}

async function takeReason(visit: PanelVisit, text: string): Promise<void> {
  const { t, chatId } = visit;
  const draft = await findDraft(visit, chatId, reasonDraft);
  const wallet = draft && (await walletOf(visit, draft.telegramId));
  if (!draft) return sayLost(visit);
  if (!wallet) return;
  const isRepeat = draft.tapKey === visit.tap.key || parseTypedRoubles(text) === draft.amountKopecks;
  if (isRepeat) return sendPanel(visit, renderWalletReason(t, { ...draft, problem: null }));
  const reason = parseWords(text.replace(/\s+/g, ' '), MAX_REASON);
  if (reason === null) {
    const problem = t.text('wallet-bad-reason', { max: MAX_REASON });
    return sendPanel(visit, renderWalletReason(t, { ...draft, problem }));
  }
  await askChange(visit, { ...draft, ...wallet, reason });
}

type Wish = OfWallet & Wallet & { amountKopecks: Kopecks; reason: string };

/** Each question has a name of its own: a button of an earlier one changes nothing. */
async function askChange(visit: PanelVisit, wish: Wish): Promise<void> {
  const { telegramId, direction, amountKopecks, reason, balanceKopecks, receivableKopecks } = wish;
  const draftId = visit.shop.ids.rowId();
  const draft = {
    ...{ form: 'wallet', tapKey: visit.tap.key, draftId, telegramId: String(telegramId), direction, reason },
    amountKopecks: String(amountKopecks),
    balanceKopecks: String(balanceKopecks),
    receivableKopecks: String(receivableKopecks),
  };
  await keepDraft(visit, visit.chatId, { flow: 'wallet-confirm', draft });
  await sendPanel(visit, renderWalletQuestion(visit.t, { ...wish, draftId }));
}

/** Text that arrives while a tap was asked for: the question is shown again, with the figures of now. */
async function repeatQuestion(visit: PanelVisit): Promise<void> {
  const draft = await findDraft(visit, visit.chatId, wholeDraft);
  if (!draft) return sayLost(visit);
  if (draft.tapKey === visit.tap.key) return sendPanel(visit, renderWalletQuestion(visit.t, draft));
  const wallet = await walletOf(visit, draft.telegramId);
  if (wallet) await askChange(visit, { ...draft, ...wallet });
}

/** Does exactly what was shown, once: the button names the question, and the question is the key of the adjustment. */
async function change(visit: PanelVisit, { draftId }: { draftId: string }): Promise<void> {
  const { shop, t, chatId } = visit;
  const sourceKey = `panel:${draftId}`;
  const draft = await findDraft(visit, chatId, wholeDraft);
  if (draft?.draftId !== draftId) {
    const telegramId = await findAdjusted(shop, sourceKey);
    return telegramId === null
      ? sayLost(visit)
      : showOutcome(visit, telegramId, t.text('people-done-before'));
  }
  const { telegramId, direction, amountKopecks, reason, balanceKopecks, receivableKopecks } = draft;
  const adjusted = await adjustWallet(shop, {
    ...{ actor: actorOf(visit), sourceKey, telegramId, reason },
    amountKopecks: direction === 'in' ? amountKopecks : kopecks(-amountKopecks),
    shown: { balanceKopecks, receivableKopecks },
  });
  await showOutcome(visit, telegramId, adjusted.ok ? null : t.text(REFUSALS[adjusted.refusal]));
}

const REFUSALS = {
  'customer-unknown': 'admin-person-unknown',
  'balance-changed': 'people-changed',
  'money-short': 'wallet-holds-less',
  // What the form has checked already, and a key that belongs to this question alone.
  'amount-zero': 'people-changed',
  'reason-missing': 'people-changed',
  'key-taken': 'people-changed',
} as const;

type Wallet = NonNullable<CustomerCard['wallet']>;

/** Who may move money sees it. */
async function walletOf(visit: PanelVisit, telegramId: bigint): Promise<Wallet | null> {
  return (await factsOf(visit, telegramId))?.wallet ?? null;
}
