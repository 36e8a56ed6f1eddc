import { isRowId } from '../../lib/ids.ts';
import type { Field } from './button-table.ts';

export const rowId: Field<string> = { parse: (text) => (isRowId(text) ? text : null), format: (id) => id };

/** Counts from 0. */
export const pageNumber: Field<number> = numberUpTo(/^(0|[1-9]\d{0,3})$/);

export const roubles: Field<number> = numberUpTo(/^[1-9]\d{0,6}$/);

export const telegramId: Field<bigint> = {
  parse: (text) => (/^[1-9]\d{0,15}$/.test(text) ? BigInt(text) : null),
  format: String,
};

export const onOrOff: Field<boolean> = {
  parse: (text) => (text === 'on' || text === 'off' ? text === 'on' : null),
  format: (isOn) => (isOn ? 'on' : 'off'),
};

/** In milliseconds; what it was when the button was shown, so that nothing is done to what has changed since. */
export const moment: Field<Date> = {
  parse: (text) => (/^(0|[1-9]\d{0,13})$/.test(text) ? new Date(Number(text)) : null),
  format: (at) => String(at.getTime()),
};

/** One of a list of words. */
export function oneOf<Word extends string>(words: readonly Word[]): Field<Word> {
  return { parse: (text) => words.find((word) => word === text) ?? null, format: (word) => word };
}

function numberUpTo(pattern: RegExp): Field<number> {
  return { parse: (text) => (pattern.test(text) ? Number(text) : null), format: String };
}
