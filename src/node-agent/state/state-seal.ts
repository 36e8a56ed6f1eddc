import { createHmac, timingSafeEqual } from 'node:crypto';

/** Half of an HMAC-SHA256: nobody can try 2^128 marks. */
const MARK_BYTES = 16;
/** Characters of a mark, base64url. */
const MARK_LENGTH = 22;

/**
 * Signs what the agent keeps on its disk with the keys that the server knows it by: a state that somebody else
 * wrote, or that belongs to another node, is not taken for its own. The first key signs, all of them count, so
 * that a key can be changed without losing the state.
 */
export class StateSeal {
  readonly #keys: Buffer[];

  /** `apiKeys`: at least one. */
  constructor(apiKeys: readonly string[]) {
    this.#keys = apiKeys.map((key) => createHmac('sha256', key).update('atlas node state').digest());
  }

  /** One line with its mark in front. */
  sign(text: string): string {
    return `${markOf(this.#keys[0], text).toString('base64url')} ${text}`;
  }

  /** The text of a line without its newline; null when none of the keys has signed it. */
  open(line: string): string | null {
    const text = line.slice(MARK_LENGTH + 1);
    const mark = Buffer.from(line.slice(0, MARK_LENGTH), 'base64url');
    if (line[MARK_LENGTH] !== ' ' || mark.length !== MARK_BYTES) return null;
    return this.#keys.some((key) => timingSafeEqual(markOf(key, text), mark)) ? text : null;
  }
}

function markOf(key: Buffer | undefined, text: string): Buffer {
  if (!key) throw new Error('a seal needs a key');
  return createHmac('sha256', key).update(text).digest().subarray(0, MARK_BYTES);
}
