import { z } from 'zod';
import { lastPurchaseOf } from '../money/purchases.ts';
import type { Querier, Transaction } from '../postgres/database.ts';
import { moment, money, statement } from '../postgres/statement.ts';

const renewingRow = z.object({ entitlementId: z.string(), customerId: z.string(), endsAt: moment });
/** An entitlement that renews itself, and the end that comes near. */
export type RenewingEntitlement = z.infer<typeof renewingRow>;

const listRenewingStatement = statement(
  'list-renewing-entitlements',
  renewingRow,
  `select e.entitlement_id as "entitlementId", e.customer_id as "customerId", e.ends_at as "endsAt"
   from entitlements e join customers c on c.customer_id = e.customer_id
   where e.renews_itself and e.status <> 'ended' and (e.ends_at, e.entitlement_id) > ($1, $2::uuid)
     and e.ends_at <= $3 and c.is_reachable
   order by e.ends_at, e.entitlement_id limit $4`,
);

/** A page of those that end until `until`, after the one named, in the order of their ends. */
export async function listRenewing(
  db: Querier,
  page: { after: { endsAt: Date; entitlementId: string }; until: Date; limit: number },
): Promise<RenewingEntitlement[]> {
  const { after, until, limit } = page;
  return db.query(listRenewingStatement, [after.endsAt, after.entitlementId, until, limit]);
}

const factsRow = z.object({
  entitlementId: z.string(),
  endsAt: moment,
  renewsItself: z.boolean(),
  plan: z.string().nullable(),
  periodDays: z.number().nullable(),
});

const findFactsStatement = statement(
  'find-renewal-facts',
  factsRow,
  `select e.entitlement_id as "entitlementId", e.ends_at as "endsAt", e.renews_itself as "renewsItself", last.plan, last.period_days as "periodDays"
   from entitlements e left join lateral (
     ${lastPurchaseOf('e.customer_id')}) last on true
   where e.customer_id = $1`,
);

/** What a renewal is decided on; plan and period are those of the last subscription that was bought. Lock the wallet first. */
export async function findRenewalFacts(
  tx: Transaction,
  customerId: string,
): Promise<z.infer<typeof factsRow> | null> {
  return (await tx.query(findFactsStatement, [customerId]))[0] ?? null;
}

const isNoticeKnownStatement = statement(
  'is-notice-known',
  z.object({ isKnown: z.boolean() }),
  'select exists (select from notices where notice_key = $1) as "isKnown"',
);

/** Whether a message was sent, or is being sent. */
export async function isNoticeKnown(tx: Transaction, noticeKey: string): Promise<boolean> {
  return (await tx.query(isNoticeKnownStatement, [noticeKey]))[0]?.isKnown ?? false;
}

const switchStatement = statement(
  'switch-renewal',
  z.object({ entitlementId: z.string() }),
  `update entitlements set renews_itself = $2 where customer_id = $1 returning entitlement_id as "entitlementId"`,
);

/** False when the customer has never had access. */
export async function saveRenewsItself(
  tx: Transaction,
  customerId: string,
  renewsItself: boolean,
): Promise<boolean> {
  return (await tx.query(switchStatement, [customerId, renewsItself])).length > 0;
}

const findJustRenewedStatement = statement(
  'find-just-renewed',
  z.object({ endsAt: moment }),
  `select g.ends_at as "endsAt" from entitlement_grants g join invoices i on i.invoice_id = g.invoice_id
   where g.customer_id = $1 and g.granted_at > $2 and i.source_key like 'renewal:%'
   order by g.granted_at desc limit 1`,
);

/** Where a renewal that happened by itself since a moment has put the end; null: there was none. */
export async function findJustRenewed(db: Querier, customerId: string, since: Date): Promise<Date | null> {
  return (await db.query(findJustRenewedStatement, [customerId, since]))[0]?.endsAt ?? null;
}

const noticeRow = z.object({ amountKopecks: money, endsAt: moment });

const findNoticeStatement = statement(
  'find-renewal-notice',
  noticeRow,
  `select i.amount_kopecks as "amountKopecks", g.ends_at as "endsAt"
   from invoices i join entitlement_grants g on g.invoice_id = i.invoice_id where i.invoice_id = $1`,
);

export async function findRenewalNotice(
  db: Querier,
  invoiceId: string,
): Promise<z.infer<typeof noticeRow> | null> {
  return (await db.query(findNoticeStatement, [invoiceId]))[0] ?? null;
}
