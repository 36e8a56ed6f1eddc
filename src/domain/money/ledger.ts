import { type Kopecks, kopecks } from './money.ts';

/**
 * A ledger account. System accounts keep no balance row; a customer's wallet, held and receivable are the sums
 * of their transfers. `receivable` is what the customer owes; it grows when it is debited.
 */
export type Account =
  | `provider:${string}`
  | `wallet:${string}`
  | `held:${string}`
  | `receivable:${string}`
  | 'revenue'
  | 'commissions-expense'
  | 'commissions-payable'
  | 'adjustments'
  | 'payouts'
  | 'refunds'
  | 'suspense';

export const walletOf = (customerId: string): Account => `wallet:${customerId}`;
const heldOf = (customerId: string): Account => `held:${customerId}`;
const receivableOf = (customerId: string): Account => `receivable:${customerId}`;
const clearingOf = (provider: string): Account => `provider:${provider}`;

export const TRANSFER_KINDS = [
  'charge-received',
  'purchase',
  'commission-owed',
  'commission-paid',
  'commission-clawed',
  'commission-receivable',
  'commission-reversed',
  'refund-paid',
  'refund-clawed',
  'refund-receivable',
  'withdrawal-held',
  'withdrawal-paid',
  'withdrawal-returned',
  'adjustment',
  'receivable-collected',
] as const;
export type TransferKind = (typeof TRANSFER_KINDS)[number];

export const CAUSE_KINDS = [
  'charge',
  'invoice',
  'refund',
  'commission',
  'reversal',
  'withdrawal',
  'adjustment',
  'collection',
] as const;
export type CauseKind = (typeof CAUSE_KINDS)[number];

/** What made a transfer necessary: the row that its foreign key names. */
export type TransferCause = { kind: CauseKind; causeId: string };

/** The line's idempotency key, which its kind and cause alone decide: under another key it has lost its cause. */
export function transferKeyOf(kind: TransferKind, causeId: string): string {
  return kind === 'charge-received' ? `charge:${causeId}` : `${kind}:${causeId}`;
}

/** One immutable line: `amountKopecks` > 0 moves from `debitAccount` to `creditAccount`. */
export type Transfer = TransferLine & {
  transferId: string;
  idempotencyKey: string;
  cause: TransferCause;
  recordedAt: Date;
};

/** What of a line its cause decides. */
export type TransferLine = {
  kind: TransferKind;
  debitAccount: Account;
  creditAccount: Account;
  amountKopecks: Kopecks;
  customerId: string | null;
};

/** A part of a refund or reversal that was taken from the wallet, and the part that is owed instead. */
type ClawedBack = { walletKopecks: Kopecks; receivableKopecks: Kopecks };

/** The facts behind transfers, as stored with their cause. */
export type CauseFacts =
  | { kind: 'charge'; provider: string; customerId: string | null; amountKopecks: Kopecks }
  | { kind: 'invoice'; customerId: string; amountKopecks: Kopecks; purpose: string; status: string }
  | ({
      kind: 'refund';
      provider: string;
      customerId: string | null;
      amountKopecks: Kopecks;
      status: string;
    } & ClawedBack)
  | { kind: 'commission'; customerId: string; amountKopecks: Kopecks; status: string }
  | ({ kind: 'reversal'; customerId: string; amountKopecks: Kopecks } & ClawedBack)
  | { kind: 'withdrawal'; customerId: string; amountKopecks: Kopecks; status: string }
  | {
      kind: 'adjustment';
      customerId: string;
      /** Below zero: taken from the wallet. */
      amountKopecks: Kopecks;
      counterAccount: 'adjustments' | 'suspense';
    }
  | { kind: 'collection'; customerId: string; amountKopecks: Kopecks };

/**
 * All lines that a cause in this state must have, and no others: use cases write what this says, and the ledger
 * is proved by saying it again. `customerId` of a commission or reversal is the referrer's.
 */
export function linesOfCause(facts: CauseFacts): TransferLine[] {
  return draftLines(facts)
    .filter((draft) => draft.amountKopecks > 0n)
    .map((draft) => ({ ...draft, customerId: facts.customerId }));
}

type Draft = Omit<TransferLine, 'customerId'>;

function line(kind: TransferKind, debitAccount: Account, creditAccount: Account, amount: Kopecks): Draft {
  return { kind, debitAccount, creditAccount, amountKopecks: amount };
}

function draftLines(facts: CauseFacts): Draft[] {
  const { amountKopecks: amount } = facts;
  switch (facts.kind) {
    case 'charge': {
      const credit = facts.customerId === null ? 'suspense' : walletOf(facts.customerId);
      return [line('charge-received', clearingOf(facts.provider), credit, amount)];
    }
    case 'invoice':
      if (facts.purpose !== 'purchase' || facts.status !== 'paid') return [];
      return [line('purchase', walletOf(facts.customerId), 'revenue', amount)];
    case 'refund':
      return refundLines(facts);
    case 'commission':
      return commissionLines(facts);
    case 'reversal':
      return [
        ...clawBackLines(facts, {
          wallet: 'commission-clawed',
          receivable: 'commission-receivable',
          to: 'commissions-payable',
        }),
        line('commission-reversed', 'commissions-payable', 'commissions-expense', amount),
      ];
    case 'withdrawal':
      return withdrawalLines(facts);
    case 'adjustment': {
      const wallet = walletOf(facts.customerId);
      return amount > 0n
        ? [line('adjustment', facts.counterAccount, wallet, amount)]
        : [line('adjustment', wallet, facts.counterAccount, kopecks(-amount))];
    }
    case 'collection':
      return [
        line('receivable-collected', walletOf(facts.customerId), receivableOf(facts.customerId), amount),
      ];
  }
}

/** Suspended money is nobody's: giving it back takes it out of suspense and touches no customer. */
function refundLines(facts: Extract<CauseFacts, { kind: 'refund' }>): Draft[] {
  if (facts.status !== 'done') return [];
  const source = facts.customerId === null ? 'suspense' : 'refunds';
  const paid = line('refund-paid', source, clearingOf(facts.provider), facts.amountKopecks);
  const clawed =
    facts.customerId === null
      ? []
      : clawBackLines(
          { ...facts, customerId: facts.customerId },
          {
            wallet: 'refund-clawed',
            receivable: 'refund-receivable',
            to: 'refunds',
          },
        );
  return [paid, ...clawed];
}

function clawBackLines(
  facts: { customerId: string } & ClawedBack,
  names: { wallet: TransferKind; receivable: TransferKind; to: Account },
): Draft[] {
  return [
    line(names.wallet, walletOf(facts.customerId), names.to, facts.walletKopecks),
    line(names.receivable, receivableOf(facts.customerId), names.to, facts.receivableKopecks),
  ];
}

function commissionLines(facts: Extract<CauseFacts, { kind: 'commission' }>): Draft[] {
  const owed = line('commission-owed', 'commissions-expense', 'commissions-payable', facts.amountKopecks);
  if (facts.status !== 'paid') return [owed];
  const wallet = walletOf(facts.customerId);
  return [owed, line('commission-paid', 'commissions-payable', wallet, facts.amountKopecks)];
}

function withdrawalLines(facts: Extract<CauseFacts, { kind: 'withdrawal' }>): Draft[] {
  const [wallet, held] = [walletOf(facts.customerId), heldOf(facts.customerId)];
  const hold = line('withdrawal-held', wallet, held, facts.amountKopecks);
  switch (facts.status) {
    case 'approved':
      return [hold, line('withdrawal-paid', held, 'payouts', facts.amountKopecks)];
    case 'rejected':
      return [hold, line('withdrawal-returned', held, wallet, facts.amountKopecks)];
    default:
      return [hold];
  }
}

/** Names the first field in which a stored line differs from the one its cause asks; null when it is right. */
export function findLineFault(
  stored: TransferLine & { idempotencyKey: string },
  cause: { causeId: string; facts: CauseFacts },
): string | null {
  const { causeId, facts } = cause;
  const expected = linesOfCause(facts).find((one) => one.kind === stored.kind);
  if (!expected) return `kind is ${stored.kind}, which its ${facts.kind} does not allow`;
  if (stored.amountKopecks !== expected.amountKopecks) {
    return `amount is ${stored.amountKopecks}, its ${facts.kind} asks ${expected.amountKopecks} kopecks`;
  }
  for (const side of ['debitAccount', 'creditAccount', 'customerId'] as const) {
    if (stored[side] !== expected[side]) return `${side} is ${stored[side]}, not ${expected[side]}`;
  }
  const key = transferKeyOf(stored.kind, causeId);
  return stored.idempotencyKey === key ? null : `its key is ${stored.idempotencyKey}, its cause asks ${key}`;
}

/** The kinds of line that a cause asks for and does not have. */
export function findMissingLine(stored: { kind: TransferKind }[], facts: CauseFacts): TransferKind | null {
  const kinds = new Set(stored.map((one) => one.kind));
  return linesOfCause(facts).find((expected) => !kinds.has(expected.kind))?.kind ?? null;
}

/** How lines change what a customer has, owes and has reserved. */
export function sumForCustomer(
  lines: Pick<TransferLine, 'debitAccount' | 'creditAccount' | 'amountKopecks'>[],
  customerId: string,
): { balanceKopecks: Kopecks; heldKopecks: Kopecks; receivableKopecks: Kopecks } {
  const creditsOf = (account: Account) =>
    lines.reduce((sum, one) => {
      if (one.creditAccount === account) return sum + one.amountKopecks;
      return one.debitAccount === account ? sum - one.amountKopecks : sum;
    }, 0n);
  return {
    balanceKopecks: kopecks(creditsOf(walletOf(customerId))),
    heldKopecks: kopecks(creditsOf(heldOf(customerId))),
    receivableKopecks: kopecks(-creditsOf(receivableOf(customerId))),
  };
}
