import { z } from 'zod';
import type { Kopecks } from '../../domain/money/money.ts';
import type { Querier } from '../postgres/database.ts';
import { moment, money, noRow, statement } from '../postgres/statement.ts';

export type WithdrawalStatus = 'pending' | 'approved' | 'rejected';

/** A customer's wish for money from the wallet. The bank details are sealed. */
export type Withdrawal = {
  withdrawalId: string;
  customerId: string;
  telegramId: bigint;
  amountKopecks: Kopecks;
  balanceKopecks: Kopecks;
  status: WithdrawalStatus;
  requestedAt: Date;
  /** Who has agreed, by their Telegram ids. */
  approvers: string[];
};

const withdrawalRow = z.object({
  withdrawalId: z.string(),
  customerId: z.string(),
  telegramId: z.bigint(),
  amountKopecks: money,
  balanceKopecks: money,
  status: z.enum(['pending', 'approved', 'rejected']),
  requestedAt: moment,
  approvers: z.array(z.string()),
});
const SELECT = `select w.withdrawal_id as "withdrawalId", w.customer_id as "customerId",
  c.telegram_id as "telegramId", w.amount_kopecks as "amountKopecks", b.balance_kopecks as "balanceKopecks",
  w.status, w.requested_at as "requestedAt",
  array(select a.admin from withdrawal_approvals a where a.withdrawal_id = w.withdrawal_id) as approvers
  from withdrawals w join customers c using (customer_id) join wallets b using (customer_id)`;

const findStatement = statement('find-withdrawal', withdrawalRow, `${SELECT} where w.withdrawal_id = $1`);

export async function findWithdrawal(db: Querier, withdrawalId: string): Promise<Withdrawal | null> {
  return (await db.query(findStatement, [withdrawalId]))[0] ?? null;
}

const findBySourceStatement = statement(
  'find-withdrawal-by-source',
  withdrawalRow,
  `${SELECT} where w.source_key = $1`,
);

export async function findWithdrawalBySource(db: Querier, sourceKey: string): Promise<Withdrawal | null> {
  return (await db.query(findBySourceStatement, [sourceKey]))[0] ?? null;
}

const listPendingStatement = statement(
  'list-pending-withdrawals',
  withdrawalRow,
  `${SELECT} where w.status = 'pending' order by w.requested_at, w.withdrawal_id limit $1`,
);

/** The oldest that wait. */
export async function listPendingWithdrawals(db: Querier, limit: number): Promise<Withdrawal[]> {
  return db.query(listPendingStatement, [limit]);
}

const insertWithdrawalStatement = statement(
  'insert-withdrawal',
  noRow,
  `insert into withdrawals (withdrawal_id, customer_id, amount_kopecks, details_ciphertext, status, source_key,
     requested_at) values ($1, $2, $3, $4, 'pending', $5, $6)`,
);

export async function insertWithdrawal(
  tx: Querier,
  withdrawal: {
    withdrawalId: string;
    customerId: string;
    amountKopecks: Kopecks;
    detailsCiphertext: Buffer;
    sourceKey: string;
    requestedAt: Date;
  },
): Promise<void> {
  await tx.query(insertWithdrawalStatement, [
    withdrawal.withdrawalId,
    withdrawal.customerId,
    withdrawal.amountKopecks,
    withdrawal.detailsCiphertext,
    withdrawal.sourceKey,
    withdrawal.requestedAt,
  ]);
}

const findDetailsStatement = statement(
  'find-withdrawal-details',
  z.object({ ciphertext: z.instanceof(Buffer) }),
  'select details_ciphertext as ciphertext from withdrawals where withdrawal_id = $1',
);

export async function findWithdrawalDetails(db: Querier, withdrawalId: string): Promise<Buffer | null> {
  return (await db.query(findDetailsStatement, [withdrawalId]))[0]?.ciphertext ?? null;
}

const approveStatement = statement(
  'insert-withdrawal-approval',
  z.object({ admin: z.string() }),
  `insert into withdrawal_approvals (withdrawal_id, admin, approved_at) values ($1, $2, $3)
   on conflict do nothing returning admin`,
);

/** False when this admin has approved it before. */
export async function insertWithdrawalApproval(
  tx: Querier,
  approval: { withdrawalId: string; admin: string; approvedAt: Date },
): Promise<boolean> {
  const { withdrawalId, admin, approvedAt } = approval;
  return (await tx.query(approveStatement, [withdrawalId, admin, approvedAt])).length > 0;
}

const decideStatement = statement(
  'decide-withdrawal',
  z.object({ withdrawalId: z.string() }),
  `update withdrawals set status = $2, decided_at = $3, decided_by = $4, reason = $5
   where withdrawal_id = $1 and status = 'pending' returning withdrawal_id as "withdrawalId"`,
);

/** False when it was decided before. */
export async function decideWithdrawal(
  tx: Querier,
  decision: {
    withdrawalId: string;
    status: 'approved' | 'rejected';
    at: Date;
    admin: string;
    reason: string | null;
  },
): Promise<boolean> {
  const { withdrawalId, status, at, admin, reason } = decision;
  return (await tx.query(decideStatement, [withdrawalId, status, at, admin, reason])).length > 0;
}
