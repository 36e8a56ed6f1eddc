declare const kopecksBrand: unique symbol;

/** An amount of roubles in integer kopecks (1 ₽ = 100). Never a float, never a text. */
export type Kopecks = bigint & { readonly [kopecksBrand]: true };

/** Marks a whole number of kopecks as money. */
export function kopecks(amount: bigint): Kopecks {
  return amount as Kopecks;
}

export function roubles(amount: number): Kopecks {
  if (!Number.isInteger(amount)) throw new Error('roubles() takes whole roubles');
  return kopecks(BigInt(amount) * 100n);
}

/** Exact decimal roubles with two digits, the form providers take: 14900n → "149.00". */
export function toDecimalText(amount: Kopecks): string {
  const sign = amount < 0n ? '-' : '';
  const digits = String(amount < 0n ? -amount : amount).padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/**
 * Reads decimal roubles as providers send them ("149", "149.0", "149.00"). Null for anything else, and for
 * more precision than a kopeck holds: an amount that cannot be exact is not an amount.
 */
export function parseDecimalKopecks(text: string): Kopecks | null {
  const match = /^(\d{1,15})(?:\.(\d{1,18}))?$/.exec(text);
  if (!match) return null;
  const fraction = (match[2] ?? '').padEnd(2, '0');
  if (/[1-9]/.test(fraction.slice(2))) return null;
  return kopecks(BigInt(match[1] ?? '0') * 100n + BigInt(fraction.slice(0, 2)));
}

/**
 * Reads what a person typed: roubles with up to two decimals after a point or comma, blanks as thousand
 * separators, an optional ₽ at the end. Null for anything else; the limits are checked by who knows them.
 */
export function parseTypedRoubles(text: string): Kopecks | null {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(/(₽|р\.?|руб\.?|rub)$/i, '');
  return /^\d{1,9}([.,]\d{1,2})?$/.test(plain) ? parseDecimalKopecks(plain.replace(',', '.')) : null;
}

/** A decimal text as a whole number of its smallest unit; null when it is no plain decimal of ≤ 18 places. */
function parseScaled(text: string): bigint | null {
  const match = /^(\d{1,30})(?:\.(\d{1,18}))?$/.exec(text);
  return match ? BigInt(`${match[1]}${(match[2] ?? '').padEnd(18, '0')}`) : null;
}

/**
 * Compares amounts of one currency exactly, whatever their trailing zeros: negative, zero or positive as `a`
 * is below, equal to or above `b`. Null when either is not an amount.
 */
export function compareDecimals(a: string, b: string): number | null {
  const [left, right] = [parseScaled(a), parseScaled(b)];
  if (left === null || right === null) return null;
  return left === right ? 0 : left < right ? -1 : 1;
}

/** `amount` × `part` / `whole`, rounded down to a kopeck; null when these are not amounts of a thing. */
export function shareOf(amount: Kopecks, part: string, whole: string): Kopecks | null {
  const [numerator, denominator] = [parseScaled(part), parseScaled(whole)];
  if (numerator === null || denominator === null || denominator === 0n) return null;
  return kopecks((amount * numerator) / denominator);
}

/** An amount as the whole number that JSON APIs take; far beyond any price it would no longer be exact. */
export function toSafeInteger(amount: bigint): number {
  const whole = Number(amount);
  if (!Number.isSafeInteger(whole)) throw new Error('an amount beyond what a number holds exactly');
  return whole;
}
