import { randomInt } from 'node:crypto';

const A = 'A'.charCodeAt(0);

/** A word of `length` random capital letters. */
export function randomCapitals(length: number): string {
  return Array.from({ length }, () => String.fromCharCode(A + randomInt(26))).join('');
}
