/** Offered as buttons. Source: product.md §6. */
export const DISCOUNT_PERCENTS = [10, 15, 25] as const;
/** Days; 0: for good. */
export const DISCOUNT_DAYS = [7, 30, 0] as const;
/** Ten years: longer than anybody means. */
const MAX_DAYS = 3_650;

/** What a personal discount may take off: 1 to 99. */
export function parsePercent(text: string): number | null {
  return /^[1-9]\d?$/.test(text) ? Number(text) : null;
}

/** How long it holds, in days; 0: for good. */
export function parseDiscountDays(text: string): number | null {
  return /^(0|[1-9]\d{0,3})$/.test(text) && Number(text) <= MAX_DAYS ? Number(text) : null;
}
