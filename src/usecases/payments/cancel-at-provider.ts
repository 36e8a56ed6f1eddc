import { isFault } from '../../lib/fault.ts';
import type { PaymentProvider } from '../../ports/payment-provider.ts';
import { findInvoice } from '../../store/money/invoices.ts';
import type { Shop } from '../shop.ts';

const UNWANTED: readonly string[] = ['superseded', 'cancelled', 'expired'];

/**
 * Has a provider withdraw a demand that nobody wants paid any more. Where it cannot, or will not, nothing is
 * lost: what is paid all the same is honoured. Safe to repeat.
 * Throws: Fault `provider-unreachable` (retryable).
 */
export async function cancelAtProvider(
  shop: Shop,
  providers: ReadonlyMap<string, PaymentProvider>,
  invoiceId: string,
): Promise<'asked' | 'left'> {
  const invoice = await findInvoice(shop.db, invoiceId);
  if (!invoice || !UNWANTED.includes(invoice.status)) return 'left';
  const provider = providers.get(invoice.method);
  if (!provider?.cancel) return 'left';
  try {
    await provider.cancel(invoice);
    return 'asked';
  } catch (error) {
    if (isFault(error, 'provider-refused')) return 'left';
    throw error;
  }
}
