import type { Api } from 'grammy';
import { z } from 'zod';
import type { ProviderRecord } from '../../ports/payment-provider.ts';
import type { ProviderPolicy } from '../provider-policy.ts';
import { callTelegram, refundIdOf } from '../telegram-payments.ts';

/** The most that one answer holds. Source: payments.md §2.1. */
const PAGE = 100;
/** A million transactions: beyond that something is wrong with the paging, not with the shop. */
const MAX_PAGES = 10_000;

/** Incoming ones have a source, outgoing ones a receiver; only those of a customer's payment concern us. */
const transactionSchema = z.object({
  id: z.string(),
  amount: z.number().int(),
  date: z.number(),
  source: z
    .object({
      type: z.literal('user'),
      user: z.object({ id: z.number() }),
      invoice_payload: z.string().optional(),
    })
    .optional(),
  receiver: z.object({ type: z.literal('user') }).optional(),
});
type Transaction = z.infer<typeof transactionSchema>;

/** The bot's star transactions as charges and refunds of a range. */
export type StarBooks = (range: { since: Date; until: Date }) => AsyncGenerator<ProviderRecord>;

/**
 * Opens the books. They come oldest first, by position only, and only ever grow at their end; a refund has the
 * id of its charge and is told apart by its receiver. `bookmark` remembers how far everything is older than
 * what was asked for last, so that asking for the last days does not read the years before them each time.
 * Source: payments.md §2.1.
 */
export function openStarBooks(api: Api, policy: ProviderPolicy): StarBooks {
  const bookmark = { offset: 0, at: 0 };
  return async function* (range) {
    const since = range.since.getTime();
    let offset = since >= bookmark.at ? bookmark.offset : 0;
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const transactions = await readPage(api, policy, offset);
      for (const one of transactions) {
        const parsed = transactionSchema.safeParse(one);
        const record = parsed.success ? recordOf(parsed.data) : null;
        if (record && isWithin(new Date(one.date * 1000), range)) yield record;
      }
      const endsAt = (transactions.at(-1)?.date ?? 0) * 1000;
      if (transactions.length < PAGE || endsAt >= range.until.getTime()) return;
      offset += PAGE;
      if (endsAt < since && offset > bookmark.offset) Object.assign(bookmark, { offset, at: endsAt });
    }
  };
}

async function readPage(api: Api, policy: ProviderPolicy, offset: number) {
  const { transactions } = await policy.repeatable(() =>
    callTelegram('getStarTransactions', () => api.getStarTransactions({ offset, limit: PAGE })),
  );
  return transactions;
}

function isWithin(at: Date, range: { since: Date; until: Date }): boolean {
  return at >= range.since && at < range.until;
}

function recordOf(transaction: Transaction): ProviderRecord | null {
  const { id, source, receiver } = transaction;
  const money = { provider: 'stars', providerChargeId: id, providerAmount: String(transaction.amount) };
  const at = new Date(transaction.date * 1000);
  if (source) {
    const charge = {
      ...money,
      providerCurrency: 'XTR',
      invoiceId: source.invoice_payload ?? null,
      payerTelegramId: BigInt(source.user.id),
      chargedAt: at,
    };
    return { kind: 'charge', charge };
  }
  if (!receiver) return null;
  const refund = {
    ...money,
    providerCurrency: 'XTR',
    providerRefundId: refundIdOf(id),
    isChargeback: true,
    refundedAt: at,
  };
  return { kind: 'refund', refund };
}
