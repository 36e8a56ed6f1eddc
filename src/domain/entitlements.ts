const DAY_MS = 86_400_000;

/** What a customer may use now. `provisioning` until at least one node has confirmed the credential. */
export type EntitlementStatus = 'provisioning' | 'active' | 'ended';

export type Entitlement = {
  entitlementId: string;
  customerId: string;
  plan: string;
  status: EntitlementStatus;
  startsAt: Date;
  endsAt: Date;
};

/** A term that begins where the present one ends, or now. */
export type Term = { startsAt: Date; endsAt: Date };

/**
 * Places a bought term after what is left of the present one, so that nothing paid is ever lost.
 * `durationMs` > 0; the result strictly increases `endsAt`.
 */
export function placeTerm(present: { endsAt: Date } | null, now: Date, durationMs: number): Term {
  if (durationMs <= 0) throw new Error('a term has a positive duration');
  const startsAt = present && present.endsAt > now ? present.endsAt : now;
  return { startsAt, endsAt: new Date(startsAt.getTime() + durationMs) };
}

export function daysToMs(days: number): number {
  return days * DAY_MS;
}

/** An entitlement that ends exactly now has ended. */
export function isEntitledAt(entitlement: { endsAt: Date } | null, now: Date): boolean {
  return entitlement !== null && entitlement.endsAt > now;
}

/** Whether nodes should honour it: it has not ended, and its traffic is not used up. */
export function isServedAt(access: { endsAt: Date; suspendedAt: Date | null }, now: Date): boolean {
  return isEntitledAt(access, now) && access.suspendedAt === null;
}

/** The credential's name on a core: unique for life, lower-case, no customer data in it. */
export function credentialEmail(credentialId: string): string {
  return `c-${credentialId.toLowerCase()}`;
}
