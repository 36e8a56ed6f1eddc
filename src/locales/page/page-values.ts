import { formatDate } from '../format-values.ts';
import { intlTagsOf } from '../languages.ts';
import type { PageLocale } from './translate-page.ts';

/** As limits are set: a gigabyte is 1,000,000,000 bytes. */
const STEP = 1000;
const UNITS = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
/** From here on a digit after the point says nothing any more. */
const WHOLE_FROM = 100;

// Formats are kept, because making one costs as much as the rest of the page.
const dateFormats = new Map<string, Intl.DateTimeFormat>();
const countryNames = new Map<string, Intl.DisplayNames>();
const bytesFormats = new Map<string, Intl.NumberFormat>();

function bytesFormat(locale: PageLocale, rank: number, digits: number): Intl.NumberFormat {
  const key = `${locale}:${rank}:${digits}`;
  const unit = UNITS[rank] ?? UNITS[0];
  const format =
    bytesFormats.get(key) ??
    new Intl.NumberFormat(intlTagsOf(locale), { style: 'unit', unit, maximumFractionDigits: digits });
  bytesFormats.set(key, format);
  return format;
}

/** Whose months ICU has without the endings that a date needs. */
const DAYS_IN_DIGITS: ReadonlySet<string> = new Set(['tg']);

/** A day in words: 24 December 2026, UTC. */
export function formatDay(date: Date, locale: PageLocale): string {
  if (DAYS_IN_DIGITS.has(locale)) return formatDate(date);
  const format =
    dateFormats.get(locale) ??
    new Intl.DateTimeFormat(intlTagsOf(locale), { dateStyle: 'long', timeZone: 'UTC' });
  dateFormats.set(locale, format);
  return format.format(date);
}

/** An amount of traffic in the largest unit that fits: 12.3 GB. */
export function formatBytes(bytes: bigint, locale: PageLocale): string {
  let amount = Number(bytes) / STEP;
  let rank = bytes === 0n ? UNITS.indexOf('gigabyte') : 0;
  while (amount >= STEP && rank < UNITS.length - 1) {
    amount /= STEP;
    rank += 1;
  }
  return bytesFormat(locale, rank, amount < WHOLE_FROM ? 1 : 0).format(amount);
}

/** The country behind a code, in the reader's language; whatever is no code stays as it is. */
export function formatCountry(code: string, locale: PageLocale): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  const names = countryNames.get(locale) ?? new Intl.DisplayNames(intlTagsOf(locale), { type: 'region' });
  countryNames.set(locale, names);
  return names.of(code) ?? code;
}
