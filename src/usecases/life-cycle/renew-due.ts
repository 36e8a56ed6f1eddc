import { isEntitledAt } from '../../domain/entitlements.ts';
import { type Price, QUOTE_LIFETIME_MS, type Quote, quotePrice } from '../../domain/money/pricing.ts';
import { type PeriodDays, type Plan, parsePeriodDays, parsePlan } from '../../domain/plans.ts';
import { BEFORE_ALL_IDS } from '../../lib/ids.ts';
import type { JobPayloads } from '../../ports/jobs.ts';
import { addJob, addJobs } from '../../store/jobs.ts';
import {
  findRenewalFacts,
  isNoticeKnown,
  listRenewing,
  type RenewingEntitlement,
} from '../../store/life-cycle/renewals.ts';
import { findStandingDiscounts } from '../../store/money/discounts.ts';
import { findLiveInvoice } from '../../store/money/invoices.ts';
import { findLastPurchase } from '../../store/money/purchases.ts';
import { insertQuote } from '../../store/money/quotes.ts';
import { lockWallet, type Wallet } from '../../store/money/wallets.ts';
import type { Querier, Transaction } from '../../store/postgres/database.ts';
import { isFeatureOn } from '../features/is-feature-on.ts';
import { buyFromWallet } from '../purchases/pay-from-wallet.ts';
import type { RepeatOffer } from '../purchases/view-history.ts';
import type { Shop } from '../shop.ts';

/** Entitlements promised at once; each is renewed in a job of its own. */
const PAGE = 500;
/** For who has never bought a subscription. Source: product.md §5.3. */
const FALLBACK = { plan: 'basic', periodDays: 30 } as const;

/**
 * `money-short`: told once, and tried again by every later pass. `paying`: the customer is paying by hand at this
 * moment. `settled`: renewed, switched off or ended meanwhile. `off`: renewals or payments are switched off in the shop.
 */
export type RenewalOutcome = 'renewed' | 'money-short' | 'paying' | 'settled' | 'off';

/** Promises the renewal of whatever renews itself and ends within `windowMs`; how many. */
export async function promiseRenewals(shop: Shop, windowMs: number): Promise<number> {
  if (!(await mayRenew(shop, shop.db))) return 0;
  const now = shop.clock.now();
  const until = new Date(now.getTime() + windowMs);
  let promised = 0;
  let after = { endsAt: now, entitlementId: BEFORE_ALL_IDS };
  for (;;) {
    const page = await listRenewing(shop.db, { after, until, limit: PAGE });
    await addJobs(shop.db, 'renew', page.map(toJob));
    promised += page.length;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return promised;
    after = last;
  }
}

function toJob({ customerId, endsAt }: RenewingEntitlement): JobPayloads['renew'] {
  return { customerId, endsAtMs: endsAt.getTime() };
}

/**
 * Renews one entitlement from the wallet: the plan and period that were bought last, at today's price with standing
 * discounts. Safe to repeat and to race: the invoice's key names the end that it moves.
 */
export function renew(shop: Shop, { customerId, endsAtMs }: JobPayloads['renew']): Promise<RenewalOutcome> {
  return shop.db.transaction('renew', async (tx) => {
    if (!(await mayRenew(shop, tx))) return 'off';
    const wallet = await lockWallet(tx, customerId);
    const now = shop.clock.now();
    const facts = await findRenewalFacts(tx, customerId);
    const isStanding = facts?.renewsItself && facts.endsAt.getTime() === endsAtMs;
    if (!facts || !isStanding || !isEntitledAt(facts, now)) return 'settled';
    const live = await findLiveInvoice(tx, customerId, 'purchase');
    if (live && live.expiresAt > now) return 'paying';
    const quote = await quoteRenewal(shop, tx, { customerId, ...lastBought(facts) });
    const key = `${facts.entitlementId}:${endsAtMs}`;
    if (quote.priceKopecks > wallet.balanceKopecks) {
      const noticeKey = `renewal-short:${key}`;
      await tellOnce(tx, { noticeKey, customerId, id: `${facts.entitlementId}:${quote.plan}` });
      return 'money-short';
    }
    await charge(shop, tx, { quote, wallet, sourceKey: `renewal:${key}` });
    return 'renewed';
  });
}

/** What a renewal would give and cost now. */
export async function viewRenewal(shop: Shop, customerId: string): Promise<RepeatOffer> {
  const choice = lastBought(await findLastPurchase(shop.db, customerId));
  const price = await priceRenewal(shop.db, { customerId, ...choice }, shop.clock.now());
  return { ...choice, priceKopecks: price.priceKopecks };
}

/** A renewal is a payment: it needs both. */
async function mayRenew(shop: Shop, db: Querier): Promise<boolean> {
  return (await isFeatureOn(shop, 'auto-renewal', db)) && (await isFeatureOn(shop, 'payments', db));
}

function lastBought(facts: { plan: string | null; periodDays: number | null } | null) {
  const [plan, periodDays] = [parsePlan(facts?.plan), parsePeriodDays(facts?.periodDays)];
  return plan !== null && periodDays !== null ? { plan, periodDays } : FALLBACK;
}

type Choice = { customerId: string; plan: Plan; periodDays: PeriodDays };

/** A code is for a purchase by hand. */
async function priceRenewal(db: Querier, { customerId, plan, periodDays }: Choice, at: Date): Promise<Price> {
  const standing = await findStandingDiscounts(db, customerId, at);
  return quotePrice(plan, periodDays, { ...standing, promo: null });
}

async function quoteRenewal(shop: Shop, tx: Transaction, choice: Choice): Promise<Quote> {
  const createdAt = shop.clock.now();
  return {
    quoteId: shop.ids.rowId(),
    ...choice,
    ...(await priceRenewal(tx, choice, createdAt)),
    createdAt,
    expiresAt: new Date(createdAt.getTime() + QUOTE_LIFETIME_MS),
  };
}

async function charge(
  shop: Shop,
  tx: Transaction,
  purchase: { quote: Quote; wallet: Wallet; sourceKey: string },
): Promise<void> {
  const { customerId } = purchase.quote;
  await insertQuote(tx, purchase.quote);
  const { invoiceId } = await buyFromWallet(shop, tx, purchase);
  const noticeKey = `renewal:${invoiceId}`;
  await addJob(tx, 'send-notice', { noticeKey, customerId, about: 'renewal', id: invoiceId });
}

async function tellOnce(
  tx: Transaction,
  { noticeKey, customerId, id }: { noticeKey: string; customerId: string; id: string },
): Promise<void> {
  if (await isNoticeKnown(tx, noticeKey)) return;
  await addJob(tx, 'send-notice', { noticeKey, customerId, about: 'renewal-short', id });
}
