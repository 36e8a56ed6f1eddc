import { type Kopecks, roubles } from './money.ts';

/** Amounts offered as buttons. Source: product.md §1.4. */
export const TOP_UP_PRESETS: readonly Kopecks[] = [roubles(250), roubles(750), roubles(999)];

const MIN_TOP_UP = roubles(100);
const MAX_TOP_UP = roubles(100_000);

/** True for a whole number of roubles that a wallet may be topped up by. */
export function isTopUpAmount(amount: Kopecks): boolean {
  return amount >= MIN_TOP_UP && amount <= MAX_TOP_UP && amount % 100n === 0n;
}

/**
 * Reads what a customer typed: whole roubles, blanks as thousand separators, an optional ₽ at the end.
 * Null for anything else, and outside the limits.
 */
export function parseTopUpAmount(text: string): Kopecks | null {
  const digits = text.replace(/[\s\u00a0\u202f]/g, '').replace(/(₽|р\.?|руб\.?|rub)$/i, '');
  if (!/^\d{1,7}$/.test(digits)) return null;
  const amount = roubles(Number(digits));
  return isTopUpAmount(amount) ? amount : null;
}
