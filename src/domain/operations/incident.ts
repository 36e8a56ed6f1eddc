const MAX_TEXT_LENGTH = 1_000;

/** What an operator has typed for customers to read; null: nothing, or too long. */
export function parseIncidentText(typed: string): string | null {
  const text = typed.trim();
  const { length } = [...text];
  return length >= 1 && length <= MAX_TEXT_LENGTH ? text : null;
}
