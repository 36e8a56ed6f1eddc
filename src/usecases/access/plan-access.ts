import { credentialEmail, type Entitlement, isEntitledAt, placeTerm } from '../../domain/entitlements.ts';
import { nextActivationAt } from '../../domain/life-cycle.ts';
import type { AccessChange } from '../../store/money/commit-money.ts';
import type { Shop } from '../shop.ts';

/** Why and for how long access is given. `durationMs` > 0. */
export type Extension = {
  customerId: string;
  plan: string;
  durationMs: number;
  reason:
    | { source: 'purchase'; invoiceId: string }
    | { source: 'promo'; quoteId: string }
    | { source: 'operator' | 'trial' };
  /** The customer is not told; only operators may wish that. */
  isQuiet?: boolean;
};

/**
 * Plans a term: it stands after what is left, and the credential is made once and never changes. To be written
 * by `commitMoney` with a `push-access` job, which tells the nodes.
 */
export function planAccess(shop: Shop, present: Entitlement | null, extension: Extension): AccessChange {
  const { customerId, plan, reason } = extension;
  const now = shop.clock.now();
  const term = placeTerm(present, now, extension.durationMs);
  const isRenewal = isEntitledAt(present, now);
  const entitlementId = present?.entitlementId ?? shop.ids.rowId();
  const credentialId = shop.ids.rowId();
  return {
    entitlement: {
      entitlementId,
      customerId,
      plan,
      status: 'provisioning',
      startsAt: isRenewal && present ? present.startsAt : term.startsAt,
      endsAt: term.endsAt,
    },
    grant: {
      grantId: shop.ids.rowId(),
      entitlementId,
      source: reason.source,
      invoiceId: reason.source === 'purchase' ? reason.invoiceId : null,
      quoteId: reason.source === 'promo' ? reason.quoteId : null,
      plan,
      ...term,
    },
    nextActivationAt: nextActivationAt(1, now),
    isQuiet: extension.isQuiet ?? false,
    credential: {
      credentialId,
      entitlementId,
      vlessId: shop.ids.secretId(),
      email: credentialEmail(credentialId),
    },
  };
}
