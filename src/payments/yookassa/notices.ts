import { createHash } from 'node:crypto';
import type { ProviderEvent, RawNotice, VerifiedEvent } from '../../ports/payment-provider.ts';
import { parseJson } from './call-api.ts';
import { noticeSchema } from './wire.ts';

/**
 * Takes a notice from an allowed address only. There is no signature, and headers that look like one
 * (`X-YooKassa-Signature`) are anybody's: they are not looked at. Even a genuine notice is a hint only.
 * Source: payments.md §3.
 */
export function verifyNotice(isAllowed: (address: string) => boolean, notice: RawNotice): VerifiedEvent {
  if (!isAllowed(notice.address)) return { ok: false, refusal: 'bad-address' };
  const json = parseJson(notice.rawBody);
  if (json === undefined) return { ok: false, refusal: 'bad-body' };
  return { ok: true, event: readNotice(json, notice.rawBody) };
}

/**
 * The hint in a notice; its state is the event's whole name, which says whether a payment or a refund is to be
 * asked for. Of an event that we do not know only the hash is kept: it moves no money, and refusing it would
 * have it sent again for a day.
 */
export function readNotice(json: unknown, rawBody: Uint8Array): ProviderEvent {
  const parsed = noticeSchema.safeParse(json);
  if (parsed.success) {
    const { event, object } = parsed.data;
    return { objectId: object.id, state: event, charge: null, refund: null, isHint: true };
  }
  const objectId = createHash('sha256').update(rawBody).digest('hex');
  return { objectId, state: 'unreadable', charge: null, refund: null, isHint: false };
}
