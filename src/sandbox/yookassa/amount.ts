import { z } from 'zod';

/** An amount as it travels: exactly two decimals. */
export type Amount = { value: string; currency: 'RUB' };

/** Only roubles: that is all our shop sells for. */
export const amountSchema = z.strictObject({
  value: z.string().regex(/^(0|[1-9]\d{0,8})\.\d{2}$/, 'must be a decimal with two places'),
  currency: z.literal('RUB'),
});

/** "149.00" → 14900n. */
export function toKopecks({ value }: Amount): bigint {
  return BigInt(value.replace('.', ''));
}

/** 14900n → "149.00". */
export function toAmount(kopecks: bigint): Amount {
  const digits = kopecks.toString().padStart(3, '0');
  return { value: `${digits.slice(0, -2)}.${digits.slice(-2)}`, currency: 'RUB' };
}
