import { intlTagsOf } from './languages.ts';
import type { Locale } from './translate.ts';

/** 14900n → "149 ₽", 14950n → "149.50 ₽", with the language's separators. */
export function formatRoubles(amountKopecks: bigint, locale: Locale): string {
  const hasKopecks = amountKopecks % 100n !== 0n;
  const digits = hasKopecks ? 2 : 0;
  return `${numberFormat(locale, digits).format(Number(amountKopecks) / 100)} ₽`;
}

/** 50000000000n → "50", 1500000000n → "1.50", with the language's separators; the unit is in the text. */
export function formatGigabytes(bytes: bigint, locale: Locale): string {
  const digits = bytes % 1_000_000_000n === 0n ? 0 : 2;
  return numberFormat(locale, digits).format(Number(bytes) / 1_000_000_000);
}

/** 2.345 → "2.3", with the language's separators. */
export function formatTenths(value: number, locale: Locale): string {
  return numberFormat(locale, 1).format(value);
}

const numberFormats = new Map<string, Intl.NumberFormat>();

/** Kept, because making one costs as much as a whole screen. */
function numberFormat(locale: Locale, digits: number): Intl.NumberFormat {
  const key = `${locale}:${digits}`;
  const format =
    numberFormats.get(key) ??
    new Intl.NumberFormat(intlTagsOf(locale), {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  numberFormats.set(key, format);
  return format;
}

/** A day as people of every language here read it: DD.MM.YYYY, UTC. */
export function formatDate(date: Date): string {
  const [year, month, day] = date.toISOString().slice(0, 10).split('-');
  return `${day}.${month}.${year}`;
}

/** DD.MM.YYYY HH:MM, UTC. */
export function formatDateTime(date: Date): string {
  return `${formatDate(date)} ${date.toISOString().slice(11, 16)}`;
}

const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;

/** "3 hours ago", "вчера"; null within the last hour. */
export function formatAgo(date: Date, now: Date, locale: Locale): string | null {
  const hours = Math.floor((now.getTime() - date.getTime()) / HOUR_MS);
  if (hours < 1) return null;
  const format = new Intl.RelativeTimeFormat(intlTagsOf(locale), { numeric: 'auto' });
  return hours < DAY_HOURS
    ? format.format(-hours, 'hour')
    : format.format(-Math.floor(hours / DAY_HOURS), 'day');
}
