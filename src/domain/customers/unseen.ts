/** Nobody sees these: blanks of no width, soft hyphens, and what turns or isolates the line around it. */
const UNSEEN = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * A typed text as its writer sees it. What is copied from a message in Arabic, or from another app, brings marks along
 * that are no part of a code, an id or an account.
 */
export function dropUnseen(text: string): string {
  return text.replace(UNSEEN, '');
}
