/** One value in the data of a button. `parse` gives null for whatever `format` would not have written. */
export type Field<Value> = { parse(text: string): Value | null; format(value: Value): string };
export type Fields = Readonly<Record<string, Field<unknown>>>;

/** What a screen's buttons may carry, by where they lead. The order of the fields is that of the data. */
export type ButtonTable = Readonly<Record<string, { fields: Fields }>>;

type ValuesOf<F extends Fields> = { [Name in keyof F]: F[Name] extends Field<infer Value> ? Value : never };

/** One button's action: where it leads, and its values. */
export type ActionOf<Table extends ButtonTable, To extends keyof Table & string> = { to: To } & ValuesOf<
  Table[To]['fields']
>;

/** Any action of a table. */
export type ActionIn<Table extends ButtonTable> = {
  [To in keyof Table & string]: ActionOf<Table, To>;
}[keyof Table & string];

/** Where the buttons lead that carry nothing else. */
export type PlainIn<Table extends ButtonTable> = {
  [To in keyof Table & string]: keyof Table[To]['fields'] extends never ? To : never;
}[keyof Table & string];

/** `where:value:value`. */
export function formatFields(to: string, fields: Fields, values: Record<string, unknown>): string {
  return [to, ...Object.entries(fields).map(([name, field]) => field.format(values[name]))].join(':');
}

/** Null when there are not exactly these fields, or one of them cannot be read. */
export function parseFields(fields: Fields, texts: string[]): Record<string, unknown> | null {
  const entries = Object.entries(fields);
  if (entries.length !== texts.length) return null;
  const values: Record<string, unknown> = {};
  for (const [index, [name, field]] of entries.entries()) {
    const value = field.parse(texts[index] ?? '');
    if (value === null) return null;
    values[name] = value;
  }
  return values;
}
