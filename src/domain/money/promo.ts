/** What of a promo code decides whether a customer may use it now. */
export type PromoFacts = {
  isActive: boolean;
  expiresAt: Date | null;
  maxUses: number | null;
  usedCount: number;
  reservedCount: number;
  perCustomerLimit: number;
  /** Of this customer: redemptions, and whether a place is held already. */
  ownUses: number;
  hasReservation: boolean;
};

/** `ended`: deactivated or past its day. `used-up`: no place is free. `used-before`: by this customer. */
export type PromoRefusal = 'ended' | 'used-up' | 'used-before';

/** Whether the customer may use the code now; a place held for them counts as free. Refuses in this order. */
export function refusePromo(promo: PromoFacts, now: Date): PromoRefusal | null {
  if (!promo.isActive || (promo.expiresAt !== null && promo.expiresAt <= now)) return 'ended';
  if (promo.ownUses >= promo.perCustomerLimit) return 'used-before';
  const taken = promo.usedCount + promo.reservedCount - (promo.hasReservation ? 1 : 0);
  return promo.maxUses !== null && taken >= promo.maxUses ? 'used-up' : null;
}

/** How a code stands, whoever asks. `spent`: every place of it is used. */
export type PromoState = 'active' | 'deactivated' | 'expired' | 'spent';

export function promoState(
  promo: Pick<PromoFacts, 'isActive' | 'expiresAt' | 'maxUses' | 'usedCount'>,
  now: Date,
): PromoState {
  if (!promo.isActive) return 'deactivated';
  if (promo.expiresAt !== null && promo.expiresAt <= now) return 'expired';
  return promo.maxUses !== null && promo.usedCount >= promo.maxUses ? 'spent' : 'active';
}

/** A code as customers type it, in the form it is stored: 1–50 letters, digits and underscores, upper case. */
export function parsePromoCode(text: string): string | null {
  const code = text.trim().toUpperCase();
  return /^[A-Z0-9_]{1,50}$/.test(code) ? code : null;
}

/** A new code's name: 3–32 letters and digits. Source: product.md §1.5. */
export function parseNewPromoCode(text: string): string | null {
  const code = text.trim().toUpperCase();
  return /^[A-Z0-9]{3,32}$/.test(code) ? code : null;
}
