import { randomBytes, randomUUID } from 'node:crypto';

/** Makes identifiers; a port so that simulations are repeatable. */
export type Ids = {
  /** Time-ordered UUID (v7): keys of rows, good for B-trees. */
  rowId(): string;
  /** Random UUID (v4): what outsiders see, such as a credential. */
  secretId(): string;
};

export const randomIds: Ids = { rowId: uuidV7, secretId: randomUUID };

/** Source: RFC 9562 §5.7: 48 bits of unix milliseconds, version, 74 random bits. */
function uuidV7(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
