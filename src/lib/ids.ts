import { randomBytes, randomUUID } from 'node:crypto';

/** Makes identifiers; a port so that simulations are repeatable. */
export type Ids = {
  /** Time-ordered UUID (v7): keys of rows, good for B-trees. */
  rowId(): string;
  /** Random UUID (v4): what outsiders see, such as a credential. */
  secretId(): string;
};

export const randomIds: Ids = { rowId: createRowIds(), secretId: randomUUID };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** True for what can be the id of a row; anything else must not reach the database, which refuses it. */
export function isRowId(text: string): boolean {
  return UUID.test(text);
}

/** Comes before the id of every row: where a walk by ids begins. */
export const BEFORE_ALL_IDS = '00000000-0000-0000-0000-000000000000';

/** What rand_a counts up to; past it the millisecond is borrowed from the future. */
const MAX_COUNT = 0xfff;

/**
 * UUIDs that only ever grow within this process, also in one millisecond and when the clock is put back: lines of
 * one transaction keep the order in which they were made.
 * Source: RFC 9562 §5.7 and §6.2 method 1: 48 bits of unix milliseconds, version, a counter of 12, 62 random bits.
 */
function createRowIds(): () => string {
  let ms = 0;
  let count = 0;
  return () => {
    const now = Date.now();
    if (now > ms) [ms, count] = [now, 0];
    else if (count < MAX_COUNT) count += 1;
    else [ms, count] = [ms + 1, 0];
    return format(ms, count);
  };
}

function format(ms: number, count: number): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(ms, 0, 6);
  bytes.writeUInt16BE(0x7000 | count, 6);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
