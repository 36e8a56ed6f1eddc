import type { Kopecks } from './money.ts';

/** A ledger account. System accounts keep no balance row; a wallet's is the sum of its transfers. */
export type Account = `provider:${string}` | `wallet:${string}` | 'revenue' | 'suspense';

export const walletOf = (customerId: string): Account => `wallet:${customerId}`;
export const clearingOf = (provider: string): Account => `provider:${provider}`;

export type TransferKind = 'charge-received' | 'purchase';

/** What made a transfer necessary; its amount must equal the transfer's. */
export type TransferCause = { kind: 'charge'; chargeId: string } | { kind: 'invoice'; invoiceId: string };

/** The line's idempotency key, which its cause alone decides: a line under another key has lost its cause. */
export function transferKeyOf(cause: TransferCause): string {
  return cause.kind === 'charge' ? `charge:${cause.chargeId}` : `purchase:${cause.invoiceId}`;
}

/** One immutable line: `amountKopecks` > 0 moves from `debitAccount` to `creditAccount`. */
export type Transfer = {
  transferId: string;
  idempotencyKey: string;
  kind: TransferKind;
  debitAccount: Account;
  creditAccount: Account;
  amountKopecks: Kopecks;
  customerId: string | null;
  cause: TransferCause;
  recordedAt: Date;
};

/** The facts behind a transfer, as stored with its cause. */
export type CauseFacts =
  | { kind: 'charge'; provider: string; customerId: string | null; amountKopecks: Kopecks }
  | { kind: 'invoice'; customerId: string; amountKopecks: Kopecks; purpose: string; status: string };

type TransferLine = Pick<
  Transfer,
  'kind' | 'debitAccount' | 'creditAccount' | 'amountKopecks' | 'customerId'
>;

/** The only line that a cause allows: the ledger is proved by recomputing it. Null: the cause allows none. */
export function lineOfCause(facts: CauseFacts): TransferLine | null {
  switch (facts.kind) {
    case 'charge':
      if (facts.amountKopecks === 0n) return null;
      return {
        kind: 'charge-received',
        debitAccount: clearingOf(facts.provider),
        creditAccount: facts.customerId === null ? 'suspense' : walletOf(facts.customerId),
        amountKopecks: facts.amountKopecks,
        customerId: facts.customerId,
      };
    case 'invoice':
      if (facts.purpose !== 'purchase' || facts.status !== 'paid') return null;
      return {
        kind: 'purchase',
        debitAccount: walletOf(facts.customerId),
        creditAccount: 'revenue',
        amountKopecks: facts.amountKopecks,
        customerId: facts.customerId,
      };
  }
}

/** Names the first field in which a stored line differs from the one its cause allows; null when it is right. */
export function findLineFault(stored: TransferLine, facts: CauseFacts): string | null {
  const expected = lineOfCause(facts);
  if (!expected) return `its ${facts.kind} allows no transfer`;
  if (stored.kind !== expected.kind) return `kind is ${stored.kind}, its ${facts.kind} asks ${expected.kind}`;
  if (stored.amountKopecks !== expected.amountKopecks) {
    return `amount is ${stored.amountKopecks}, its ${facts.kind} is ${expected.amountKopecks} kopecks`;
  }
  for (const side of ['debitAccount', 'creditAccount', 'customerId'] as const) {
    if (stored[side] !== expected[side]) return `${side} is ${stored[side]}, not ${expected[side]}`;
  }
  return null;
}
