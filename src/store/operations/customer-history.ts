import { z } from 'zod';
import type { Querier } from '../postgres/database.ts';
import { moment, money, statement } from '../postgres/statement.ts';

/** What operators, or customers themselves, did to access and prices, as the audit calls it. */
export const HISTORY_ACTS = [
  'access-revoked',
  'access-adopted',
  'credential-reissued',
  'discount-granted',
  'discount-ended',
] as const;

/** Lines of the ledger that change a wallet. */
export const WALLET_LINES = [
  'charge-received',
  'purchase',
  'commission-paid',
  'commission-clawed',
  'refund-clawed',
  'withdrawal-held',
  'withdrawal-returned',
  'adjustment',
  'receivable-collected',
] as const;

export const GRANT_SOURCES = ['purchase', 'operator', 'promo', 'trial'] as const;

const eventRow = z.object({
  at: moment,
  source: z.enum(GRANT_SOURCES).nullable(),
  plan: z.string().nullable(),
  endsAt: moment.nullable(),
  act: z.enum(HISTORY_ACTS).nullable(),
  line: z.enum(WALLET_LINES).nullable(),
  amountKopecks: money.nullable(),
  /** Why a wallet was adjusted; of a discount its kind and percent. */
  note: z.string().nullable(),
});
/** One thing that happened to a customer: a term given, an act, or a line of the ledger. */
export type CustomerEvent = z.infer<typeof eventRow>;

const listEventsStatement = statement(
  'list-customer-events',
  eventRow,
  `select at, source, plan, ends_at as "endsAt", act, line, amount as "amountKopecks", note from (
     (select granted_at as at, grant_id as id, source, plan, ends_at, null as act, null as line, null::bigint as amount,
        null as note
      from entitlement_grants where customer_id = $1 order by granted_at desc limit $2)
     union all
     (select recorded_at, entry_id, null, null, null, action, null, null,
        case action when 'discount-granted' then concat_ws(' ', details ->> 'kind', details ->> 'percent') end
      from audit_entries where customer_id = $1 and action = any ($5::text[]) order by recorded_at desc limit $2)
     union all
     (select t.recorded_at, t.transfer_id, null, null, null, null, t.kind,
        case when t.credit_account = 'wallet:' || $1::text then t.amount_kopecks else - t.amount_kopecks end, a.reason
      from transfers t left join adjustments a on a.adjustment_id = t.adjustment_id
      where t.customer_id = $1 and t.kind = any ($6::text[]) order by t.recorded_at desc limit $2)
   ) events order by at desc, id desc limit $3 offset $4`,
);

/** A page, the newest first; `limit` is of what is read after `offset`. */
export async function listCustomerEvents(
  db: Querier,
  page: { customerId: string; offset: number; limit: number; seesMoney: boolean },
): Promise<CustomerEvent[]> {
  const { customerId, offset, limit, seesMoney } = page;
  return db.query(listEventsStatement, [
    customerId,
    offset + limit,
    limit,
    offset,
    HISTORY_ACTS,
    seesMoney ? WALLET_LINES : [],
  ]);
}
