import { createHash } from 'node:crypto';
import type { Alarms } from '../state/alarms.ts';
import type { Journal } from '../state/journal.ts';
import { YooKassaRefusal } from './refusal.ts';

/** Source: payments.md §3. */
const MAX_KEY_LENGTH = 64;
const REMEMBERED_MS = 24 * 3_600_000;
/** As many as the payments that are kept; the oldest is forgotten first. */
const MAX_KEYS = 50_000;

type Remembered = { requestHash: string; answer: unknown; atMs: number };

/** What was answered under a key: the same request again gets the same answer and does nothing. */
export type Idempotence = {
  /**
   * Throws: YooKassaRefusal `invalid_request` for a key that is missing, too long, or of another request.
   * A refused request is not remembered.
   */
  once(key: string | string[] | undefined, request: string, act: () => unknown): unknown;
};

export function createIdempotence({ journal, alarms }: { journal: Journal; alarms: Alarms }): Idempotence {
  const remembered = new Map<string, Remembered>();
  for (const { key, value } of journal.load<Remembered>('yookassa-key')) remembered.set(key, value);
  const forget = (key: string): void => {
    remembered.delete(key);
    journal.remove('yookassa-key', key);
  };
  return {
    once(key, request, act) {
      if (typeof key !== 'string' || key.length < 1 || key.length > MAX_KEY_LENGTH) {
        throw new YooKassaRefusal(
          'invalid_request',
          'Idempotence-Key must have 1 to 64 characters',
          'Idempotence-Key',
        );
      }
      const requestHash = createHash('sha256').update(request).digest('hex');
      const known = remembered.get(key);
      if (known && known.atMs + REMEMBERED_MS > alarms.nowMs()) {
        if (known.requestHash === requestHash) return known.answer;
        throw new YooKassaRefusal('invalid_request', 'Idempotence key duplicated', 'Idempotence-Key');
      }
      // A copy: the object itself goes on changing.
      const answer = structuredClone(act());
      const entry = { requestHash, answer, atMs: alarms.nowMs() };
      remembered.set(key, entry);
      journal.put('yookassa-key', key, entry);
      for (const oldest of remembered.keys()) {
        if (remembered.size <= MAX_KEYS) break;
        forget(oldest);
      }
      return answer;
    },
  };
}
