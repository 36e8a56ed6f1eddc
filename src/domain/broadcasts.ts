/** One text to many customers, a second one to half of them when it is a test. */
export type BroadcastKind = 'info' | 'maintenance' | 'security' | 'promo';
export const BROADCAST_KINDS: readonly BroadcastKind[] = ['info', 'maintenance', 'security', 'promo'];

/** `active`: whoever is served now. `no-subscription`: whoever is not. */
export type Segment = 'all' | 'active' | 'no-subscription';
export const SEGMENTS: readonly Segment[] = ['all', 'active', 'no-subscription'];

/** Screens of the bot that a button under a broadcast may open. */
export const BUTTON_SCREENS = ['menu', 'plans', 'profile', 'referrals', 'top-up', 'trial'] as const;
export type ButtonScreen = (typeof BUTTON_SCREENS)[number];
export type BroadcastButton = { text: string; screen: ButtonScreen } | { text: string; url: string };

export type Variant = 'a' | 'b';

/** What an operator has written. `textB` null: everybody gets `textA`. */
export type BroadcastDraft = {
  title: string;
  kind: BroadcastKind;
  segment: Segment;
  textA: string;
  textB: string | null;
  buttons: BroadcastButton[];
};

export type DraftRefusal = 'bad-title' | 'bad-text' | 'bad-text-b' | 'bad-buttons';

const MAX_TITLE_LENGTH = 100;
/** Telegram takes 4,096 characters; the title and its sign need some of them. */
export const MAX_TEXT_LENGTH = 3_900;
const MAX_BUTTONS = 6;
const MAX_BUTTON_LENGTH = 40;

/** Null when the draft can be kept. Whether its HTML is well formed is for Telegram to say: see the preview. */
export function checkDraft(draft: BroadcastDraft): DraftRefusal | null {
  if (!isTitle(draft.title)) return 'bad-title';
  if (!isBroadcastText(draft.textA)) return 'bad-text';
  if (draft.textB !== null && !isSecondText(draft.textB, draft.textA)) return 'bad-text-b';
  if (draft.buttons.length > MAX_BUTTONS || !draft.buttons.every(isButton)) return 'bad-buttons';
  return null;
}

/** One line above the text. */
export function isTitle(title: string): boolean {
  return isText(title, MAX_TITLE_LENGTH) && !title.includes('\n');
}

export function isBroadcastText(text: string): boolean {
  return isText(text, MAX_TEXT_LENGTH);
}

/** Two texts are compared: they have to differ. */
export function isSecondText(text: string, first: string): boolean {
  return isBroadcastText(text) && text !== first;
}

function isText(text: string, maxLength: number): boolean {
  return text.trim() !== '' && text.length <= maxLength;
}

function isButton(button: BroadcastButton): boolean {
  if (!isText(button.text, MAX_BUTTON_LENGTH)) return false;
  return 'screen' in button || /^https:\/\/[^\s/]+\.[^\s/]+/.test(button.url);
}

/** `draft`: written. `running`: is being sent. `done` and `cancelled` are final. */
export type BroadcastStatus = 'draft' | 'running' | 'paused' | 'done' | 'cancelled';
export const STEERINGS = ['start', 'pause', 'resume', 'cancel'] as const;
export type Steering = (typeof STEERINGS)[number];

const FROM: Record<Steering, readonly BroadcastStatus[]> = {
  start: ['draft'],
  pause: ['running'],
  resume: ['paused'],
  cancel: ['draft', 'running', 'paused'],
};
const TO: Record<Steering, BroadcastStatus> = {
  start: 'running',
  pause: 'paused',
  resume: 'running',
  cancel: 'cancelled',
};

/** What a broadcast becomes; null when that cannot be done with one in this status. */
export function decideSteering(status: BroadcastStatus, steering: Steering): BroadcastStatus | null {
  return FROM[steering].includes(status) ? TO[steering] : null;
}

/** So many refusals of the text itself and not one success: something is wrong with the text, not with customers. */
export const BROKEN_AFTER_REFUSALS = 10;
