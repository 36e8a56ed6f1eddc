import { LIFE_MESSAGES, type LifeMessage } from '../../domain/life-cycle.ts';
import { isRowId } from '../../lib/ids.ts';
import type { Notice } from '../../ports/notifier.ts';
import { findLifeFacts } from '../../store/life-cycle/messages.ts';
import { getWallet } from '../../store/money/wallets.ts';
import type { Shop } from '../shop.ts';

/** What a message is about: one end of one entitlement. Text, because it is also what makes it unique. */
export type LifeSubject = { message: LifeMessage; entitlementId: string; endsAt: Date };

export function subjectOf({ message, entitlementId, endsAt }: LifeSubject): string {
  return `life:${message}:${entitlementId}:${endsAt.getTime()}`;
}

/**
 * What is to be said about an end, with the time that is really left. Null when the end has moved since it was
 * planned: then there is something else to say, at another time.
 */
export async function composeLifeNotice(shop: Shop, subject: string): Promise<Notice | null> {
  const about = parseSubject(subject);
  const facts = about && (await findLifeFacts(shop.db, about.entitlementId));
  if (!facts || facts.endsAt.getTime() !== about.endsAt.getTime()) return null;
  const leftMs = Math.max(0, facts.endsAt.getTime() - shop.clock.now().getTime());
  return {
    kind: 'life',
    message: about.message,
    endsAt: facts.endsAt,
    leftMs,
    renewsItself: facts.renewsItself,
  };
}

/** Null for what `subjectOf` has not made. */
function parseSubject(text: string): LifeSubject | null {
  const [, name, entitlementId = '', endsAtMs = ''] = text.split(':');
  const message = LIFE_MESSAGES.find((one) => one === name);
  if (!message || !isRowId(entitlementId) || !/^\d{1,16}$/.test(endsAtMs)) return null;
  return { message, entitlementId, endsAt: new Date(Number(endsAtMs)) };
}

/** `entitlementId:plan`. Null when the money has come, or the end has, before it could be said. */
export async function composeRenewalShort(shop: Shop, subject: string): Promise<Notice | null> {
  const [entitlementId = '', plan = ''] = subject.split(':');
  const facts = isRowId(entitlementId) ? await findLifeFacts(shop.db, entitlementId) : null;
  if (!facts?.renewsItself || facts.endsAt <= shop.clock.now()) return null;
  const { balanceKopecks } = await getWallet(shop.db, facts.customerId);
  return { kind: 'renewal-short', plan, balanceKopecks, endsAt: facts.endsAt };
}
