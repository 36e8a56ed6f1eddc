/** A credential that an older bot put on a node. `telegramId` null: it did not say whose it is. */
export type Legacy = { email: string; vlessId: string; expiresAt: Date; telegramId: bigint | null };

/**
 * What becomes of one: `adopted`; `owner-unknown`: nobody said whose it is; `has-access`: its owner has an entitlement
 * here that has not ended; `second-key`: another one of the same owner ends later and is adopted; `id-taken`: its UUID or e-mail is
 * somebody else's here.
 */
export type LegacyFate = 'adopted' | 'owner-unknown' | 'has-access' | 'second-key' | 'id-taken';

export type LegacyReview<Credential extends Legacy = Legacy> = { credential: Credential; fate: LegacyFate }[];

/** What is known here of the owners and ids of a set. Entitled: not ended, or suspended. */
export type LegacyFacts = { entitledTelegramIds: ReadonlySet<bigint>; takenIds: ReadonlySet<string> };

/** Decides about a whole set; of an owner's keys the one that ends last is adopted. In the order of ends, last first. */
export function reviewLegacy<Credential extends Legacy>(
  set: readonly Credential[],
  facts: LegacyFacts,
): LegacyReview<Credential> {
  const served = new Set<bigint>();
  const lastFirst = set.toSorted((a, b) => b.expiresAt.getTime() - a.expiresAt.getTime());
  return lastFirst.map((credential) => {
    const fate = fateOf(credential, facts, served);
    if (fate === 'adopted' && credential.telegramId !== null) served.add(credential.telegramId);
    return { credential, fate };
  });
}

function fateOf(credential: Legacy, facts: LegacyFacts, served: ReadonlySet<bigint>): LegacyFate {
  const { telegramId, vlessId, email } = credential;
  // No person has such an id: groups have negative ones.
  if (telegramId === null || telegramId <= 0n) return 'owner-unknown';
  if (facts.entitledTelegramIds.has(telegramId)) return 'has-access';
  if (served.has(telegramId)) return 'second-key';
  return facts.takenIds.has(vlessId) || facts.takenIds.has(email) ? 'id-taken' : 'adopted';
}
