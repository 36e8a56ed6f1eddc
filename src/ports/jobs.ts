import type { Export } from '../domain/exports.ts';

/** Background work, by name, with its payload. "Run this now": due moments live in columns, not here. */
export type JobPayloads = {
  /** A verified provider event waits to be settled. */
  'settle-event': { eventId: string };
  /** Some open invoices are due to be asked about at their provider. */
  'poll-invoices': { slot: string };
  /** An entitlement has changed: push its credential to every node. */
  'push-access': { entitlementId: string };
  /** Compare a node with what it should run and repair it. */
  'converge-node': { nodeId: string };
  /** Every living entitlement is looked at for the places on nodes that it lacks. */
  'spread-placements': { slot: string };
  /**
   * Once a reissued credential is on every node that can be reached, the old one goes. `told`: the new one's id, where
   * its customer did not ask for it and is to be told.
   */
  'finish-reissue': { entitlementId: string; told?: string };
  /** Take in what a node has counted since it was last asked. */
  'ingest-traffic': { nodeId: string };
  /** Traffic periods that are over begin anew. */
  'reset-traffic': { slot: string };
  /** Entitlements whose time has come are closed, overdue invoices expire. */
  'close-overdue': { slot: string };
  /** Something is to be said about entitlements that end, or have ended. */
  'plan-messages': { slot: string };
  /** Entitlements that renew themselves and end soon are renewed from the wallet. */
  'renew-due': { slot: string };
  /** One of them. `endsAtMs`: the end that it moves. */
  renew: { customerId: string; endsAtMs: number };
  /** What was given and no node honours yet is tried again. */
  'retry-activations': { slot: string };
  /** Operators are told what is still not honoured. */
  'report-stuck': { slot: string };
  /** What nobody needs any more is deleted. */
  'forget-old': { slot: string };
  /** The customer's credential, sent at least once. */
  'deliver-access': { entitlementId: string };
  /** A notice about money or use, sent at most once. `id`: of the row it is `about`. */
  'send-notice': { noticeKey: string; customerId: string; about: NoticeSubject; id: string };
  /** A commission is owed: pay it into the referrer's wallet. */
  'pay-commission': { commissionId: string };
  /** A charge was given back: take its share of the commission back. */
  'reverse-commission': { refundId: string };
  /** A refund was decided: have its provider give the money back. */
  'send-refund': { refundId: string };
  /** An invoice is not wanted any more: its provider should stop accepting it. */
  'cancel-invoice': { invoiceId: string };
  /** A broadcast is shown to the operators before anybody else gets it. */
  'preview-broadcast': { broadcastId: string };
  /** The recipients of a broadcast that was started are written down. */
  'list-recipients': { broadcastId: string };
  /** Something waits for the operators: tell them. `id`: of the row it is `about`. */
  'tell-operators': { about: OperatorSubject; id: string };
  /** Every component that the shop needs is measured. */
  'check-system': { slot: string };
  /** Operators are told what is not well; nothing in the list: everything is again. */
  'tell-system': { troubles: { component: string; status: string; reason: string; sinceMs: number }[] };
  /** Somebody asked for a check of all nodes: tell them what it has found. */
  'tell-fleet-check': { telegramId: string; sinceMs: number };
  /** Providers' own books of the last hours against our charges. */
  'reconcile-recent': { slot: string };
  /** Providers' own books of the day that is over. */
  'reconcile-day': { slot: string };
  /** The whole ledger and the chain are proved. */
  'verify-books': { slot: string };
  /** A table goes to who asked for it, as a document. */
  'send-export': { actor: string; telegramId: string; what: Export };
  /** The chain's head goes to the owner's chat, an outside witness. */
  'post-chain-head': { slot: string };
};

/** What a customer can be told about. */
export type NoticeSubject =
  | 'charge'
  | 'commission'
  | 'withdrawal'
  | 'refund'
  | 'referral'
  | 'referral-trial'
  | 'life'
  | 'renewal'
  | 'renewal-short'
  | 'adjustment'
  | 'traffic'
  | 'grant'
  | 'revocation'
  | 'new-key';
/** What operators can be told about. */
export type OperatorSubject = 'task' | 'withdrawal' | 'broadcast' | 'mass-reissue';

export type JobName = keyof JobPayloads;

/** `isLast`: when this one fails, nobody tries again. */
export type JobAttempt = { isLast: boolean };

/**
 * `queue`: jobs of one queue run one after another across all processes; only for few, fixed names.
 * `maxAttempts`: 1 for what a timetable will promise again anyway. `key`: a promise of the same key that still waits is
 * replaced by this one.
 */
export type JobOptions = { queue?: string; maxAttempts?: number; key?: string };

const PRIORITIES: Record<JobName, number> = {
  'settle-event': 0,
  'poll-invoices': 0,
  'push-access': 0,
  renew: 0,
  'converge-node': 0,
  'spread-placements': 0,
  'finish-reissue': 0,
  'ingest-traffic': 0,
  'reset-traffic': 0,
  'close-overdue': 0,
  'plan-messages': 0,
  'renew-due': 0,
  'retry-activations': 0,
  'report-stuck': 0,
  'forget-old': 0,
  'deliver-access': 5,
  'send-notice': 10,
  'pay-commission': 0,
  'reverse-commission': 0,
  'send-refund': 0,
  'cancel-invoice': 0,
  'preview-broadcast': 10,
  'list-recipients': 0,
  'tell-operators': 10,
  'check-system': 0,
  'tell-system': 0,
  'tell-fleet-check': 0,
  'reconcile-recent': 0,
  'reconcile-day': 0,
  'verify-books': 0,
  'send-export': 20,
  'post-chain-head': 0,
};

/** Every kind of job that can be promised. */
export const JOB_NAMES = Object.keys(PRIORITIES) as JobName[];

/**
 * Lower is done sooner. What waits for its turn to be sent comes after what money and access wait
 * for, and what a customer has just paid for before what can wait.
 */
export function priorityOf(name: JobName): number {
  return PRIORITIES[name];
}
