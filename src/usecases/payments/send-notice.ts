import { kopecks } from '../../domain/money/money.ts';
import { standingOf } from '../../domain/money/referrals.ts';
import { isFault } from '../../lib/fault.ts';
import type { JobPayloads, NoticeSubject } from '../../ports/jobs.ts';
import type { Notice, Notifier } from '../../ports/notifier.ts';
import { findCustomer, markCustomerUnreachable } from '../../store/customers.ts';
import { findRenewalNotice } from '../../store/life-cycle/renewals.ts';
import {
  findAdjustmentNotice,
  findChargeNotice,
  findCommissionNotice,
  findRefundNotice,
  findWithdrawalNotice,
} from '../../store/money/notice-facts.ts';
import { claimNotice, dropNotice, markUnfinishedNotice, recordNoticeOutcome } from '../../store/notices.ts';
import { findEntitlementTraffic } from '../../store/traffic/entitlement-traffic.ts';
import { composeGrant, composeNewKey, composeRevocation } from '../access/compose-access-notice.ts';
import { composeLifeNotice, composeRenewalShort } from '../life-cycle/compose-life-notice.ts';
import type { Shop } from '../shop.ts';

/**
 * Tells a customer about money or use, at most once: the message is marked before it is sent, and an unknown outcome,
 * a crash in between included, is recorded, not repeated.
 * Throws: Fault `telegram-limited` (nothing was sent, try later).
 */
export async function sendNotice(
  shop: Shop,
  notifier: Notifier,
  request: JobPayloads['send-notice'],
): Promise<void> {
  const { noticeKey, customerId } = request;
  const customer = await findCustomer(shop.db, customerId);
  if (!customer) return;
  await notifier.waitTurn(customer.telegramId);
  const notice = await COMPOSERS[request.about](shop, request.id);
  if (!notice) return;
  const now = shop.clock.now();
  if (!(await claimNotice(shop.db, { noticeKey, customerId, kind: kindOf(notice), now }))) {
    await markUnfinishedNotice(shop.db, noticeKey);
    return;
  }
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

/** As it is kept: of messages about an end there are several, each with a name. */
function kindOf(notice: Notice): string {
  return notice.kind === 'life' ? notice.message : notice.kind;
}

type Compose = (shop: Shop, id: string) => Promise<Notice | null>;

const COMPOSERS: Record<NoticeSubject, Compose> = {
  charge: composeCharge,
  referral: async () => ({ kind: 'referral-joined' }),
  'referral-trial': async () => ({ kind: 'referral-trial' }),
  life: composeLifeNotice,
  'renewal-short': composeRenewalShort,
  grant: composeGrant,
  revocation: composeRevocation,
  'new-key': composeNewKey,
  async renewal(shop, invoiceId) {
    const facts = await findRenewalNotice(shop.db, invoiceId);
    return facts && { kind: 'renewed', ...facts };
  },
  async commission(shop, id) {
    const facts = await findCommissionNotice(shop.db, id);
    if (!facts) return null;
    const { level, toNextLevel } = standingOf(facts.payingReferrals);
    const { amountKopecks, percent } = facts;
    return { kind: 'commission-paid', amountKopecks, percent, level, toNextLevel };
  },
  async withdrawal(shop, id) {
    const facts = await findWithdrawalNotice(shop.db, id);
    if (!facts || facts.status === 'pending') return null;
    const { amountKopecks } = facts;
    return facts.status === 'approved'
      ? { kind: 'withdrawal-approved', amountKopecks }
      : { kind: 'withdrawal-rejected', amountKopecks, reason: facts.reason ?? '' };
  },
  async refund(shop, id) {
    const facts = await findRefundNotice(shop.db, id);
    if (!facts) return null;
    const { endsAt, ...money } = facts;
    return { kind: 'refunded', ...money, access: describeAccess(endsAt, shop.clock.now()) };
  },
  async adjustment(shop, id) {
    const facts = await findAdjustmentNotice(shop.db, id);
    return facts && { kind: 'wallet-adjusted', ...facts };
  },
  async traffic(shop, entitlementId) {
    const traffic = await findEntitlementTraffic(shop.db, entitlementId);
    if (!traffic?.isSuspended || traffic.limitBytes === null) return null;
    return { kind: 'traffic-used-up', limitBytes: traffic.limitBytes, resetsAt: traffic.resetsAt };
  },
};

async function composeCharge(shop: Shop, chargeId: string): Promise<Notice | null> {
  const facts = await findChargeNotice(shop.db, chargeId);
  if (!facts) return null;
  const { amountKopecks, balanceKopecks, endsAt, reason } = facts;
  if (facts.disposition !== 'buy') return { kind: 'wallet-credited', amountKopecks, balanceKopecks, reason };
  const excessKopecks = kopecks(amountKopecks - facts.priceKopecks);
  const isRenewal = facts.grants > 1n;
  const isLate = reason === 'paid-late';
  return { kind: 'payment-received', amountKopecks, endsAt, isRenewal, isLate, excessKopecks };
}

/** `endsAt`: where a refund has put the end; null when it left it alone. */
function describeAccess(endsAt: Date | null, now: Date): Extract<Notice, { kind: 'refunded' }>['access'] {
  if (endsAt === null) return { change: 'kept' };
  return endsAt > now ? { change: 'shortened', endsAt } : { change: 'over' };
}
