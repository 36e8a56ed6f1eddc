import { z } from 'zod';
import type { Querier } from '../postgres/database.ts';
import { noRow, statement } from '../postgres/statement.ts';

/** What may reduce a customer's prices: standing discounts, and the code entered last. */
export type StandingDiscounts = {
  isVip: boolean;
  personalPercent: number | null;
  session: { promoId: string; code: string; percent: number } | null;
};

const findDiscountsStatement = statement(
  'find-standing-discounts',
  z.object({
    isVip: z.boolean(),
    personalPercent: z.number().nullable(),
    promoId: z.string().nullable(),
    code: z.string().nullable(),
    percent: z.number().nullable(),
  }),
  `select exists (select from customer_discounts d where d.customer_id = $1 and d.kind = 'vip'
       and (d.expires_at is null or d.expires_at > $2)) as "isVip",
     (select d.percent from customer_discounts d where d.customer_id = $1 and d.kind = 'personal'
       and (d.expires_at is null or d.expires_at > $2)) as "personalPercent",
     s.promo_id as "promoId", p.code, p.discount_percent as percent
   from (select 1) one
   left join promo_sessions s on s.customer_id = $1 and s.expires_at > $2
   left join promo_codes p on p.promo_id = s.promo_id`,
);

export async function findStandingDiscounts(
  db: Querier,
  customerId: string,
  now: Date,
): Promise<StandingDiscounts> {
  const [row] = await db.query(findDiscountsStatement, [customerId, now]);
  if (!row) throw new Error('a statement that always has a row had none');
  const { isVip, personalPercent, promoId, code, percent } = row;
  const session = promoId === null || code === null || percent === null ? null : { promoId, code, percent };
  return { isVip, personalPercent, session };
}

const saveDiscountStatement = statement(
  'save-discount',
  noRow,
  `insert into customer_discounts (customer_id, kind, percent, expires_at, granted_by, granted_at)
   values ($1, $2, $3, $4, $5, $6)
   on conflict (customer_id, kind) do update set percent = excluded.percent,
     expires_at = excluded.expires_at, granted_by = excluded.granted_by, granted_at = excluded.granted_at`,
);

/** Gives a customer a standing discount; it takes the place of an earlier one of its kind. */
export async function saveDiscount(
  tx: Querier,
  discount: {
    customerId: string;
    kind: 'vip' | 'personal';
    percent: number;
    expiresAt: Date | null;
    grantedBy: string;
    grantedAt: Date;
  },
): Promise<void> {
  await tx.query(saveDiscountStatement, [
    discount.customerId,
    discount.kind,
    discount.percent,
    discount.expiresAt,
    discount.grantedBy,
    discount.grantedAt,
  ]);
}

const deleteDiscountStatement = statement(
  'delete-discount',
  noRow,
  'delete from customer_discounts where customer_id = $1 and kind = $2',
);

export async function deleteDiscount(
  tx: Querier,
  customerId: string,
  kind: 'vip' | 'personal',
): Promise<void> {
  await tx.query(deleteDiscountStatement, [customerId, kind]);
}
