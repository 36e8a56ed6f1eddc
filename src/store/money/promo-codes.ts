import { z } from 'zod';
import type { PromoFacts } from '../../domain/money/promo.ts';
import type { Querier } from '../postgres/database.ts';
import { moment, noRow, statement } from '../postgres/statement.ts';

/** A promo code. `maxUses` null: unlimited. */
export type PromoCode = {
  promoId: string;
  code: string;
  discountPercent: number;
  maxUses: number | null;
  perCustomerLimit: number;
  usedCount: number;
  reservedCount: number;
  isActive: boolean;
  expiresAt: Date | null;
};

const promoRow = z.object({
  promoId: z.string(),
  code: z.string(),
  discountPercent: z.number(),
  maxUses: z.number().nullable(),
  perCustomerLimit: z.number(),
  usedCount: z.number(),
  reservedCount: z.number(),
  isActive: z.boolean(),
  expiresAt: moment.nullable(),
});
const COLUMNS = `p.promo_id as "promoId", p.code, p.discount_percent as "discountPercent",
  p.max_uses as "maxUses", p.per_customer_limit as "perCustomerLimit", p.used_count as "usedCount",
  p.reserved_count as "reservedCount", p.is_active as "isActive", p.expires_at as "expiresAt"`;

const findByCodeStatement = statement(
  'find-promo-by-code',
  promoRow,
  `select ${COLUMNS} from promo_codes p where p.code = $1 and p.is_active`,
);

/** The active code of that name (upper case). */
export async function findPromoByCode(db: Querier, code: string): Promise<PromoCode | null> {
  return (await db.query(findByCodeStatement, [code]))[0] ?? null;
}

const lockPromoStatement = statement(
  'lock-promo',
  promoRow,
  `select ${COLUMNS} from promo_codes p where p.promo_id = $1 for update`,
);

const freeOverdueStatement = statement(
  'free-overdue-promo-places',
  promoRow,
  `with freed as (
     update promo_uses set status = 'released'
     where promo_id = $1 and status = 'reserved' and expires_at <= $2 and customer_id <> $3 returning 1
   )
   update promo_codes p set reserved_count = p.reserved_count - (select count(*) from freed)
   where p.promo_id = $1 returning ${COLUMNS}`,
);

/**
 * Locks a code and frees the places of others whose time is over. Lock the wallet first: the order of locks is
 * wallet, promo code.
 */
export async function lockPromo(
  tx: Querier,
  place: { promoId: string; customerId: string; now: Date },
): Promise<PromoCode | null> {
  if ((await tx.query(lockPromoStatement, [place.promoId])).length === 0) return null;
  return (await tx.query(freeOverdueStatement, [place.promoId, place.now, place.customerId]))[0] ?? null;
}

const ownUsesStatement = statement(
  'count-own-promo-uses',
  z.object({ ownUses: z.bigint(), hasReservation: z.boolean() }),
  `select count(*) filter (where status = 'redeemed') as "ownUses",
     coalesce(bool_or(status = 'reserved'), false) as "hasReservation"
   from promo_uses where promo_id = $1 and customer_id = $2`,
);

/** How often a customer has used a code, and whether a place is held for them. */
export async function countOwnPromoUses(
  db: Querier,
  place: { promoId: string; customerId: string },
): Promise<Pick<PromoFacts, 'ownUses' | 'hasReservation'>> {
  const [row] = await db.query(ownUsesStatement, [place.promoId, place.customerId]);
  return { ownUses: Number(row?.ownUses ?? 0n), hasReservation: row?.hasReservation ?? false };
}

const reserveStatement = statement(
  'reserve-promo-place',
  noRow,
  `with moved as (
     update promo_uses set quote_id = $4, expires_at = greatest(expires_at, $6)
     where promo_id = $2 and customer_id = $3 and status = 'reserved' returning 1
   ), added as (
     insert into promo_uses (use_id, promo_id, customer_id, quote_id, status, reserved_at, expires_at)
     select $1, $2, $3, $4, 'reserved', $5, $6 where not exists (select from moved) returning 1
   )
   update promo_codes set reserved_count = reserved_count + 1
   where promo_id = $2 and exists (select from added)`,
);

/** Holds the customer's one place of a locked code for a quote; a place held before moves to it. */
export async function reservePromoPlace(
  tx: Querier,
  place: {
    useId: string;
    promoId: string;
    customerId: string;
    quoteId: string;
    reservedAt: Date;
    expiresAt: Date;
  },
): Promise<void> {
  await tx.query(reserveStatement, [
    place.useId,
    place.promoId,
    place.customerId,
    place.quoteId,
    place.reservedAt,
    place.expiresAt,
  ]);
}

const extendStatement = statement(
  'extend-promo-place',
  z.object({ useId: z.string() }),
  `update promo_uses set expires_at = greatest(expires_at, $3)
   where promo_id = $1 and customer_id = $2 and status = 'reserved' returning use_id as "useId"`,
);

/** Holds a place as long as the invoice that needs it; false when it is no longer held. */
export async function extendPromoPlace(
  tx: Querier,
  place: { promoId: string; customerId: string; until: Date },
): Promise<boolean> {
  return (await tx.query(extendStatement, [place.promoId, place.customerId, place.until])).length > 0;
}

const saveSessionStatement = statement(
  'save-promo-session',
  noRow,
  `insert into promo_sessions (customer_id, promo_id, expires_at) values ($1, $2, $3)
   on conflict (customer_id) do update set promo_id = excluded.promo_id, expires_at = excluded.expires_at`,
);

/** Remembers the code a customer has entered; it takes the place of an earlier one. */
export async function savePromoSession(
  tx: Querier,
  session: { customerId: string; promoId: string; expiresAt: Date },
): Promise<void> {
  await tx.query(saveSessionStatement, [session.customerId, session.promoId, session.expiresAt]);
}

const dropSessionStatement = statement(
  'drop-promo-session',
  noRow,
  'delete from promo_sessions where customer_id = $1',
);

export async function dropPromoSession(tx: Querier, customerId: string): Promise<void> {
  await tx.query(dropSessionStatement, [customerId]);
}

const insertPromoStatement = statement(
  'insert-promo-code',
  z.object({ promoId: z.string() }),
  `insert into promo_codes (promo_id, code, discount_percent, max_uses, per_customer_limit, expires_at,
     created_by, created_at) values ($1, $2, $3, $4, 1, $5, $6, $7)
   on conflict (code) where is_active do nothing returning promo_id as "promoId"`,
);

/** Adds a code; false when an active one has its name. */
export async function insertPromoCode(
  tx: Querier,
  promo: Pick<PromoCode, 'promoId' | 'code' | 'discountPercent' | 'maxUses' | 'expiresAt'> & {
    actor: string;
    createdAt: Date;
  },
): Promise<boolean> {
  const rows = await tx.query(insertPromoStatement, [
    promo.promoId,
    promo.code,
    promo.discountPercent,
    promo.maxUses,
    promo.expiresAt,
    promo.actor,
    promo.createdAt,
  ]);
  return rows.length > 0;
}

const endPromoStatement = statement(
  'end-promo-code',
  z.object({ promoId: z.string() }),
  `update promo_codes set is_active = false, deactivated_at = $2
   where code = $1 and is_active and (not $3 or expires_at <= $2 or used_count >= max_uses)
   returning promo_id as "promoId"`,
);

/** Ends the active code of a name. `onlyIfSpent`: only one that nobody can use any more. */
export async function endPromoCode(
  tx: Querier,
  end: { code: string; now: Date; onlyIfSpent: boolean },
): Promise<boolean> {
  return (await tx.query(endPromoStatement, [end.code, end.now, end.onlyIfSpent])).length > 0;
}

const endPromoByIdStatement = statement(
  'end-promo-by-id',
  z.object({ code: z.string() }),
  `update promo_codes set is_active = false, deactivated_at = $2 where promo_id = $1 and is_active
   returning code`,
);

/** Ends this very code; its name, or null when it had ended before. */
export async function endPromoById(tx: Querier, end: { promoId: string; now: Date }): Promise<string | null> {
  return (await tx.query(endPromoByIdStatement, [end.promoId, end.now]))[0]?.code ?? null;
}

const listingRow = promoRow.extend({ overLimit: z.bigint(), createdAt: moment });
/** A code as an operator sees it. */
export type PromoListing = z.infer<typeof listingRow>;
const LISTING = `select ${COLUMNS}, p.created_at as "createdAt",
  (select count(*) from promo_uses u where u.promo_id = p.promo_id and u.is_over_limit) as "overLimit"
  from promo_codes p`;

const listPromosStatement = statement(
  'list-promo-codes',
  listingRow,
  `${LISTING} order by p.created_at desc, p.promo_id limit $1 offset $2`,
);

/** The newest first. */
export async function listPromoCodes(
  db: Querier,
  { limit, offset }: { limit: number; offset: number },
): Promise<PromoListing[]> {
  return db.query(listPromosStatement, [limit, offset]);
}

const findListingStatement = statement('find-promo-listing', listingRow, `${LISTING} where p.promo_id = $1`);

export async function findPromoListing(db: Querier, promoId: string): Promise<PromoListing | null> {
  return (await db.query(findListingStatement, [promoId]))[0] ?? null;
}
