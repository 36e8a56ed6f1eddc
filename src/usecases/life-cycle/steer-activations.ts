import { nextActivationAt } from '../../domain/life-cycle.ts';
import { addJob } from '../../store/jobs.ts';
import {
  countUnconfirmed,
  listWaitingActivations,
  lockWaitingActivation,
  makeActivationsDue,
  saveActivationTries,
  type WaitingActivation,
} from '../../store/life-cycle/activations.ts';
import { claimOperatorAct } from '../../store/operations/operator-acts.ts';
import { recordAct } from '../audit/record-act.ts';
import { isFeatureOn } from '../features/is-feature-on.ts';
import type { Shop } from '../shop.ts';

export type WaitingPage = { items: WaitingActivation[]; page: number; pages: number; count: number };

const ON_PAGE = 8;

/** What was given and no node honours yet, the longest waiting first. A page beyond the end is the last. */
export async function viewWaiting(shop: Shop, page: number): Promise<WaitingPage> {
  const now = shop.clock.now();
  const { count } = await countUnconfirmed(shop.db, now);
  const pages = Math.max(1, Math.ceil(count / ON_PAGE));
  const shown = Math.min(page, pages - 1);
  const items = await listWaitingActivations(shop.db, { now, limit: ON_PAGE, offset: shown * ON_PAGE });
  return { items, page: shown, pages, count };
}

/** `key`: names the tap; the same again does nothing more. */
type Wish = { actor: string; key: string };

export type RetriedActivation = { ok: true } | { ok: false; refusal: 'provisioning-off' | 'not-waiting' };

/** Tries one again at once, whatever its pause. Refuses: `provisioning-off`, then `not-waiting`. */
export async function retryActivation(
  shop: Shop,
  wish: Wish & { entitlementId: string },
): Promise<RetriedActivation> {
  if (!(await isFeatureOn(shop, 'vpn-provisioning'))) return { ok: false, refusal: 'provisioning-off' };
  return shop.db.transaction('retry-activation', async (tx) => {
    const at = shop.clock.now();
    if (!(await claimOperatorAct(tx, { key: wish.key, at }))) return { ok: true };
    const waiting = await lockWaitingActivation(tx, wish.entitlementId, at);
    if (!waiting) return { ok: false, refusal: 'not-waiting' };
    const { entitlementId, customerId, attempts } = waiting;
    await saveActivationTries(tx, [{ entitlementId, nextAt: nextActivationAt(attempts + 1, at) }]);
    await addJob(tx, 'push-access', { entitlementId });
    const act = { actor: wish.actor, action: 'activation-retried', customerId, details: { entitlementId } };
    await recordAct(shop, tx, act);
    return { ok: true };
  });
}

export type RetriedActivations = { ok: true } | { ok: false; refusal: 'provisioning-off' };

/** Ends every pause and has what waits tried again. Refuses: `provisioning-off`. */
export async function retryEveryActivation(shop: Shop, wish: Wish): Promise<RetriedActivations> {
  if (!(await isFeatureOn(shop, 'vpn-provisioning'))) return { ok: false, refusal: 'provisioning-off' };
  return shop.db.transaction('retry-every-activation', async (tx) => {
    const at = shop.clock.now();
    if (!(await claimOperatorAct(tx, { key: wish.key, at }))) return { ok: true };
    const count = await makeActivationsDue(tx, at);
    await addJob(tx, 'retry-activations', { slot: at.toISOString() });
    await recordAct(shop, tx, { actor: wish.actor, action: 'activations-retried', details: { count } });
    return { ok: true };
  });
}
