/** A piece of HTML that is safe to send: made by `html`, or by `trusted` from text of our own. */
class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type { Html };

/** What a template takes. Text is escaped; nothing at all is written for `null` and `false`. */
export type HtmlValue = Html | string | number | null | false | readonly HtmlValue[];

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/**
 * The only way in which a page is put together: whatever stands in `${}` is escaped for text and for attributes
 * in quotes, unless it is HTML already. Attributes without quotes, scripts and styles are no place for a value.
 */
export function html(strings: TemplateStringsArray, ...values: HtmlValue[]): Html {
  return new Html(String.raw({ raw: strings }, ...values.map(render)));
}

/** Marks text of ours that is HTML, a style or a script already. Never for anything that came from outside. */
export function trusted(text: string): Html {
  return new Html(text);
}

function render(value: HtmlValue): string {
  if (value instanceof Html) return value.text;
  if (value === null || value === false) return '';
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value));
  return value.map(render).join('');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`]/g, (character) => ESCAPES[character] ?? character);
}
