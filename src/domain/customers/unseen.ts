/** Nobody sees these: blanks of no width, soft hyphens, and what turns or isolates the line around it. */
const UNSEEN = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * A typed text as its writer sees it. What is copied from a message in Arabic, or from another app, brings marks along
 * that are no part of a code, an id or an account.
 */
export function dropUnseen(text: string): string {
  return text.replace(UNSEEN, '');
}

/** A sign that leaves ink: no mark alone, no blank, nor a filler that passes for a letter, such as U+3164. */
const INK = /[^\p{M}\p{Z}\p{C}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** False for a text of which nothing can be seen. */
export function isSeen(text: string): boolean {
  return INK.test(text);
}

/** What somebody has typed for others to read; null: nothing that can be seen, or more than `most` signs. */
export function parseWords(typed: string, most: number): string | null {
  const text = dropUnseen(typed).trim();
  return isSeen(text) && [...text].length <= most ? text : null;
}
