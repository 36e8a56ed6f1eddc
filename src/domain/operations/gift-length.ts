/** Minutes, hours, days. */
export const GIFT_UNITS = ['m', 'h', 'd'] as const;
export type GiftUnit = (typeof GIFT_UNITS)[number];

/** How long an operator's gift of access lasts. */
export type GiftLength = { count: number; unit: GiftUnit };

const UNIT_MS: Record<GiftUnit, number> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Offered as buttons. Source: product.md §6. */
export const GIFT_PRESETS: readonly GiftLength[] = [
  { count: 10, unit: 'm' },
  { count: 1, unit: 'd' },
  { count: 7, unit: 'd' },
  { count: 14, unit: 'd' },
  { count: 365, unit: 'd' },
];

/** Ten years: longer than anybody means. */
const MAX_GIFT_MS = 3_650 * UNIT_MS.d;

export function giftMs({ count, unit }: GiftLength): number {
  return count * UNIT_MS[unit];
}

/** `10m`, `36h`, `365d`; null for anything else, and for what is too long. */
export function parseGiftLength(text: string): GiftLength | null {
  const [, digits, letter] = /^([1-9]\d{0,6})([mhd])$/.exec(text) ?? [];
  const unit = GIFT_UNITS.find((one) => one === letter);
  const length = unit && { count: Number(digits), unit };
  return length && giftMs(length) <= MAX_GIFT_MS ? length : null;
}

export function formatGiftLength({ count, unit }: GiftLength): string {
  return `${count}${unit}`;
}
