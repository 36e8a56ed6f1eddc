import { z } from 'zod';
import { kopecks } from '../../domain/money/money.ts';

/** One named SQL statement and the parser of its rows. Prepared once per connection under its name. */
export type Statement<Row> = { name: string; text: string; parse: (row: unknown) => Row };

const registry = new Map<string, string>();

/** Declares a statement. Names are unique; a test prepares each one against the migrated schema. */
export function statement<Row>(name: string, row: z.ZodType<Row>, text: string): Statement<Row> {
  if (registry.has(name)) throw new Error(`two statements are named ${name}`);
  registry.set(name, text);
  return { name, text, parse: (value) => row.parse(value) };
}

/** Every statement declared by the modules loaded so far, by name. */
export function listStatements(): ReadonlyMap<string, string> {
  return registry;
}

/** Rows of a statement whose result nobody reads. */
export const noRow = z.unknown();
export const money = z.bigint().transform(kopecks);
export const moment = z.date();
