import type { Locale } from './translate.ts';

/** 14900n → "149 ₽", 14950n → "149.50 ₽", with the language's separators. */
export function formatRoubles(amountKopecks: bigint, locale: Locale): string {
  const hasKopecks = amountKopecks % 100n !== 0n;
  const digits = hasKopecks ? 2 : 0;
  return `${numberFormat(locale, digits).format(Number(amountKopecks) / 100)} ₽`;
}

const numberFormats = new Map<string, Intl.NumberFormat>();

/** Kept, because making one costs as much as a whole screen. */
function numberFormat(locale: Locale, digits: number): Intl.NumberFormat {
  const key = `${locale}:${digits}`;
  const format =
    numberFormats.get(key) ??
    new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
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
