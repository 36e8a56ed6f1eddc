import { z } from 'zod';
import type { Kopecks } from '../../domain/money/money.ts';
import type { Querier } from '../postgres/database.ts';
import { money, statement } from '../postgres/statement.ts';

const viewStatement = statement(
  'view-referrals',
  z.object({ payingReferrals: z.number(), invited: z.bigint(), earnedKopecks: money }),
  `select coalesce((select paying_referrals from referrers where customer_id = $1), 0) as "payingReferrals",
     (select count(*) from referrals where referrer_id = $1) as invited,
     (coalesce((select sum(amount_kopecks) from commissions where referrer_id = $1 and status = 'paid'), 0)
       - coalesce((select sum(v.amount_kopecks) from commission_reversals v
           join commissions c using (commission_id) where c.referrer_id = $1), 0))::bigint as "earnedKopecks"`,
);

/** What a referrer has brought and earned. The number of paying referrals is the one that is paid by. */
export async function findReferrals(
  db: Querier,
  customerId: string,
): Promise<{ payingReferrals: number; invited: number; earnedKopecks: Kopecks }> {
  const [row] = await db.query(viewStatement, [customerId]);
  if (!row) throw new Error('a statement that always has a row had none');
  return { ...row, invited: Number(row.invited) };
}
