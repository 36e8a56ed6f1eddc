/** What operators type, read strictly; null for anything else. */

const UNIT_MS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
/** Ten years: longer is a slip of the hand. */
const MAX_DURATION_MS = 3_660 * UNIT_MS.d;

export function parseTelegramId(text: string): bigint | null {
  return /^[1-9]\d{0,17}$/.test(text) ? BigInt(text) : null;
}

/** `30m`, `12h` or `7d`. */
export function parseDuration(text: string): number | null {
  const match = /^([1-9]\d{0,6})([mhd])$/.exec(text);
  if (!match) return null;
  const durationMs = Number(match[1]) * UNIT_MS[match[2] as keyof typeof UNIT_MS];
  return durationMs <= MAX_DURATION_MS ? durationMs : null;
}

export function parseCount(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

export const TELEGRAM_ID = 'must be a positive whole number';
export const DURATION = 'must be a number of minutes, hours or days, such as 30m, 12h or 7d';
/** Who acts when a command is typed. */
export const CLI_ACTOR = 'operator:cli';
