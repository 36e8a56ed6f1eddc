import { stringify } from 'csv-stringify/sync';

export type CsvCell = string | bigint | boolean | Date | null;

/**
 * Excel in Russian, German and other languages parts cells at semicolons, LibreOffice at tabs as well: what follows one
 * there, or a line break, begins a cell, and quotes from further left do not hold it back.
 */
const BEFORE_FORMULA = /(?<=[;\n]|.[\t\r])(?=[ "]*[=+\-@＝＋－＠])/gs;

/**
 * Lines of a CSV file in UTF-8. Texts that a spreadsheet would take for a formula get an apostrophe before them, however
 * it parts the cells; quotes, commas and line breaks are quoted. Times are ISO 8601 in UTC.
 */
export function toCsv(records: CsvCell[][]): string {
  return stringify(records, {
    escape_formulas: true,
    cast: { date: toIso, boolean: String, string: (text) => text.replace(BEFORE_FORMULA, "'") },
  });
}

/** What Excel knows UTF-8 by, and the names of the columns. */
export function toCsvHead(columns: string[]): string {
  return `\ufeff${toCsv([columns])}`;
}

function toIso(moment: Date): string {
  return moment.toISOString();
}
