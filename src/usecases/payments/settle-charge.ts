import { clearingOf, transferKeyOf, walletOf } from '../../domain/ledger.ts';
import { decideSettlement, type Settlement, type VerifiedCharge } from '../../domain/settlement.ts';
import { failpoint } from '../../lib/failpoint.ts';
import { insertCharge } from '../../store/charges.ts';
import { lockCustomer } from '../../store/customers.ts';
import { findInvoice, type Invoice, lockInvoice, markInvoicePaid } from '../../store/invoices.ts';
import { addJob } from '../../store/jobs.ts';
import { creditWallet, insertTransfer } from '../../store/ledger.ts';
import type { Transaction } from '../../store/postgres/database.ts';
import { buyForInvoice } from '../purchases/buy-for-invoice.ts';
import type { Shop } from '../shop.ts';

/**
 * The one place where collected money becomes anything: the charge, the ledger's lines, the entitlement and
 * the promised jobs are ONE transaction. `known`: this charge has been settled before; nothing happened.
 * `suspense`: recorded, and nobody's until an operator decides.
 *
 * Two deliveries of one charge at once:
 *   1. A locks the customer; B waits at the same lock.
 *   2. A inserts the charge and commits; B wakes, its insert meets the unique key, B does nothing.
 *   3. With no customer to lock (unknown invoice) the unique key alone makes B wait for A's commit.
 */
export async function settleCharge(
  shop: Shop,
  charge: VerifiedCharge,
): Promise<'settled' | 'known' | 'suspense'> {
  const outcome = await shop.db.transaction('settle-charge', async (tx) => {
    const invoice = await lockInvoiceOf(tx, charge);
    const settlement = decideSettlement(charge, invoice);
    const chargeId = await recordCharge(shop, tx, { charge, invoice, settlement });
    if (chargeId === null) return 'known';
    if (invoice && settlement.disposition !== 'suspense') {
      await applySettlement(shop, tx, { chargeId, invoice, settlement });
    }
    failpoint('settle:before-commit');
    return settlement.disposition === 'suspense' ? 'suspense' : 'settled';
  });
  failpoint('settle:after-commit');
  return outcome;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Lock order everywhere: customer, then invoice. */
async function lockInvoiceOf(tx: Transaction, charge: VerifiedCharge): Promise<Invoice | null> {
  if (charge.invoiceId === null || !UUID.test(charge.invoiceId)) return null;
  const invoice = await findInvoice(tx, charge.invoiceId);
  if (!invoice) return null;
  await lockCustomer(tx, invoice.customerId);
  return lockInvoice(tx, invoice.invoiceId);
}

async function recordCharge(
  shop: Shop,
  tx: Transaction,
  facts: { charge: VerifiedCharge; invoice: Invoice | null; settlement: Settlement },
): Promise<string | null> {
  const { charge, invoice, settlement } = facts;
  const now = shop.clock.now();
  const chargeId = shop.ids.rowId();
  const customerId = settlement.disposition === 'suspense' ? null : (invoice?.customerId ?? null);
  const isNew = await insertCharge(tx, {
    chargeId,
    provider: charge.provider,
    providerChargeId: charge.providerChargeId,
    customerId,
    invoiceId: invoice?.invoiceId ?? null,
    amountKopecks: settlement.creditKopecks,
    providerAmount: charge.providerAmount,
    providerCurrency: charge.providerCurrency,
    disposition: settlement.disposition,
    reason: settlement.reason,
    chargedAt: charge.chargedAt,
    recordedAt: now,
  });
  if (!isNew) return null;
  if (settlement.creditKopecks === 0n) return chargeId;
  const cause = { kind: 'charge', chargeId } as const;
  await insertTransfer(tx, {
    transferId: shop.ids.rowId(),
    idempotencyKey: transferKeyOf(cause),
    kind: 'charge-received',
    debitAccount: clearingOf(charge.provider),
    creditAccount: customerId === null ? 'suspense' : walletOf(customerId),
    amountKopecks: settlement.creditKopecks,
    customerId,
    cause,
    recordedAt: now,
  });
  return chargeId;
}

async function applySettlement(
  shop: Shop,
  tx: Transaction,
  facts: { chargeId: string; invoice: Invoice; settlement: Exclude<Settlement, { disposition: 'suspense' }> },
): Promise<void> {
  const { chargeId, invoice, settlement } = facts;
  const { customerId, invoiceId } = invoice;
  await creditWallet(tx, customerId, settlement.creditKopecks);
  if (settlement.disposition === 'buy') {
    await markInvoicePaid(tx, invoiceId, shop.clock.now());
    const bought = await buyForInvoice(shop, tx, invoice);
    if (!bought) throw new Error('a wallet just credited does not hold the amount');
  } else if (settlement.paysInvoice) {
    await markInvoicePaid(tx, invoiceId, shop.clock.now());
  }
  await addJob(tx, 'send-notice', { noticeKey: `charge:${chargeId}`, customerId, chargeId });
}
