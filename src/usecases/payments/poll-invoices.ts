import { nextInvoicePoll } from '../../domain/schedules.ts';
import type { InvoiceVerdict, PaymentProvider } from '../../ports/payment-provider.ts';
import { type Invoice, scheduleInvoicePoll, takeInvoicesDueForPoll } from '../../store/money/invoices.ts';
import type { Shop } from '../shop.ts';
import { settleCharge } from './settle-charge.ts';

/** One call to a provider asks about this many invoices. */
const PAGE = 100;
/** Others leave taken invoices alone this long, should this process die with them. */
const TAKEN_MS = 60_000;

/**
 * Asks every provider about invoices whose poll is due and settles what was paid: the provider's word is the
 * truth, a webhook only a hint. One that is away does not keep the others waiting. Returns how many charges
 * were new.
 * Throws: AggregateError of what went wrong; the taken invoices come up again by themselves.
 */
export async function pollInvoices(
  shop: Shop,
  providers: ReadonlyMap<string, PaymentProvider>,
): Promise<number> {
  let settled = 0;
  const failures: unknown[] = [];
  for (const provider of providers.values()) {
    try {
      settled += await pollProvider(shop, provider);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'some providers could not be asked');
  return settled;
}

async function pollProvider(shop: Shop, provider: PaymentProvider): Promise<number> {
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
  const failures: unknown[] = [];
  for (const [index, invoice] of due.entries()) {
    try {
      settled += await settleVerdict(shop, invoice, verdicts[index]);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'some invoices could not be settled');
  return settled;
}

/** One invoice that cannot be settled comes up again by itself and does not keep the others waiting. */
async function settleVerdict(
  shop: Shop,
  invoice: Invoice,
  verdict: InvoiceVerdict | undefined,
): Promise<number> {
  const outcome = verdict?.kind === 'ok' ? await settleCharge(shop, verdict.charge) : 'known';
  await scheduleInvoicePoll(shop.db, invoice.invoiceId, nextInvoicePoll(invoice, shop.clock.now()));
  return outcome === 'known' ? 0 : 1;
}
