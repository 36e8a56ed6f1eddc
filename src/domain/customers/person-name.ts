import { dropUnseen, isSeen } from './unseen.ts';

/** What fits beside other words on a phone; Telegram itself allows 64 letters for each of two names. */
const MAX_LETTERS = 40;

const CONTROL = /[\p{Cc}\u2028\u2029]/gu;
/** Kept: every visitor has a name, and making one takes longer than using it. */
const segmenter = new Intl.Segmenter('en');

/** More than two marks on one letter are drawn over the lines above and below. */
const HEAP_OF_MARKS = /(\p{M}{2})\p{M}+/gu;

/**
 * A name that people chose for themselves, as it is shown to others: on one line, bounded, and unable to change what
 * stands beside it. Null when nothing of it can be seen.
 */
export function cleanName(given: string): string | null {
  const seen = dropUnseen(given)
    .replace(/[\r\n\t]/g, ' ')
    .replace(CONTROL, '')
    .replace(HEAP_OF_MARKS, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
  if (!isSeen(seen)) return null;
  const letters = [...segmenter.segment(seen)].map(({ segment }) => segment);
  return letters.length > MAX_LETTERS ? `${letters.slice(0, MAX_LETTERS - 1).join('')}…` : seen;
}

/** How operators speak of somebody: by the name that leads to their chat, else by what they call themselves. */
export function callPerson<Name extends string | null>(person: {
  username: string | null;
  firstName: Name;
}): string | Name {
  const { username, firstName } = person;
  return username === null ? firstName : `@${username}`;
}
