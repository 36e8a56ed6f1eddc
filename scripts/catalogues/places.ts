/** Where texts of the bot are shown, as far as that limits them. */
import type { Catalogue } from './read-catalogue.ts';

/** Buttons whose keys do not begin with `button-`. */
const BUTTONS: ReadonlySet<string> = new Set(['language-name', 'plan-button', 'period-button']);
/** What a button across the whole chat shows on a phone of 360 pixels; what is longer ends in an ellipsis. */
const BUTTON_MAX = 40;

/** Shown by answering a tap. `test/locales/catalogue-rules.test.ts` looks for others in the source. */
export const ANSWERS: ReadonlySet<string> = new Set([
  'admin-broadcast-not-now',
  'admin-broadcast-not-previewed',
  'admin-broadcast-not-taken',
  'admin-broadcast-preview-comes',
  'admin-debt',
  'admin-decided',
  'admin-done',
  'admin-draft-gone',
  'admin-feature-done',
  'admin-gone',
  'admin-incident-bad',
  'admin-member-appointed',
  'admin-no-right',
  'admin-off',
  'admin-own',
  'admin-person-unknown',
  'admin-promo-bad-time',
  'admin-promo-code-taken',
  'admin-same',
  'admin-sample-sent',
  'admin-second-needed',
  'admin-unknown',
  'below-minimum',
  'devices-gone',
  'devices-removed',
  'discount-exists',
  'error-stale',
  'error-try-later',
  'export-asked',
  'fleet-check-asked',
  'invoice-already-paid',
  'invoice-gone',
  'invoice-not-paid-yet',
  'key-none',
  'key-preparing',
  'key-sent',
  'keys-old-question',
  'keys-runs',
  'language-saved',
  'new-key-done',
  'new-key-no-access',
  'new-key-too-often',
  'new-link-done',
  'node-check-asked',
  'node-unknown',
  'nodes-none',
  'outage-apology',
  'people-changed',
  'people-done-before',
  'people-lost',
  'people-no-access',
  'quote-refreshed',
  'reconciliation-asked',
  'rekey-runs',
  'renewal-off',
  'renewal-on',
  'task-amount-changed',
  'task-is-done',
  'task-lost',
  'task-money-waits',
  'task-no-amount',
  'task-refunded',
  'task-unknown',
  'too-often',
  'trial-not-for-you',
  'waiting-off',
  'waiting-over',
  'waiting-retried',
  'wallet-holds-less',
  'withdrawal-decided',
  'withdrawal-lost',
  'withdrawal-too-little',
  'withdrawal-waits',
]);
/** Source: Bot API, answerCallbackQuery. */
const ANSWER_MAX = 200;
/** Apps show this much of what a subscription announces. Source: xray.md §4.2. */
const ANNOUNCEMENT_MAX = 200;
/** Source: Bot API, BotCommand. */
const COMMAND_MAX = 256;

/** The most that values take in what is limited: amounts of 1,000,000 ₽, four digits of a wait, the longest Telegram id. */
const VALUE_WIDTHS: Record<string, number> = {
  price: 11,
  balance: 11,
  amount: 11,
  minimum: 11,
  plan: 5,
  seconds: 4,
  days: 3,
  customer: 16,
  number: 1,
  nodes: 4,
};

export function isButton(key: string): boolean {
  return key.startsWith('button-') || BUTTONS.has(key);
}

/** Null for what has room enough. */
export function lengthLimitOf(key: string): number | null {
  if (isButton(key)) return BUTTON_MAX;
  if (ANSWERS.has(key)) return ANSWER_MAX;
  if (key === 'device-limit-announce') return ANNOUNCEMENT_MAX;
  return key.startsWith('command-') ? COMMAND_MAX : null;
}

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** How many characters a person sees, with the longest values that can stand in it. */
export function widthOf(words: string, catalogue: Catalogue): number {
  const filled = words.replace(/\{\$(.+?)\}/g, (_, name: string) => 'x'.repeat(valueWidth(name, catalogue)));
  return [...letters.segment(filled)].length;
}

function valueWidth(name: string, catalogue: Catalogue): number {
  if (name === 'feature') return longest(catalogue, /^feature-/);
  if (name === 'period') return longest(catalogue, /^period-months$/);
  if (name === 'months') return 2;
  const width = VALUE_WIDTHS[name];
  if (width === undefined) throw new Error(`how long is { $${name} } in what is limited?`);
  return width;
}

function longest(catalogue: Catalogue, keys: RegExp): number {
  const texts = [...catalogue.texts].filter(([key]) => keys.test(key)).map(([, text]) => text);
  return Math.max(0, ...texts.flatMap(({ shapes }) => shapes.map(({ words }) => widthOf(words, catalogue))));
}
