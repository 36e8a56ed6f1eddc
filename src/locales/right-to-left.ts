/**
 * Marks that nobody sees, for text of a language that runs from right to left. Telegram has no attribute for it:
 * a line runs as its first letter does, and Latin words and numbers in it drag their neighbours along.
 * Source: UAX #9, P2–P3 (a line's direction), FSI and PDI (isolates), RLM.
 */
const ISOLATE = '\u2068';
const END_OF_ISOLATE = '\u2069';
const RIGHT_TO_LEFT_MARK = '\u200f';
const MARKS = /[\u2066-\u2069\u200e\u200f]/g;
const LETTERS_FROM_THE_RIGHT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/**
 * A value that keeps its own direction and leaves that of the words around it alone. A separator that it brings along
 * stays outside; an isolate ends with its line.
 */
export function isolate(value: string): string {
  return value.replace(/[^\s·].*/g, (line) => `${ISOLATE}${line}${END_OF_ISOLATE}`);
}

/** The whole text, as Telegram's HTML: its lines run from right to left; what can be copied has no marks inside. */
export function runRightToLeft(text: string): string {
  const turn = LETTERS_FROM_THE_RIGHT.test(text) ? turnLine : (line: string) => line;
  return text
    .split(/(<code>[\s\S]*?<\/code>)/)
    .map((part, index) => {
      if (part.startsWith('<code>')) return `${ISOLATE}${part.replace(MARKS, '')}${END_OF_ISOLATE}`;
      return part.replace(index === 0 ? /^.+/gm : /(?<=\n).+/g, turn);
    })
    .join('');
}

/** Which way a line runs is decided by its first letter that is not in an isolate; where there is none, by nothing. */
function turnLine(line: string): string {
  const first = /[\p{L}\u2068]/u.exec(line.replace(/<[^>]*>/g, ''))?.[0];
  const runs = first === undefined || LETTERS_FROM_THE_RIGHT.test(first);
  return runs ? line : `${RIGHT_TO_LEFT_MARK}${line}`;
}
