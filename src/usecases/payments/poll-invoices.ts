import { nextInvoicePoll } from '../../domain/schedules.ts';
import type { PaymentProvider } from '../../ports/payment-provider.ts';
import { type Invoice, scheduleInvoicePoll, takeInvoicesDueForPoll } from '../../store/invoices.ts';
import type { Shop } from '../shop.ts';
import { settleCharge } from './settle-charge.ts';

/** One call to a provider asks about this many invoices. */
const PAGE = 100;
/** Others leave taken invoices alone this long, should this process die with them. */
const TAKEN_MS = 60_000;

/**
 * Asks a provider about invoices whose poll is due and settles what was paid: the list is the truth, a
 * webhook only a hint. Returns how many charges were new.
 * Throws: Fault `provider-unreachable`; the taken invoices come up again by themselves.
 */
export async function pollInvoices(shop: Shop, provider: PaymentProvider): Promise<number> {
  let settled = 0;
  for (;;) {
    const now = shop.clock.now();
    const until = new Date(now.getTime() + TAKEN_MS);
    const due = await takeInvoicesDueForPoll(shop.db, { method: provider.name, now, until, limit: PAGE });
    settled += await settlePage(shop, provider, due);
    if (due.length < PAGE) return settled;
  }
}

async function settlePage(shop: Shop, provider: PaymentProvider, due: Invoice[]): Promise<number> {
  if (due.length === 0) return 0;
  const verdicts = await provider.fetch(due);
  let settled = 0;
  for (const [index, invoice] of due.entries()) {
    const verdict = verdicts[index] ?? { kind: 'unknown' };
    if (verdict.kind === 'ok' && (await settleCharge(shop, verdict.charge)) === 'settled') settled += 1;
    await scheduleInvoicePoll(shop.db, invoice.invoiceId, nextInvoicePoll(invoice, shop.clock.now()));
  }
  return settled;
}
