import { z } from 'zod';
import type { Querier } from '../postgres/database.ts';
import { moment, statement } from '../postgres/statement.ts';

/** What a customer has bought last, as a subquery; `customer` is a column or a parameter. */
export function lastPurchaseOf(customer: string): string {
  return `select q.plan, q.period_days from entitlement_grants g
     left join invoices i on i.invoice_id = g.invoice_id
     join quotes q on q.quote_id = coalesce(i.quote_id, g.quote_id)
     where g.customer_id = ${customer} and g.source in ('purchase', 'promo')
     order by g.granted_at desc, g.grant_id desc limit 1`;
}

/** Whether a grant adds to what was left of one that was bought; `grant` is its alias. */
export function continuesBought(grant: string): string {
  return `exists (select from entitlement_grants earlier where earlier.customer_id = ${grant}.customer_id
       and earlier.granted_at < ${grant}.granted_at and earlier.ends_at >= ${grant}.starts_at
       and earlier.source in ('purchase', 'promo'))`;
}

const purchaseRow = z.object({ plan: z.string(), periodDays: z.number() });

const findLastPurchaseStatement = statement(
  'find-last-purchase',
  purchaseRow,
  `select last.plan, last.period_days as "periodDays" from (${lastPurchaseOf('$1')}) last`,
);

export async function findLastPurchase(
  db: Querier,
  customerId: string,
): Promise<z.infer<typeof purchaseRow> | null> {
  return (await db.query(findLastPurchaseStatement, [customerId]))[0] ?? null;
}

const termRow = z.object({
  source: z.enum(['purchase', 'operator', 'promo', 'trial']),
  plan: z.string(),
  isRenewal: z.boolean(),
  endsAt: moment,
  grantedAt: moment,
});

/** A term of access as it was given; `isRenewal`: it adds to what was left of one that was bought. */
export type AccessTerm = z.infer<typeof termRow>;

const listLatestTermsStatement = statement(
  'list-latest-terms',
  termRow,
  `select g.source, g.plan, g.ends_at as "endsAt", g.granted_at as "grantedAt", ${continuesBought('g')} as "isRenewal"
   from entitlement_grants g where g.customer_id = $1 order by g.granted_at desc, g.grant_id desc limit $2`,
);

/** The newest first. */
export async function listLatestTerms(db: Querier, customerId: string, limit: number): Promise<AccessTerm[]> {
  return db.query(listLatestTermsStatement, [customerId, limit]);
}
