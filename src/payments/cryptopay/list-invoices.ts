import { providerRefused } from '../provider-policy.ts';
import { listSchema, type ProviderInvoice, readInvoices } from './wire.ts';

/** Calls a method that may be repeated. */
export type Read = (method: string, body: object) => Promise<unknown>;

/**
 * getInvoices takes up to 1000; 200 of the longest descriptions and payloads still stay below the 4 MiB that
 * the HTTP client accepts.
 */
const PAGE_SIZE = 200;
/** 100,000 invoices: three times what a million customers buy in a day. */
const MAX_PAGES = 500;
/** 2,000 invoices: far more than are opened while one lost answer is looked for. */
const MAX_PAGES_OF_SEARCH = 10;
/** An invoice of ours can be paid for at most 31 days. Source: payments.md §1, expires_in. */
const LONGEST_LIFE_MS = 31 * 86_400_000;

/**
 * The invoices that were paid with `since` ≤ paid_at < `until`. The list is ordered by creation, so it is read
 * until everything on a page is too old to have been paid in the range. New payments only push older ones
 * down while it is read: an invoice may be met twice, which is noticed, and never missed.
 *
 * Throws: Fault `provider-refused` when the bound on pages is met: part of the books is not the books.
 */
export async function* listPaidInvoices(
  read: Read,
  { since, until }: { since: Date; until: Date },
): AsyncIterable<ProviderInvoice> {
  const seen = new Set<number>();
  const oldestMs = since.getTime() - LONGEST_LIFE_MS;
  let pages = 0;
  for await (const page of invoicePages(read, 'paid', MAX_PAGES)) {
    pages += 1;
    for (const invoice of page) {
      const paidMs = Date.parse(invoice.paid_at ?? invoice.created_at);
      const isInRange = paidMs >= since.getTime() && paidMs < until.getTime();
      if (isInRange && !seen.has(invoice.invoice_id)) yield invoice;
      seen.add(invoice.invoice_id);
    }
    if (isNewestFirst(page) && page.every(({ created_at }) => Date.parse(created_at) < oldestMs)) return;
  }
  if (pages === MAX_PAGES) throw providerRefused('Crypto Pay getInvoices', 'too many to list');
}

/** The invoice that carries our id as its payload, among the newest unpaid and the newest paid. */
export async function findInvoiceByPayload(read: Read, invoiceId: string): Promise<ProviderInvoice | null> {
  for (const status of ['active', 'paid'] as const) {
    for await (const page of invoicePages(read, status, MAX_PAGES_OF_SEARCH)) {
      const found = page.find((invoice) => invoice.payload === invoiceId);
      if (found) return found;
    }
  }
  return null;
}

/** What the provider says about these ids; unknown ones are absent. At most 1000 ids. */
export async function findInvoicesById(read: Read, ids: string[]): Promise<Map<string, ProviderInvoice>> {
  if (ids.length === 0) return new Map();
  const answer = await read('getInvoices', { invoice_ids: ids.join(','), count: ids.length });
  const found = readInvoices(listSchema.parse(answer).items);
  return new Map(found.map((invoice) => [String(invoice.invoice_id), invoice]));
}

async function* invoicePages(
  read: Read,
  status: 'active' | 'paid',
  maxPages: number,
): AsyncIterable<ProviderInvoice[]> {
  for (let page = 0; page < maxPages; page += 1) {
    const body = { status, offset: page * PAGE_SIZE, count: PAGE_SIZE };
    const { items } = listSchema.parse(await read('getInvoices', body));
    yield readInvoices(items);
    if (items.length < PAGE_SIZE) return;
  }
}

/** The order is the service's habit and no promise of it: only what is seen is relied on. */
function isNewestFirst(page: ProviderInvoice[]): boolean {
  const [first, last] = [page[0], page.at(-1)];
  return first !== undefined && last !== undefined && first.invoice_id > last.invoice_id;
}
