import { z } from 'zod';
import type { Kopecks } from '../../domain/money/money.ts';
import { kopecks } from '../../domain/money/money.ts';
import type { Querier } from '../postgres/database.ts';
import { money, statement } from '../postgres/statement.ts';
import type { Span } from './customer-figures.ts';

const count = z.bigint().transform(Number);

/** What went over the shop's border in a span, and what referrers got of it. */
export type OutsideMoney = {
  takenKopecks: Kopecks;
  givenBackKopecks: Kopecks;
  commissionKopecks: Kopecks;
  payments: number;
};

const sumOutsideStatement = statement(
  'sum-outside-money',
  z.object({
    takenKopecks: money,
    givenBackKopecks: money,
    commissionKopecks: money,
    payments: count,
  }),
  `select coalesce(sum(amount_kopecks) filter (where kind = 'charge-received'), 0)::bigint as "takenKopecks",
     coalesce(sum(amount_kopecks) filter (where kind = 'refund-paid'), 0)::bigint as "givenBackKopecks",
     coalesce(sum(case kind when 'commission-owed' then amount_kopecks when 'commission-reversed' then -amount_kopecks
       end), 0)::bigint as "commissionKopecks",
     count(*) filter (where kind = 'charge-received') as payments
   from transfers where kind in ('charge-received', 'refund-paid', 'commission-owed', 'commission-reversed')
     and recorded_at >= $1 and recorded_at < $2`,
);

const NOTHING: OutsideMoney = {
  takenKopecks: kopecks(0n),
  givenBackKopecks: kopecks(0n),
  commissionKopecks: kopecks(0n),
  payments: 0,
};

/** Adds up lines of the ledger. What is paid from wallets came in before, and is not counted again. */
export async function sumOutsideMoney(db: Querier, span: Span): Promise<OutsideMoney> {
  return (await db.query(sumOutsideStatement, [span.since, span.until]))[0] ?? NOTHING;
}

const countPayersStatement = statement(
  'count-payers',
  z.object({ count }),
  `select count(*) as count from (select from transfers
     where kind = 'charge-received' and customer_id is not null and recorded_at >= $1 and recorded_at < $2
     group by customer_id) payers`,
);

/** Customers whose money came in a span. */
export async function countPayers(db: Querier, span: Span): Promise<number> {
  return (await db.query(countPayersStatement, [span.since, span.until]))[0]?.count ?? 0;
}

const countInvoicesStatement = statement(
  'count-invoices',
  z.object({ all: count, paid: count, unpaid: count }),
  `select count(*) as all, count(*) filter (where status = 'paid') as paid,
     count(*) filter (where status in ('expired', 'cancelled')) as unpaid
   from invoices where created_at >= $1 and created_at < $2`,
);

/** Invoices of a span. `unpaid`: they expired or were cancelled; one that made room for the next is neither. */
export async function countInvoices(
  db: Querier,
  span: Span,
): Promise<{ all: number; paid: number; unpaid: number }> {
  return (
    (await db.query(countInvoicesStatement, [span.since, span.until]))[0] ?? { all: 0, paid: 0, unpaid: 0 }
  );
}
