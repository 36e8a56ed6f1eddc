import type { Legacy, LegacyFate, LegacyReview } from '../domain/fleet/legacy-credentials.ts';
import type { Adoption } from '../usecases/nodes/add-node.ts';

export type AdoptOptions = { adopt?: boolean; yes?: boolean; force?: boolean };

/** What was asked for: `review` shows what an adoption would do, and nothing else. */
export function adoptionOf({ adopt, yes, force }: AdoptOptions): Adoption | 'review' {
  if (!adopt) return 'none';
  if (!yes) return 'review';
  return force ? 'forced' : 'whole';
}

/** The option that misses another, with what is wrong; null when they go together. */
export function problemOfAdoption({
  adopt,
  yes,
  force,
}: AdoptOptions): [option: string, problem: string] | null {
  if (yes && !adopt) return ['--yes', 'goes with --adopt'];
  if (force && !(adopt && yes)) return ['--force', 'goes with --adopt --yes'];
  return null;
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
function countFates(review: LegacyReview): Partial<Record<LegacyFate, number>> {
  const counts: Partial<Record<LegacyFate, number>> = {};
  for (const { fate } of review) counts[fate] = (counts[fate] ?? 0) + 1;
  return counts;
}

/** For `--json`: how many of each fate, and each that is not adopted, by what does not give its key away. */
export function reviewFacts(review: LegacyReview): Record<string, unknown> {
  const notAdopted = othersOf(review).map(({ credential, fate }) => ({
    telegramId: credential.telegramId === null ? null : String(credential.telegramId),
    key: shortKey(credential),
    expiresAt: credential.expiresAt,
    fate,
  }));
  return { legacy: countFates(review), notAdopted };
}

/** What was adopted, and each that was not, with why. Nothing for a node without customers. */
export function describeReview(review: LegacyReview): string[] {
  if (review.length === 0) return [];
  return [`adopted ${countAdopted(review)} of ${review.length} customers' keys`, ...describeOthers(review)];
}

/** What would be adopted, what would not, and how to go on. */
export function describePreview(name: string, review: LegacyReview): string[] {
  if (review.length === 0) return [`no older bot has customers there: ${name} can be added without --adopt`];
  const adopted = countAdopted(review);
  const left = review.length - adopted;
  const next = left === 0 ? 'add --yes' : `add --yes --force, and the other ${left} lose access`;
  return [
    `would adopt ${adopted} of ${review.length} customers' keys`,
    ...describeOthers(review),
    `nothing has changed: stop the older bot, then ${next}`,
  ];
}

function describeOthers(review: LegacyReview): string[] {
  const others = othersOf(review);
  const lines = others.slice(0, SHOWN).map(({ credential, fate }) => {
    const owner = credential.telegramId === null ? 'unknown owner' : `customer ${credential.telegramId}`;
    const end = credential.expiresAt.toISOString().slice(0, 10);
    return `  not adopted: ${owner}, key ${shortKey(credential)}…, until ${end}: ${WHY[fate]}`;
  });
  return others.length > SHOWN ? [...lines, `  … and ${others.length - SHOWN} more`] : lines;
}

type NotAdopted = { credential: Legacy; fate: Exclude<LegacyFate, 'adopted'> };

function othersOf(review: LegacyReview): NotAdopted[] {
  return review.flatMap(({ credential, fate }) => (fate === 'adopted' ? [] : [{ credential, fate }]));
}

function countAdopted(review: LegacyReview): number {
  return review.length - othersOf(review).length;
}

function shortKey({ vlessId }: Legacy): string {
  return vlessId.slice(0, 8);
}

export function describeLegacyRefusal(refused: {
  refusal: 'has-customers' | 'not-adoptable';
  review: LegacyReview;
}): string {
  const { review } = refused;
  if (refused.refusal === 'has-customers') {
    return `an older bot has ${review.length} customers there, who would lose access: --adopt shows who can be kept`;
  }
  const others = othersOf(review);
  const reasons = Object.entries(countFates(others)).map(([fate, count]) => `${count} ${fate}`);
  return `${others.length} of ${review.length} keys there cannot be adopted (${reasons.join(', ')}): --force lets them end`;
}
