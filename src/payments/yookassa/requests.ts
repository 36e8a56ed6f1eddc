import { type Kopecks, toDecimalText } from '../../domain/money/money.ts';
import type { InvoiceRequest, RefundRequest } from '../../ports/payment-provider.ts';

/** What a receipt (54-FZ) needs to know: where it is sent, and the code of the shop's VAT rate. */
export type ReceiptSettings = { email: string; vatCode: number };

/** Source: YooKassa API, payment and receipt fields. */
const MAX_DESCRIPTION = 128;

type Texts = { returnUrl: string; receipt: ReceiptSettings | null };
type Amount = { value: string; currency: string };

/** The body of `POST /payments`. Source: payments.md §3. */
export function paymentBody({ returnUrl, receipt }: Texts, request: InvoiceRequest): object {
  const amount = roubleAmount(request.amountKopecks);
  const description = request.description.slice(0, MAX_DESCRIPTION);
  return {
    amount,
    capture: true,
    confirmation: { type: 'redirect', return_url: returnUrl },
    description,
    metadata: { invoice_id: request.invoiceId },
    ...receiptOf(receipt, amount, description),
  };
}

/** The body of `POST /refunds`. A refund in part needs a receipt of its own. Source: payments.md §3. */
export function refundBody({ receipt }: Pick<Texts, 'receipt'>, request: RefundRequest): object {
  const amount = { value: request.providerAmount, currency: request.providerCurrency };
  const description = request.reason.slice(0, MAX_DESCRIPTION);
  return {
    payment_id: request.providerChargeId,
    amount,
    description: `${description} ${refundMark(request.refundId)}`,
    ...receiptOf(receipt, amount, description),
  };
}

/** Our id at the end of a refund's description: it has no other field of ours. 128 + 1 + 2 + 64 fit into its 250. */
export function refundMark(refundId: string): string {
  return `[${refundId}]`;
}

/** One item, so that the sum of the items is the amount whatever it is. */
function receiptOf(receipt: ReceiptSettings | null, amount: Amount, description: string): object {
  if (!receipt) return {};
  const item = {
    description: description.slice(0, MAX_DESCRIPTION),
    quantity: '1.00',
    amount,
    vat_code: receipt.vatCode,
    payment_subject: 'service',
    payment_mode: 'full_payment',
  };
  return { receipt: { customer: { email: receipt.email }, items: [item] } };
}

function roubleAmount(amountKopecks: Kopecks): Amount {
  return { value: toDecimalText(amountKopecks), currency: 'RUB' };
}
