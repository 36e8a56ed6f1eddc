import { z } from 'zod';
import { DISCOUNT_KINDS, type Quote } from '../../domain/money/pricing.ts';
import type { Querier } from '../postgres/database.ts';
import { moment, money, noRow, statement } from '../postgres/statement.ts';

const quoteRow = z.object({
  quoteId: z.string(),
  customerId: z.string(),
  plan: z.string(),
  periodDays: z.number(),
  listPriceKopecks: money,
  discountKopecks: money,
  priceKopecks: money,
  discountKind: z.enum(DISCOUNT_KINDS),
  discountPercent: z.number(),
  promoId: z.string().nullable(),
  createdAt: moment,
  expiresAt: moment,
});

const insertQuoteStatement = statement(
  'insert-quote',
  noRow,
  `insert into quotes (quote_id, customer_id, plan, period_days, list_price_kopecks, discount_kopecks,
     price_kopecks, discount_kind, discount_percent, promo_id, created_at, expires_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
);

export async function insertQuote(db: Querier, quote: Quote): Promise<void> {
  await db.query(insertQuoteStatement, [
    quote.quoteId,
    quote.customerId,
    quote.plan,
    quote.periodDays,
    quote.listPriceKopecks,
    quote.discountKopecks,
    quote.priceKopecks,
    quote.discountKind,
    quote.discountPercent,
    quote.promoId,
    quote.createdAt,
    quote.expiresAt,
  ]);
}

const findQuoteStatement = statement(
  'find-quote',
  quoteRow,
  `select quote_id as "quoteId", customer_id as "customerId", plan, period_days as "periodDays",
     list_price_kopecks as "listPriceKopecks", discount_kopecks as "discountKopecks",
     price_kopecks as "priceKopecks", discount_kind as "discountKind", discount_percent as "discountPercent",
     promo_id as "promoId", created_at as "createdAt", expires_at as "expiresAt"
   from quotes where quote_id = $1`,
);

export async function findQuote(db: Querier, quoteId: string): Promise<Quote | null> {
  return (await db.query(findQuoteStatement, [quoteId]))[0] ?? null;
}
