import type { Export } from '../domain/exports.ts';
import type { LifeMessage } from '../domain/life-cycle.ts';
import type { Kopecks } from '../domain/money/money.ts';
import type { ReferralLevel } from '../domain/money/referrals.ts';
import type { TaskKind } from '../domain/operator-tasks.ts';

/** What a charge did, in the words of its settlement. */
export type ChargeReason = 'paid' | 'paid-late' | 'overpaid' | 'topped-up' | 'already-paid' | 'underpaid';

/** A message to a customer that no tap asked for. The wording and language are the notifier's. */
export type Notice =
  | {
      kind: 'payment-received';
      amountKopecks: Kopecks;
      endsAt: Date | null;
      isRenewal: boolean;
      /** The invoice had expired, or was cancelled or replaced. */
      isLate: boolean;
      excessKopecks: Kopecks;
    }
  | { kind: 'wallet-credited'; amountKopecks: Kopecks; balanceKopecks: Kopecks; reason: ChargeReason }
  | { kind: 'access-ready'; endsAt: Date; link: string }
  | { kind: 'access-granted'; plan: string; endsAt: Date }
  | { kind: 'access-revoked' }
  /** By us, not at their wish. */
  | { kind: 'key-reissued'; link: string }
  | { kind: 'referral-joined' }
  | { kind: 'referral-trial' }
  | {
      kind: 'life';
      message: LifeMessage;
      endsAt: Date;
      /** Until the end, as it is said. */
      leftMs: number;
      renewsItself: boolean;
    }
  | { kind: 'renewed'; amountKopecks: Kopecks; endsAt: Date }
  | { kind: 'renewal-short'; plan: string; balanceKopecks: Kopecks; endsAt: Date }
  | {
      kind: 'commission-paid';
      amountKopecks: Kopecks;
      percent: number;
      level: ReferralLevel;
      toNextLevel: number | null;
    }
  | { kind: 'withdrawal-approved'; amountKopecks: Kopecks }
  | { kind: 'withdrawal-rejected'; amountKopecks: Kopecks; reason: string }
  | {
      kind: 'refunded';
      amountKopecks: Kopecks;
      /** Taken from the wallet for it, and still owed. */
      walletKopecks: Kopecks;
      receivableKopecks: Kopecks;
      access: { change: 'kept' | 'over' } | { change: 'shortened'; endsAt: Date };
    }
  | { kind: 'traffic-used-up'; limitBytes: bigint; resetsAt: Date | null }
  | { kind: 'wallet-adjusted'; amountKopecks: Kopecks; reason: string; balanceKopecks: Kopecks };

/** A message to whoever runs the shop. Never holds bank details. */
export type OperatorMessage =
  | { kind: 'chain-head'; sequence: bigint; hash: string; at: Date }
  | {
      kind: 'withdrawal';
      withdrawalId: string;
      telegramId: bigint;
      amountKopecks: Kopecks;
      balanceKopecks: Kopecks;
    }
  | {
      kind: 'stuck-activations';
      count: number;
      longest: { entitlementId: string; telegramId: bigint; attempts: number; since: Date }[];
    }
  | BroadcastReport
  /** What customers would get stands above this; `isTest`: both texts of it. */
  | { kind: 'broadcast-previewed'; broadcastId: string; title: string; isTest: boolean }
  | MassReissueReport
  | {
      kind: 'system';
      /** What is not well; empty: everything is again. */
      troubles: { component: string; status: string; reason: string; since: Date }[];
    }
  | {
      kind: 'fleet-checked';
      nodes: number;
      /** Found to run exactly what they should, and how many customers those serve. */
      inStep: number;
      customers: number;
      /** Names of the others. */
      others: string[];
    }
  /** To who has asked for it: no file will come. */
  | { kind: 'export-failed'; what: Export }
  | ({ kind: 'task' } & TaskMessage);

/** How a broadcast stands, as operators are told. `problem`: why it was paused by itself. */
export type BroadcastReport = {
  kind: 'broadcast';
  title: string;
  status: 'paused' | 'done';
  problem: string | null;
  recipients: number;
  sent: number;
  failed: number;
  unknown: number;
  skipped: number;
};

/** How a mass reissue has ended. `failedIds`: the first of who has no new key because something went wrong. */
export type MassReissueReport = {
  kind: 'mass-reissue';
  status: 'done' | 'cancelled';
  total: number;
  done: number;
  skipped: number;
  failed: number;
  left: number;
  failedIds: bigint[];
};

/** `subject`: what it is about, for example a charge's id. */
export type TaskMessage = {
  taskId: string;
  task: TaskKind;
  subject: string;
  details: Record<string, string | number | null>;
};

/** A file for whoever runs the shop. `part` null: it is all of it. `read`: its bytes from the beginning, each time. */
export type OperatorDocument = {
  what: Export;
  /** In all parts together. */
  rows: number;
  part: number | null;
  fileName: string;
  read(): AsyncIterable<Uint8Array>;
};

export type Recipient = { telegramId: bigint; locale: string | null };

/** `undeliverable`: the customer blocked the bot or is gone; it never undoes money or access. */
export type Delivery = 'sent' | 'undeliverable';

/** Throws: Fault `telegram-unreachable` (retryable, outcome unknown), `telegram-limited` (retryable, not sent). */
export interface Notifier {
  /**
   * Waits until a message may go into this chat, within the limits of all processes. Called before a message is
   * marked as being sent, so that a crash in a long wait leaves nothing unknown.
   * Throws: Fault `telegram-limited` when that would be too long.
   */
  waitTurn(telegramId: bigint): Promise<void>;
  notify(recipient: Recipient, notice: Notice): Promise<Delivery>;
  tellOperator(telegramId: bigint, message: OperatorMessage): Promise<Delivery>;
  sendDocument(telegramId: bigint, document: OperatorDocument): Promise<Delivery>;
}
