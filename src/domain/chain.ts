/** What a link of the chain seals. */
export const SEALED_KINDS = ['transfer', 'audit'] as const;
export type SealedKind = (typeof SEALED_KINDS)[number];

/** A row as it is sealed: its columns by name, values as texts, null, or JSON. */
export type SealedRow = { kind: SealedKind; rowId: string; content: unknown };

/** The hash before the first link: 32 zero bytes, in hex. */
export const GENESIS = '0'.repeat(64);

/**
 * The text whose SHA-256 is a link's hash:
 *
 * `<hash of the link before, 64 hex digits>\n<sequence>\n<kind>\n<canonical JSON of the row>`
 *
 * Canonical JSON: no white space, the names of objects in the order of their UTF-16 code units. A row's columns
 * are as PostgreSQL's `to_jsonb` gives them in UTC, amounts of money as decimal texts. Anyone with a copy of the
 * rows can compute the chain again.
 */
export function linkText(previousHash: string, sequence: bigint, row: SealedRow): string {
  return `${previousHash}\n${sequence}\n${row.kind}\n${canonicalJson(row.content)}`;
}

export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

/** How a row is called where a person reads it. */
export function nameRow(kind: SealedKind, rowId: string): string {
  return kind === 'transfer' ? `transfer ${rowId}` : `audit entry ${rowId}`;
}

/** A point of the chain as an outside witness has kept it. */
export type ChainHead = { sequence: bigint; hash: string };

/** Reads `<sequence>:<64 hex digits>`; null for anything else. */
export function parseChainHead(text: string): ChainHead | null {
  const match = /^(\d{1,18}):([0-9a-f]{64})$/i.exec(text.trim());
  return match ? { sequence: BigInt(match[1] ?? '0'), hash: (match[2] ?? '').toLowerCase() } : null;
}
