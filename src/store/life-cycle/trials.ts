import { z } from 'zod';
import type { TrialFacts } from '../../domain/life-cycle.ts';
import type { Querier, Transaction } from '../postgres/database.ts';
import { moment, noRow, statement } from '../postgres/statement.ts';

const findFactsStatement = statement(
  'find-trial-facts',
  z.object({ trialUsedAt: moment.nullable(), isEntitled: z.boolean(), hasBought: z.boolean() }),
  `select c.trial_used_at as "trialUsedAt",
     exists (select from entitlements e where e.customer_id = $1 and e.ends_at > $2) as "isEntitled",
     exists (select from entitlement_grants g where g.customer_id = $1 and g.source in ('purchase', 'promo'))
       as "hasBought"
   from customers c where c.customer_id = $1`,
);

export async function findTrialFacts(db: Querier, customerId: string, now: Date): Promise<TrialFacts> {
  const [facts] = await db.query(findFactsStatement, [customerId, now]);
  if (!facts) throw new Error(`there is no customer ${customerId}`);
  return facts;
}

const markUsedStatement = statement(
  'mark-trial-used',
  noRow,
  'update customers set trial_used_at = $2 where customer_id = $1',
);

export async function markTrialUsed(tx: Transaction, customerId: string, usedAt: Date): Promise<void> {
  await tx.query(markUsedStatement, [customerId, usedAt]);
}

const findReferrerStatement = statement(
  'find-referrer',
  z.object({ referrerId: z.string() }),
  'select referrer_id as "referrerId" from referrals where customer_id = $1',
);

/** Who brought this customer; null: nobody. */
export async function findReferrerOf(db: Querier, customerId: string): Promise<string | null> {
  return (await db.query(findReferrerStatement, [customerId]))[0]?.referrerId ?? null;
}
