import { daysToMs } from '../../domain/entitlements.ts';
import { VIP_PERCENT } from '../../domain/money/pricing.ts';
import { findStandingDiscounts } from '../../store/money/discounts.ts';
import { claimOperatorAct } from '../../store/operations/operator-acts.ts';
import { holdCustomer } from '../customers/hold-customer.ts';
import type { Shop } from '../shop.ts';
import { writeDiscount } from './manage-discounts.ts';

/** `actKey`: of the tap; the same tap acts once. */
type OfCustomer = { actor: string; telegramId: bigint; actKey: string };

export type SwitchedVip = { ok: true } | { ok: false; refusal: 'customer-unknown' };

/** Gives VIP or takes it away; the same again changes nothing. Refuses: `customer-unknown`. */
export async function switchVip(shop: Shop, wish: OfCustomer & { isOn: boolean }): Promise<SwitchedVip> {
  const { actor, actKey, isOn } = wish;
  return shop.db.transaction('switch-vip', async (tx) => {
    const held = await holdCustomer(tx, wish);
    if (!held) return { ok: false, refusal: 'customer-unknown' };
    const { customerId } = held;
    const at = shop.clock.now();
    if (!(await claimOperatorAct(tx, { key: actKey, at }))) return { ok: true };
    const { isVip } = await findStandingDiscounts(tx, customerId, at);
    const percent = isOn ? VIP_PERCENT : null;
    if (isVip !== isOn) {
      await writeDiscount(shop, tx, { actor, customerId, kind: 'vip', percent, expiresAt: null, at });
    }
    return { ok: true };
  });
}

/** `days` 0: for good. */
export type NewDiscount = OfCustomer & { percent: number; days: number };

export type GivenDiscount = { ok: true } | { ok: false; refusal: 'customer-unknown' | 'discount-exists' };

/** A personal discount for who has none. Refuses, in this order: `customer-unknown`, `discount-exists`. */
export async function givePersonalDiscount(shop: Shop, wish: NewDiscount): Promise<GivenDiscount> {
  const { percent, days } = wish;
  return changePersonalDiscount(shop, wish, ({ personalPercent, at }) => {
    if (personalPercent !== null) return { ok: false, refusal: 'discount-exists' };
    const expiresAt = days === 0 ? null : new Date(at.getTime() + daysToMs(days));
    return { write: { percent, expiresAt } };
  });
}

export type EndedDiscount = { ok: true } | { ok: false; refusal: 'customer-unknown' | 'changed' };

/**
 * Ends the personal discount that was shown; one that is gone already is what was wished for.
 * Refuses, in this order: `customer-unknown`, `changed` (it is another one).
 */
export async function endPersonalDiscount(
  shop: Shop,
  wish: OfCustomer & { percent: number },
): Promise<EndedDiscount> {
  return changePersonalDiscount(shop, wish, ({ personalPercent }) => {
    if (personalPercent === null) return { ok: true };
    if (personalPercent !== wish.percent) return { ok: false, refusal: 'changed' };
    return { write: { percent: null, expiresAt: null } };
  });
}

type Standing = { personalPercent: number | null; at: Date };
type Outcome<Refusal> = { ok: true } | { ok: false; refusal: Refusal };
type Decision<Refusal> = { write: { percent: number | null; expiresAt: Date | null } } | Outcome<Refusal>;

/** `decide`: what is to be written, by what stands at this moment. The same tap acts once. */
async function changePersonalDiscount<Refusal extends string>(
  shop: Shop,
  wish: OfCustomer,
  decide: (standing: Standing) => Decision<Refusal>,
): Promise<Outcome<Refusal | 'customer-unknown'>> {
  const { actor, actKey } = wish;
  return shop.db.transaction('change-personal-discount', async (tx) => {
    const held = await holdCustomer(tx, wish);
    if (!held) return { ok: false, refusal: 'customer-unknown' };
    if (held.isDone) return { ok: true };
    const { customerId } = held;
    const at = shop.clock.now();
    const { personalPercent } = await findStandingDiscounts(tx, customerId, at);
    const decision = decide({ personalPercent, at });
    if (!('write' in decision)) return decision;
    await claimOperatorAct(tx, { key: actKey, at });
    await writeDiscount(shop, tx, { actor, customerId, kind: 'personal', ...decision.write, at });
    return { ok: true };
  });
}
