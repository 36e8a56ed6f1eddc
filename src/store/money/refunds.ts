import { z } from 'zod';
import type { Kopecks } from '../../domain/money/money.ts';
import type { RefundKind } from '../../domain/money/refunds.ts';
import type { Querier } from '../postgres/database.ts';
import { moment, money, noRow, statement } from '../postgres/statement.ts';

/** Money back for a charge. `customerId` null: the charge was nobody's. */
export type Refund = {
  refundId: string;
  chargeId: string;
  customerId: string | null;
  provider: string;
  kind: RefundKind;
  amountKopecks: Kopecks;
  providerAmount: string;
  providerCurrency: string;
  status: 'requested' | 'done' | 'declined';
  actor: string;
  reason: string;
  requestedAt: Date;
};

const refundRow = z.object({
  refundId: z.string(),
  chargeId: z.string(),
  customerId: z.string().nullable(),
  provider: z.string(),
  kind: z.enum(['refund', 'chargeback']),
  amountKopecks: money,
  providerAmount: z.string(),
  providerCurrency: z.string(),
  status: z.enum(['requested', 'done', 'declined']),
  actor: z.string(),
  reason: z.string(),
  requestedAt: moment,
});
const COLUMNS = `r.refund_id as "refundId", r.charge_id as "chargeId", r.customer_id as "customerId", r.provider,
  r.kind, r.amount_kopecks as "amountKopecks", r.provider_amount as "providerAmount",
  r.provider_currency as "providerCurrency", r.status, r.actor, r.reason, r.requested_at as "requestedAt"`;

const insertRefundStatement = statement(
  'insert-refund',
  noRow,
  `insert into refunds (refund_id, charge_id, customer_id, provider, kind, amount_kopecks, provider_amount,
     provider_currency, status, actor, reason, source_key, requested_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, 'requested', $9, $10, $11, $12)`,
);

/** Adds a refund that has moved nothing yet. `sourceKey` names who asked: the same one never makes two. */
export async function insertRefund(
  tx: Querier,
  refund: Omit<Refund, 'status'> & { sourceKey: string },
): Promise<void> {
  await tx.query(insertRefundStatement, [
    refund.refundId,
    refund.chargeId,
    refund.customerId,
    refund.provider,
    refund.kind,
    refund.amountKopecks,
    refund.providerAmount,
    refund.providerCurrency,
    refund.actor,
    refund.reason,
    refund.sourceKey,
    refund.requestedAt,
  ]);
}

const findRefundStatement = statement(
  'find-refund',
  refundRow,
  `select ${COLUMNS} from refunds r where r.refund_id = $1`,
);

export async function getRefund(db: Querier, refundId: string): Promise<Refund> {
  const [refund] = await db.query(findRefundStatement, [refundId]);
  if (!refund) throw new Error(`there is no refund ${refundId}`);
  return refund;
}

const findBySourceStatement = statement(
  'find-refund-by-source',
  refundRow,
  `select ${COLUMNS} from refunds r where r.source_key = $1`,
);

export async function findRefundBySource(db: Querier, sourceKey: string): Promise<Refund | null> {
  return (await db.query(findBySourceStatement, [sourceKey]))[0] ?? null;
}

const findByProviderStatement = statement(
  'find-refund-by-provider',
  refundRow,
  `select ${COLUMNS} from refunds r where r.provider = $1 and r.provider_refund_id = $2`,
);

/** The refund that a provider's refund has been recorded as. */
export async function findRefundByProvider(
  db: Querier,
  told: { provider: string; providerRefundId: string },
): Promise<Refund | null> {
  return (await db.query(findByProviderStatement, [told.provider, told.providerRefundId]))[0] ?? null;
}

const listRequestedStatement = statement(
  'list-requested-refunds',
  refundRow,
  `select ${COLUMNS} from refunds r where r.charge_id = $1 and r.status = 'requested'
   order by r.requested_at, r.refund_id`,
);

/** Refunds of a charge that wait for their provider, oldest first. */
export async function listRequestedRefunds(db: Querier, chargeId: string): Promise<Refund[]> {
  return db.query(listRequestedStatement, [chargeId]);
}

const finishStatement = statement(
  'finish-refund',
  z.object({ refundId: z.string() }),
  `update refunds set status = 'done', provider_refund_id = $2, wallet_kopecks = $3, receivable_kopecks = $4,
     revoked_ms = $5, done_at = $6, refunded_at = $7
   where refund_id = $1 and status = 'requested' returning refund_id as "refundId"`,
);

/** The provider has given the money back; what it took from the customer is stored with it. */
export async function finishRefund(
  tx: Querier,
  done: {
    refundId: string;
    providerRefundId: string;
    walletKopecks: Kopecks;
    receivableKopecks: Kopecks;
    revokedMs: number;
    doneAt: Date;
    refundedAt: Date;
  },
): Promise<void> {
  const rows = await tx.query(finishStatement, [
    done.refundId,
    done.providerRefundId,
    done.walletKopecks,
    done.receivableKopecks,
    done.revokedMs,
    done.doneAt,
    done.refundedAt,
  ]);
  if (rows.length === 0) throw new Error(`refund ${done.refundId} was not waiting for its provider`);
}

const declineStatement = statement(
  'decline-refund',
  z.object({ refundId: z.string() }),
  `update refunds set status = 'declined', done_at = $2
   where refund_id = $1 and status = 'requested' returning refund_id as "refundId"`,
);

/** Nothing was given back, and the charge is free for another refund; false when it waits no more. */
export async function declineRefund(tx: Querier, refundId: string, at: Date): Promise<boolean> {
  return (await tx.query(declineStatement, [refundId, at])).length > 0;
}

/** What of a charge or refund its provider's books say as well. */
export const listedRow = z.object({
  providerId: z.string(),
  providerAmount: z.string(),
  providerCurrency: z.string(),
});
export const ownRecordRow = listedRow.extend({
  id: z.string(),
  at: moment,
  customerId: z.string().nullable(),
});

const findListedStatement = statement(
  'find-listed-refunds',
  listedRow,
  `select provider_refund_id as "providerId", provider_amount as "providerAmount",
     provider_currency as "providerCurrency"
   from refunds where provider = $1 and provider_refund_id = any ($2::text[])`,
);

/** Those of a provider's refunds that we have, as we have them. */
export async function findListedRefunds(
  db: Querier,
  provider: string,
  providerRefundIds: string[],
): Promise<{ providerId: string; providerAmount: string; providerCurrency: string }[]> {
  return db.query(findListedStatement, [provider, providerRefundIds]);
}

const listBetweenStatement = statement(
  'list-refunds-between',
  ownRecordRow,
  `select refund_id as id, refunded_at as at, provider_refund_id as "providerId", customer_id as "customerId",
     provider_amount as "providerAmount", provider_currency as "providerCurrency"
   from refunds
   where provider = $1 and refunded_at >= $2 and refunded_at < $3 and (refunded_at, refund_id) > ($2, $4)
     and provider_refund_id is not null
   order by refunded_at, refund_id limit $5`,
);

/** A page of refunds that a provider gave in a range, after the one of `since` with the id `afterId`. */
export async function listRefundsBetween(
  db: Querier,
  page: { provider: string; since: Date; until: Date; afterId: string; limit: number },
): Promise<OwnRecord[]> {
  return db.query(listBetweenStatement, [page.provider, page.since, page.until, page.afterId, page.limit]);
}

/** A charge or refund of ours, as its provider's books should have it. */
export type OwnRecord = {
  id: string;
  at: Date;
  providerId: string;
  customerId: string | null;
  providerAmount: string;
  providerCurrency: string;
};
