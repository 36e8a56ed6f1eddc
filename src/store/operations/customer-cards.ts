import { z } from 'zod';
import { continuesBought } from '../money/purchases.ts';
import type { Querier } from '../postgres/database.ts';
import { moment, money, statement } from '../postgres/statement.ts';

const cardRow = z.object({
  customerId: z.string(),
  telegramId: z.bigint(),
  firstName: z.string(),
  username: z.string().nullable(),
  locale: z.string().nullable(),
  isReachable: z.boolean(),
  registeredAt: moment,
  balanceKopecks: money,
  receivableKopecks: money,
  entitlementId: z.string().nullable(),
  plan: z.string().nullable(),
  status: z.enum(['provisioning', 'active', 'ended']).nullable(),
  endsAt: moment.nullable(),
  renewals: z.bigint(),
  reissues: z.bigint(),
  /** When the present key was made, and since when another, which it replaces, waits for its end. */
  issuedAt: moment.nullable(),
  replacedAt: moment.nullable(),
  isVip: z.boolean(),
  personalPercent: z.number().nullable(),
  personalEndsAt: moment.nullable(),
});
export type CustomerCardRow = z.infer<typeof cardRow>;

const findCardStatement = statement(
  'find-customer-card',
  cardRow,
  `select c.customer_id as "customerId", c.telegram_id as "telegramId", c.first_name as "firstName", c.username,
     c.locale, c.is_reachable as "isReachable", c.created_at as "registeredAt",
     w.balance_kopecks as "balanceKopecks", w.receivable_kopecks as "receivableKopecks",
     e.entitlement_id as "entitlementId", e.plan, e.status, e.ends_at as "endsAt", (
       select count(*) from entitlement_grants g
       where g.customer_id = c.customer_id and g.source in ('purchase', 'promo') 
         and ${continuesBought('g')}) as renewals,
     k.reissues, k.issued_at as "issuedAt", k.replaced_at as "replacedAt",
     v.customer_id is not null as "isVip", p.percent as "personalPercent", p.expires_at as "personalEndsAt"
   from customers c
   join wallets w on w.customer_id = c.customer_id
   left join entitlements e on e.customer_id = c.customer_id
   cross join lateral (
     select count(*) filter (where superseded_at is not null) as reissues,
       max(created_at) filter (where revoked_at is null and superseded_at is null) as issued_at,
       max(superseded_at) filter (where revoked_at is null) as replaced_at
     from credentials where entitlement_id = e.entitlement_id) k
   left join customer_discounts v on v.customer_id = c.customer_id and v.kind = 'vip'
     and (v.expires_at is null or v.expires_at > $2)
   left join customer_discounts p on p.customer_id = c.customer_id and p.kind = 'personal'
     and (p.expires_at is null or p.expires_at > $2)
   where c.telegram_id = $1`,
);

/** What operators see of a customer at once. No key is in it. */
export async function findCustomerCard(
  db: Querier,
  telegramId: bigint,
  now: Date,
): Promise<CustomerCardRow | null> {
  return (await db.query(findCardStatement, [telegramId, now]))[0] ?? null;
}
