import type { InvoicePurpose } from '../../domain/money/settlement.ts';
import { addJob } from '../../store/jobs.ts';
import { supersedeInvoices } from '../../store/money/invoices.ts';
import type { Transaction } from '../../store/postgres/database.ts';

/**
 * One live invoice per customer and purpose: a new one takes the place of the old, which its provider is
 * asked to withdraw. Should it be paid all the same, it is honoured.
 */
export async function supersede(tx: Transaction, customerId: string, purpose: InvoicePurpose): Promise<void> {
  for (const invoiceId of await supersedeInvoices(tx, customerId, purpose)) {
    await addJob(tx, 'cancel-invoice', { invoiceId });
  }
}
