/** What fits beside other words on a phone; Telegram itself allows 64 letters for each of two names. */
const MAX_LETTERS = 40;

/** What turns the line around it, or cannot be seen: controls, marks and overrides of direction, soft hyphens. */
const UNSEEN = /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;
/** More than two marks on one letter are drawn over the lines above and below. */
const HEAP_OF_MARKS = /(\p{M}{2})\p{M}+/gu;

/**
 * A name that people chose for themselves, as it is shown to others: on one line, bounded, and unable to change what
 * stands beside it. Null when nothing of it can be seen.
 */
export function cleanName(given: string): string | null {
  const seen = given
    .replace(/[\r\n\t]/g, ' ')
    .replace(UNSEEN, '')
    .replace(HEAP_OF_MARKS, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
  if (!/[^\p{M}\p{Z}]/u.test(seen)) return null;
  const letters = [...new Intl.Segmenter('en').segment(seen)].map(({ segment }) => segment);
  return letters.length > MAX_LETTERS ? `${letters.slice(0, MAX_LETTERS - 1).join('')}…` : seen;
}
