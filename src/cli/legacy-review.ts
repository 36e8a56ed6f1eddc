import type { LegacyFate, LegacyReview } from '../domain/legacy-credentials.ts';
import type { Adoption } from '../usecases/nodes/add-node.ts';

export function adoptionOf({ adopt, force }: { adopt?: boolean; force?: boolean }): Adoption {
  if (!adopt) return 'none';
  return force ? 'forced' : 'whole';
}

const WHY: Record<Exclude<LegacyFate, 'adopted'>, string> = {
  'owner-unknown': 'nobody said whose it is',
  'has-access': 'its owner has access here already',
  'second-key': 'its owner has another key, which ends later',
  'id-taken': "its id is another customer's here",
};
/** Lines of one answer; the rest is counted. */
const SHOWN = 20;

/** How many there are of each fate. */
export function countFates(review: LegacyReview): Partial<Record<LegacyFate, number>> {
  const counts: Partial<Record<LegacyFate, number>> = {};
  for (const { fate } of review) counts[fate] = (counts[fate] ?? 0) + 1;
  return counts;
}

/** What was adopted, and each that was not, with why. Nothing for a node without customers. */
export function describeReview(review: LegacyReview): string[] {
  if (review.length === 0) return [];
  const others = review.filter(({ fate }) => fate !== 'adopted');
  const lines = others.slice(0, SHOWN).map(({ credential, fate }) => {
    const owner = credential.telegramId === null ? 'unknown owner' : `customer ${credential.telegramId}`;
    return `  not adopted: ${owner}, key ${credential.vlessId.slice(0, 8)}…: ${fate === 'adopted' ? '' : WHY[fate]}`;
  });
  const more = others.length > SHOWN ? [`  … and ${others.length - SHOWN} more`] : [];
  return [`adopted ${review.length - others.length} of ${review.length} customers' keys`, ...lines, ...more];
}

export function describeLegacyRefusal(refused: {
  refusal: 'has-customers' | 'not-adoptable';
  review: LegacyReview;
}): string {
  const { review } = refused;
  if (refused.refusal === 'has-customers') {
    return `an older bot has ${review.length} customers there, who would lose access: stop it and add --adopt`;
  }
  const others = review.filter(({ fate }) => fate !== 'adopted');
  const reasons = Object.entries(countFates(others)).map(([fate, count]) => `${count} ${fate}`);
  return `${others.length} of ${review.length} keys there cannot be adopted (${reasons.join(', ')}): --force lets them end`;
}
