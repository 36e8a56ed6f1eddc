import { z } from 'zod';
import type { Querier } from '../postgres/database.ts';
import { statement } from '../postgres/statement.ts';

/** From `since` on, before `until`. */
export type Span = { since: Date; until: Date };

const count = z.bigint().transform(Number);

const countCustomersStatement = statement(
  'count-customers',
  z.object({ count }),
  'select count(*) as count from customers where created_at >= $1 and created_at < $2',
);

/** Who came in a span. */
export async function countCustomers(db: Querier, span: Span): Promise<number> {
  return (await db.query(countCustomersStatement, [span.since, span.until]))[0]?.count ?? 0;
}

const countSubscriptionsStatement = statement(
  'count-subscriptions',
  z.object({ live: count, ended: count }),
  `select count(*) filter (where status <> 'ended' and ends_at > $1) as live,
     count(*) filter (where status = 'ended' or ends_at <= $1) as ended from entitlements`,
);

/** What is served or about to be, and what is over; trials included. */
export async function countSubscriptions(db: Querier, now: Date): Promise<{ live: number; ended: number }> {
  return (await db.query(countSubscriptionsStatement, [now]))[0] ?? { live: 0, ended: 0 };
}

const countTrialsStatement = statement(
  'count-live-trials',
  z.object({ count }),
  `select count(*) as count from entitlement_grants g join entitlements e on e.entitlement_id = g.entitlement_id
   where g.source = 'trial' and g.granted_at >= $2 and g.ends_at > $1 and e.status <> 'ended' and e.ends_at <= g.ends_at`,
);

/** Trials that run and were not followed by anything. `since`: longer ago than any trial lasts. */
export async function countLiveTrials(db: Querier, moment: { now: Date; since: Date }): Promise<number> {
  return (await db.query(countTrialsStatement, [moment.now, moment.since]))[0]?.count ?? 0;
}

const countNewStatement = statement(
  'count-new-subscriptions',
  z.object({ count }),
  `select count(distinct g.customer_id) as count from entitlement_grants g
   where g.source in ('purchase', 'promo') and g.granted_at >= $1 and g.granted_at < $2
     and not exists (select from entitlement_grants earlier where earlier.customer_id = g.customer_id
       and earlier.granted_at < $1 and earlier.source in ('purchase', 'promo'))`,
);

/** Customers whose first subscription falls into a span; a trial is none. */
export async function countNewSubscriptions(db: Querier, span: Span): Promise<number> {
  return (await db.query(countNewStatement, [span.since, span.until]))[0]?.count ?? 0;
}

const sumTermsStatement = statement(
  'sum-terms',
  z.object({ grants: count, customers: count, days: z.number() }),
  `select coalesce(sum(grants), 0)::bigint as grants, count(*) as customers,
     (coalesce(sum(seconds), 0) / 86400)::float8 as days
   from (select count(*) as grants, sum(extract(epoch from ends_at - starts_at)) as seconds from entitlement_grants
     where source in ('purchase', 'promo') and granted_at >= $1 and granted_at < $2 group by customer_id) bought`,
);

/** How often and for how many days subscriptions were bought in a span, and by how many customers. */
export async function sumTerms(
  db: Querier,
  span: Span,
): Promise<{ grants: number; customers: number; days: number }> {
  return (
    (await db.query(sumTermsStatement, [span.since, span.until]))[0] ?? { grants: 0, customers: 0, days: 0 }
  );
}

const sumReductionsStatement = statement(
  'sum-reductions',
  z.object({ days: z.number() }),
  `select (coalesce(sum(extract(epoch from ended_before - ends_at)), 0) / 86400)::float8 as days
   from entitlement_reductions where recorded_at >= $1 and recorded_at < $2`,
);

/** Days that refunds of a span took back. */
export async function sumReducedDays(db: Querier, span: Span): Promise<number> {
  return (await db.query(sumReductionsStatement, [span.since, span.until]))[0]?.days ?? 0;
}

const averageWaitStatement = statement(
  'average-activation-wait',
  z.object({ waitedMs: z.number().nullable() }),
  `select avg(honoured_after_ms)::float8 as "waitedMs" from entitlements
   where honoured_at >= $1 and honoured_at < $2`,
);

/** How long customers waited on average until a node honoured what they had got; null: nobody got anything. */
export async function averageActivationWaitMs(db: Querier, span: Span): Promise<number | null> {
  return (await db.query(averageWaitStatement, [span.since, span.until]))[0]?.waitedMs ?? null;
}
