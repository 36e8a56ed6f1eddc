import { isFault } from '../../lib/fault.ts';
import type { Notice, Notifier } from '../../ports/notifier.ts';
import { findChargeNotice } from '../../store/charges.ts';
import { findCustomer, markCustomerUnreachable } from '../../store/customers.ts';
import { claimNotice, dropNotice, recordNoticeOutcome } from '../../store/notices.ts';
import type { Shop } from '../shop.ts';

/**
 * Tells a customer about a charge, at most once: the message is marked before it is sent, and an unknown
 * outcome is recorded, not repeated.
 * Throws: Fault `telegram-limited` (nothing was sent, try later).
 */
export async function sendChargeNotice(
  shop: Shop,
  notifier: Notifier,
  request: { noticeKey: string; customerId: string; chargeId: string },
): Promise<void> {
  const { noticeKey, customerId } = request;
  const customer = await findCustomer(shop.db, customerId);
  const notice = await composeNotice(shop, request.chargeId);
  if (!customer || !notice) return;
  const now = shop.clock.now();
  if (!(await claimNotice(shop.db, { noticeKey, customerId, kind: notice.kind, now }))) return;
  try {
    const delivery = await notifier.notify(customer, notice);
    await recordNoticeOutcome(shop.db, noticeKey, delivery);
    if (delivery === 'undeliverable') await markCustomerUnreachable(shop.db, customerId);
  } catch (error) {
    if (!isFault(error, 'telegram-limited')) {
      await recordNoticeOutcome(shop.db, noticeKey, 'unknown');
      return;
    }
    await dropNotice(shop.db, noticeKey);
    throw error;
  }
}

async function composeNotice(shop: Shop, chargeId: string): Promise<Notice | null> {
  const facts = await findChargeNotice(shop.db, chargeId);
  if (!facts) return null;
  const { amountKopecks, balanceKopecks, endsAt } = facts;
  if (facts.disposition === 'buy') {
    return { kind: 'payment-received', amountKopecks, endsAt, isRenewal: facts.grants > 1n };
  }
  return { kind: 'wallet-credited', amountKopecks, balanceKopecks };
}
