/** What can be exported as a table. Source: decisions.md §1. */
export const EXPORTS = ['customers', 'subscriptions', 'charges', 'transfers', 'audit'] as const;
export type Export = (typeof EXPORTS)[number];

/** Null for anything else. */
export function parseExport(text: string): Export | null {
  return EXPORTS.find((one) => one === text) ?? null;
}
