import { z } from 'zod';
import type { Querier } from './postgres/database.ts';
import { moment, noRow, statement } from './postgres/statement.ts';

const bytes = z.instanceof(Buffer);
const linkRow = z.object({ rotation: z.number(), tokenHash: bytes });
export type SubscriptionLink = z.infer<typeof linkRow>;

const findStatement = statement(
  'find-subscription-link',
  linkRow,
  `select rotation, token_hash as "tokenHash" from subscription_links where entitlement_id = $1`,
);

export async function findSubscriptionLink(
  db: Querier,
  entitlementId: string,
): Promise<SubscriptionLink | null> {
  return (await db.query(findStatement, [entitlementId]))[0] ?? null;
}

const saveStatement = statement(
  'save-subscription-link',
  noRow,
  `insert into subscription_links (entitlement_id, customer_id, rotation, token_hash, rotated_at)
   select entitlement_id, customer_id, $2, $3, $4 from entitlements where entitlement_id = $1
   on conflict (entitlement_id) do update
     set rotation = excluded.rotation, token_hash = excluded.token_hash, rotated_at = excluded.rotated_at
     where subscription_links.rotation < excluded.rotation`,
);

/** Makes this token the one that works; a later rotation is left as it is. */
export async function saveSubscriptionLink(
  db: Querier,
  link: SubscriptionLink & { entitlementId: string; at: Date },
): Promise<void> {
  await db.query(saveStatement, [link.entitlementId, link.rotation, link.tokenHash, link.at]);
}

const subscriberRow = z.object({
  entitlementId: z.string(),
  customerId: z.string(),
  locale: z.string().nullable(),
  plan: z.string(),
  endsAt: moment,
  vlessId: z.string(),
  usedBytes: z.bigint(),
  limitBytes: z.bigint().nullable(),
  suspendedAt: moment.nullable(),
});
/** Whose subscription a token opens. */
export type Subscriber = z.infer<typeof subscriberRow>;

const findSubscriberStatement = statement(
  'find-subscriber',
  subscriberRow,
  `select e.entitlement_id as "entitlementId", e.customer_id as "customerId", u.locale,
     e.plan, e.ends_at as "endsAt", c.vless_id as "vlessId", e.suspended_at as "suspendedAt",
     coalesce(t.used_bytes, 0) as "usedBytes", t.limit_bytes as "limitBytes"
   from subscription_links l
   join entitlements e using (entitlement_id)
   join customers u on u.customer_id = e.customer_id
   join credentials c on c.entitlement_id = e.entitlement_id
     and c.revoked_at is null and c.superseded_at is null
   left join entitlement_traffic t on t.entitlement_id = e.entitlement_id
   where l.token_hash = $1`,
);

export async function findSubscriber(db: Querier, tokenHash: Buffer): Promise<Subscriber | null> {
  return (await db.query(findSubscriberStatement, [tokenHash]))[0] ?? null;
}
