import { dropUnseen } from '../customers/unseen.ts';
import { type Kopecks, kopecks, roubles } from './money.ts';

/** Source: product.md §1.7. */
export const MIN_WITHDRAWAL = roubles(500);
const MIN_DETAILS = 5;
/** Longer than any account, bank and name; short enough for one message to the admins. */
const MAX_DETAILS = 500;

const LINE_BREAKS = /\s*[\n\v\f\r\u0085\u2028\u2029]+\s*/g;

/**
 * Bank details on one line, so that nothing in them passes for another line of an operator's card, and without what
 * cannot be seen. Null when too short or too long.
 */
export function parseBankDetails(text: string): string | null {
  const details = dropUnseen(text).trim().replace(LINE_BREAKS, ', ');
  return details.length >= MIN_DETAILS && details.length <= MAX_DETAILS ? details : null;
}

/**
 * How long a commission waits before it can leave as money: a buyer who asks for a refund does so in the first
 * days. It can buy a subscription at once.
 */
export const HOLDING_PERIOD_DAYS = 14;

/** What of a balance may leave as money, when `heldKopecks` of commissions in it are still waiting. */
export function withdrawableOf(balance: Kopecks, heldKopecks: Kopecks): Kopecks {
  return kopecks(balance > heldKopecks ? balance - heldKopecks : 0n);
}

/** How many different admins must approve. */
export function approvalsNeeded(amount: Kopecks, secondApprovalFrom: Kopecks): 1 | 2 {
  return amount > secondApprovalFrom ? 2 : 1;
}
