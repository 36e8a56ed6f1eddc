import type { RawNotice } from '../../src/ports/payment-provider.ts';
import type { Receiver } from '../sandbox/sandbox-client.ts';

/** Reads a receiver's notices one after the other; each call waits for the next. */
export function noticesOf(receiver: Receiver, address = '127.0.0.1'): () => Promise<RawNotice> {
  let seen = 0;
  return async () => {
    seen += 1;
    const notice = (await receiver.waitFor(seen))[seen - 1];
    if (!notice) throw new Error('no notice');
    return { headers: notice.headers, rawBody: notice.raw, address };
  };
}
