import type { BroadcastButton, BroadcastKind } from '../domain/broadcasts.ts';
import type { Recipient } from './notifier.ts';

/** What one recipient of a broadcast gets. `text` is HTML as Telegram reads it. */
export type BroadcastMessage = {
  kind: BroadcastKind;
  title: string;
  text: string;
  buttons: BroadcastButton[];
};

/**
 * `undeliverable`: they blocked the bot or are gone. `refused`: Telegram does not take this text. Then certainly
 * nothing happened: Telegram asked for a pause (`limited`), could not be reached, or has not been answering and was not
 * asked (`resting`). `unknown`: nobody can tell.
 */
export type BroadcastOutcome =
  | { kind: 'sent' }
  | { kind: 'undeliverable' }
  | { kind: 'refused'; reason: string }
  | { kind: 'limited'; retryAfterMs: number }
  | { kind: 'unreached' | 'resting' }
  | { kind: 'unknown' };

/** Sends at once: whose turn it is has been settled before. Never throws for what Telegram answers. */
export interface Broadcaster {
  send(recipient: Recipient, message: BroadcastMessage): Promise<BroadcastOutcome>;
}
