import { isFault } from '../../lib/fault.ts';
import type { InvoiceVerdict, PaymentProvider } from '../../ports/payment-provider.ts';
import { addJob } from '../../store/jobs.ts';
import { cancelInvoice, findInvoice } from '../../store/money/invoices.ts';
import { settleCharge } from '../payments/settle-charge.ts';
import type { Shop } from '../shop.ts';

/** `closed`: no such invoice of this customer, or it expired, was cancelled or replaced, and is not paid. */
export type InvoiceState = 'paid' | 'waiting' | 'closed';

/**
 * Asks the provider about one invoice now and settles it if it is paid. A provider that does not answer
 * leaves it `waiting`.
 */
export async function checkInvoice(
  shop: Shop,
  providers: ReadonlyMap<string, PaymentProvider>,
  claim: { invoiceId: string; customerId: string },
): Promise<InvoiceState> {
  const invoice = await findInvoice(shop.db, claim.invoiceId);
  if (!invoice || invoice.customerId !== claim.customerId) return 'closed';
  if (invoice.status === 'paid') return 'paid';
  const provider = providers.get(invoice.method);
  const verdict = provider ? await askProvider(provider, invoice) : undefined;
  if (verdict?.kind === 'ok') await settleCharge(shop, verdict.charge);
  return stateOf((await findInvoice(shop.db, claim.invoiceId)) ?? invoice);
}

function stateOf(invoice: { status: string }): InvoiceState {
  if (invoice.status === 'paid') return 'paid';
  return invoice.status === 'open' || invoice.status === 'opening' ? 'waiting' : 'closed';
}

async function askProvider(
  provider: PaymentProvider,
  invoice: { invoiceId: string; providerInvoiceId: string | null },
): Promise<InvoiceVerdict | undefined> {
  try {
    return (await provider.fetch([invoice]))[0];
  } catch (error) {
    if (isFault(error, 'provider-unreachable')) return undefined;
    throw error;
  }
}

/**
 * Withdraws a demand that was not paid, with the promise to tell its provider; false when it is not open any
 * more (paid, for one). A payment that comes all the same is honoured.
 */
export async function cancelOpenInvoice(
  shop: Shop,
  claim: { invoiceId: string; customerId: string },
): Promise<boolean> {
  return shop.db.transaction('cancel-invoice', async (tx) => {
    const isCancelled = await cancelInvoice(tx, claim.invoiceId, claim.customerId);
    if (isCancelled) await addJob(tx, 'cancel-invoice', { invoiceId: claim.invoiceId });
    return isCancelled;
  });
}
