import { mayTry, TRIAL_MS, TRIAL_PLAN } from '../../domain/life-cycle.ts';
import { insertAuditEntry } from '../../store/audit.ts';
import { findAccessOf, findEntitlementOf } from '../../store/entitlements.ts';
import { addJob } from '../../store/jobs.ts';
import { findReferrerOf, findTrialFacts, markTrialUsed } from '../../store/life-cycle/trials.ts';
import { commitMoney } from '../../store/money/commit-money.ts';
import { lockWallet } from '../../store/money/wallets.ts';
import { claimOperatorAct, isOperatorActDone } from '../../store/operations/operator-acts.ts';
import type { Transaction } from '../../store/postgres/database.ts';
import { planAccess } from '../access/plan-access.ts';
import type { Shop, Tap } from '../shop.ts';
import { holdChat } from '../updates/hold-chat.ts';

export type StartedTrial = { ok: true; endsAt: Date } | { ok: false; refusal: 'trial-not-for-you' };

/** Whether the customer is offered a trial. */
export async function isTrialOffered(shop: Shop, customerId: string): Promise<boolean> {
  return mayTry(await findTrialFacts(shop.db, customerId, shop.clock.now()));
}

/**
 * Three days for nothing, once, and the same tap again has the same result. That it was used and what it gives are one
 * transaction, which no node takes part in.
 * Refuses: `trial-not-for-you` (used before, something bought, or something running).
 */
export function startTrial(shop: Shop, tap: Tap, customerId: string): Promise<StartedTrial> {
  return shop.db.transaction('start-trial', async (tx) => {
    await holdChat(tx, tap);
    const { version } = await lockWallet(tx, customerId);
    const now = shop.clock.now();
    if (await isOperatorActDone(tx, tap.key)) return repeat(tx, customerId);
    if (!mayTry(await findTrialFacts(tx, customerId, now)))
      return { ok: false, refusal: 'trial-not-for-you' };
    await claimOperatorAct(tx, { key: tap.key, at: now });
    await markTrialUsed(tx, customerId, now);
    const access = planAccess(shop, await findEntitlementOf(tx, customerId), {
      customerId,
      plan: TRIAL_PLAN,
      durationMs: TRIAL_MS,
      reason: { source: 'trial' },
    });
    const { entitlementId, endsAt } = access.entitlement;
    const push = { name: 'push-access', payload: { entitlementId } } as const;
    await commitMoney(tx, { customerId, version, at: now, transfers: [], access, jobs: [push] });
    await insertAuditEntry(tx, {
      entryId: shop.ids.rowId(),
      actor: 'customer',
      action: 'trial-started',
      customerId,
      details: { endsAt: endsAt.toISOString() },
      recordedAt: now,
    });
    await tellReferrer(tx, customerId);
    return { ok: true, endsAt };
  });
}

async function repeat(tx: Transaction, customerId: string): Promise<StartedTrial> {
  const access = await findAccessOf(tx, customerId);
  return access ? { ok: true, endsAt: access.endsAt } : { ok: false, refusal: 'trial-not-for-you' };
}

async function tellReferrer(tx: Transaction, customerId: string): Promise<void> {
  const referrerId = await findReferrerOf(tx, customerId);
  if (referrerId === null) return;
  const noticeKey = `referral-trial:${customerId}`;
  await addJob(tx, 'send-notice', {
    noticeKey,
    customerId: referrerId,
    about: 'referral-trial',
    id: customerId,
  });
}
