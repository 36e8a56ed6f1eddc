import type { z } from 'zod';
import { providerRefused } from '../provider-policy.ts';
import { acceptedValue, type YooKassaAnswer, type YooKassaCall } from './call-api.ts';
import { refundMark } from './requests.ts';
import {
  listSchema,
  type ProviderPayment,
  type ProviderRefund,
  paymentSchema,
  refundSchema,
} from './wire.ts';

/** Calls what may be repeated. */
export type Call = (call: YooKassaCall) => Promise<YooKassaAnswer>;

/** The most that one answer holds. Source: YooKassa API, lists of objects. */
const PAGE_SIZE = 100;
/** 100,000 objects: three times what a million customers buy in a day. */
const MAX_PAGES = 1_000;
/** 1,000 payments: far more than are opened while one lost answer is looked for. */
const MAX_PAGES_OF_SEARCH = 10;

type Range = { since: Date; until: Date };

/** Payments that were captured with `since` ≤ captured_at < `until`. Throws: as `pagesOf`. */
export async function* listPayments(call: Call, { since, until }: Range): AsyncIterable<ProviderPayment> {
  const filter = {
    status: 'succeeded',
    'captured_at.gte': since.toISOString(),
    'captured_at.lt': until.toISOString(),
  };
  for await (const page of pagesOf(call, { path: '/payments', filter, maxPages: MAX_PAGES, isWhole: true })) {
    yield* readItems(paymentSchema, page);
  }
}

/** Refunds that were made with `since` ≤ created_at < `until`. Throws: as `pagesOf`. */
export async function* listRefunds(call: Call, { since, until }: Range): AsyncIterable<ProviderRefund> {
  const filter = {
    status: 'succeeded',
    'created_at.gte': since.toISOString(),
    'created_at.lt': until.toISOString(),
  };
  for await (const page of pagesOf(call, { path: '/refunds', filter, maxPages: MAX_PAGES, isWhole: true })) {
    yield* readItems(refundSchema, page);
  }
}

/**
 * The newest payments that carry one of our invoices' ids, by it. Metadata is no filter of the service, so
 * the newest payments are read, up to a bound. A succeeded payment hides others of the same invoice.
 */
export async function findPaymentsByInvoice(
  call: Call,
  invoiceIds: ReadonlySet<string>,
): Promise<Map<string, ProviderPayment>> {
  const found = new Map<string, ProviderPayment>();
  if (invoiceIds.size === 0) return found;
  const search = { path: '/payments', filter: {}, maxPages: MAX_PAGES_OF_SEARCH, isWhole: false };
  for await (const page of pagesOf(call, search)) {
    for (const payment of readItems(paymentSchema, page)) {
      const invoiceId = payment.metadata?.invoice_id;
      if (invoiceId === undefined || !invoiceIds.has(invoiceId)) continue;
      if (!found.has(invoiceId) || payment.status === 'succeeded') found.set(invoiceId, payment);
    }
    if (found.size === invoiceIds.size) break;
  }
  return found;
}

/**
 * The refund that an earlier attempt with this id has made. One page: nobody gives a charge back in a hundred parts.
 */
export async function findRefundByOurId(
  call: Call,
  request: { refundId: string; providerChargeId: string },
): Promise<ProviderRefund | null> {
  const query = new URLSearchParams({ payment_id: request.providerChargeId, limit: String(PAGE_SIZE) });
  const answer = await call({ path: `/refunds?${query}` });
  // An unknown charge is refused here or has no refunds: what is asked next decides.
  if (!answer.ok) return null;
  const refunds = readItems(refundSchema, listSchema.parse(answer.value).items);
  return refunds.find(({ description }) => description?.endsWith(refundMark(request.refundId))) ?? null;
}

type Listing = { path: string; filter: Record<string, string>; maxPages: number; isWhole: boolean };

/**
 * Pages of a list, newest first, by cursor. `isWhole`: nothing may be missing.
 *
 * Throws: Fault `provider-refused` when a whole list is longer than its bound: part of the books is not the books.
 */
async function* pagesOf(call: Call, listing: Listing): AsyncIterable<unknown[]> {
  let cursor: string | undefined;
  for (let page = 0; page < listing.maxPages; page += 1) {
    const query = new URLSearchParams({ ...listing.filter, limit: String(PAGE_SIZE) });
    if (cursor !== undefined) query.set('cursor', cursor);
    const answer = acceptedValue(await call({ path: `${listing.path}?${query}` }), `list ${listing.path}`);
    const { items, next_cursor } = listSchema.parse(answer);
    yield items;
    if (next_cursor === undefined) return;
    cursor = next_cursor;
  }
  if (listing.isWhole) throw providerRefused(`YooKassa list ${listing.path}`, 'too many to list');
}

/** An item of a shape we do not know is left out: one of them must not hide all the others. */
function readItems<T>(schema: z.ZodType<T>, items: unknown[]): T[] {
  return items.flatMap((item) => schema.safeParse(item).data ?? []);
}
