import { type Kopecks, kopecks, parseDecimalKopecks, shareOf, toDecimalText } from './money.ts';

/** Money that a provider says it has given back, after verification. */
export type VerifiedRefund = {
  provider: string;
  providerChargeId: string;
  /** The provider's name for it; together with `provider` its identity. */
  providerRefundId: string;
  /** Exact decimal text in `providerCurrency`. */
  providerAmount: string;
  providerCurrency: string;
  /**
   * True: unless it was asked for here, the payer's side took it back. Telegram tells of both in the same words,
   * and of our own refund perhaps before it answers us.
   */
  isChargeback: boolean;
  refundedAt: Date;
};

/** `refund`: decided here. `chargeback`: the payer's side took the money back. */
export type RefundKind = 'refund' | 'chargeback';

/** A charge, and what of it has been given back before. `purchase`: what it bought. */
export type RefundableCharge = {
  amountKopecks: Kopecks;
  refundedKopecks: Kopecks;
  purchase: { priceKopecks: Kopecks; durationMs: number } | null;
};

/** What giving `amountKopecks` back takes from the customer. `endsAt` null: access stays as it is. */
export type RefundTerms = {
  walletKopecks: Kopecks;
  receivableKopecks: Kopecks;
  revokedMs: number;
  endsAt: Date | null;
};

/**
 * Decides what is returned, revoked and owed:
 * - money that went into the wallet is taken back from it: min(balance, due), the rest is receivable;
 * - money that bought a term takes back the same share of it, never before now;
 * - time that has been used is a gift when we decided the refund; after a chargeback its price is due.
 * The purchase's part of a charge is given back before its excess. `amountKopecks` > 0 and at most what is
 * left of the charge.
 */
export function decideRefund(
  charge: RefundableCharge,
  refund: { kind: RefundKind; amountKopecks: Kopecks },
  customer: { balanceKopecks: Kopecks; endsAt: Date | null; now: Date },
): RefundTerms {
  const bought = decideRevocation(charge, refund.amountKopecks, customer);
  const usedKopecks = refund.kind === 'chargeback' ? bought.usedKopecks : 0n;
  const dueKopecks = refund.amountKopecks - bought.partKopecks + usedKopecks;
  const walletKopecks = dueKopecks < customer.balanceKopecks ? dueKopecks : customer.balanceKopecks;
  return {
    walletKopecks: kopecks(walletKopecks),
    receivableKopecks: kopecks(dueKopecks - walletKopecks),
    revokedMs: bought.revokedMs,
    endsAt: bought.endsAt,
  };
}

/** The share of a bought term that `amountKopecks` takes back, and the price of what was used of it. */
function decideRevocation(
  charge: RefundableCharge,
  amountKopecks: Kopecks,
  customer: { endsAt: Date | null; now: Date },
): { partKopecks: bigint; usedKopecks: bigint; revokedMs: number; endsAt: Date | null } {
  if (!charge.purchase) return { partKopecks: 0n, usedKopecks: 0n, revokedMs: 0, endsAt: null };
  const { priceKopecks, durationMs } = charge.purchase;
  const before = smaller(charge.refundedKopecks, priceKopecks);
  const after = smaller(charge.refundedKopecks + amountKopecks, priceKopecks);
  const partKopecks = after - before;
  // Cumulative, so that parts that add up to the price take exactly the whole term.
  const shareMs = (part: bigint) => Number((BigInt(durationMs) * part) / priceKopecks);
  const dueMs = shareMs(after) - shareMs(before);
  const leftMs = Math.max(0, (customer.endsAt?.getTime() ?? 0) - customer.now.getTime());
  const revokedMs = Math.min(dueMs, leftMs);
  const usedKopecks = dueMs === 0 ? 0n : (partKopecks * BigInt(dueMs - revokedMs)) / BigInt(dueMs);
  const endsAt = revokedMs > 0 && customer.endsAt ? new Date(customer.endsAt.getTime() - revokedMs) : null;
  return { partKopecks, usedKopecks, revokedMs, endsAt };
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

/**
 * How much of a commission goes back when `refundedKopecks` of its charge have been given back in all, and
 * `reversedKopecks` of it were taken back before.
 */
export function decideReversal(
  commission: { amountKopecks: Kopecks; chargeKopecks: Kopecks; reversedKopecks: Kopecks },
  refundedKopecks: Kopecks,
): Kopecks {
  const { amountKopecks, chargeKopecks, reversedKopecks } = commission;
  return kopecks((amountKopecks * refundedKopecks) / chargeKopecks - reversedKopecks);
}

/** What can be asked back of a charge: its amount, and what was given back or is being asked for already. */
export type RequestableCharge = {
  amountKopecks: Kopecks;
  /** Every refund of it but the declined ones. */
  claimedKopecks: Kopecks;
  refunds: number;
  providerAmount: string;
  providerCurrency: string;
  isSuspended: boolean;
};

export type RefundWish = { amountKopecks: Kopecks | null; reason: string; canBeRefunded: boolean };

export type RefundRefusal =
  | 'provider-cannot-refund'
  | 'already-refunded'
  | 'more-than-charged'
  | 'partial-not-possible'
  | 'reason-missing';

/**
 * Decides whether a refund may be asked for, and of how much; `amountKopecks` null asks for all that is left.
 * Only roubles can be parted: Stars are given back whole, and the part of a coin has no exact value here; nor
 * is money in suspense parted, for nobody knows yet whose it is.
 * Refuses, in this order: `provider-cannot-refund`, `already-refunded`, `more-than-charged`,
 * `partial-not-possible`, `reason-missing`.
 */
export function decideRefundRequest(
  charge: RequestableCharge,
  wish: RefundWish,
): { ok: true; amountKopecks: Kopecks; providerAmount: string } | { ok: false; refusal: RefundRefusal } {
  const leftKopecks = charge.amountKopecks - charge.claimedKopecks;
  const amountKopecks = wish.amountKopecks ?? kopecks(leftKopecks);
  const isWhole = charge.refunds === 0 && amountKopecks === charge.amountKopecks;
  if (!wish.canBeRefunded) return { ok: false, refusal: 'provider-cannot-refund' };
  if (leftKopecks === 0n && charge.refunds > 0) return { ok: false, refusal: 'already-refunded' };
  if (amountKopecks > leftKopecks) return { ok: false, refusal: 'more-than-charged' };
  const canBeParted = charge.providerCurrency === 'RUB' && !charge.isSuspended;
  if (!isWhole && !canBeParted) return { ok: false, refusal: 'partial-not-possible' };
  if (wish.reason.trim() === '') return { ok: false, refusal: 'reason-missing' };
  const providerAmount = isWhole ? charge.providerAmount : toDecimalText(amountKopecks);
  return { ok: true, amountKopecks, providerAmount };
}

/**
 * What a provider's refund takes of our charge, in kopecks: itself, or its share of the charge. Null when it is
 * in another currency than the charge, or no amount at all.
 */
export function refundedKopecksOf(
  charge: { amountKopecks: Kopecks; providerAmount: string; providerCurrency: string },
  refund: { providerAmount: string; providerCurrency: string },
): Kopecks | null {
  if (refund.providerCurrency !== charge.providerCurrency) return null;
  if (charge.providerCurrency === 'RUB') return parseDecimalKopecks(refund.providerAmount);
  return shareOf(charge.amountKopecks, refund.providerAmount, charge.providerAmount);
}
