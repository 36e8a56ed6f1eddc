import { roubles } from '../../domain/money/money.ts';
import type { VerifiedRefund } from '../../domain/money/refunds.ts';
import type { VerifiedCharge } from '../../domain/money/settlement.ts';
import { isFault } from '../../lib/fault.ts';
import type { HttpClient } from '../../lib/http-client.ts';
import type {
  InvoiceReference,
  InvoiceVerdict,
  OpenedInvoice,
  PaymentProvider,
  ProviderEvent,
  ProviderRecord,
  RefundRequest,
  RefundVerdict,
} from '../../ports/payment-provider.ts';
import { createProviderPolicy, providerRefused } from '../provider-policy.ts';
import { createAddressTest, YOOKASSA_ADDRESSES } from './allowed-addresses.ts';
import { acceptedValue, callApi, type YooKassaAccess } from './call-api.ts';
import {
  type Call,
  findPaymentsByInvoice,
  findRefundByOurId,
  listPayments,
  listRefunds,
} from './list-objects.ts';
import { readNotice, verifyNotice } from './notices.ts';
import { paymentBody, type ReceiptSettings, refundBody } from './requests.ts';
import { type ProviderPayment, type ProviderRefund, paymentSchema, refundSchema } from './wire.ts';

export type YooKassaSettings = YooKassaAccess & {
  /** Where the customer comes back to from the provider's page. */
  returnUrl: string;
  /** Null: receipts are not sent through YooKassa. */
  receipt: ReceiptSettings | null;
  /** Where notices may come from; the service's own ranges unless told otherwise. */
  allowedAddresses?: readonly string[];
};

export const YOOKASSA = 'yookassa';
/** The least that a bank card or SBP pays. Source: YooKassa's limits of payment methods; not in payments.md. */
const MINIMUM = roubles(1);

/**
 * YooKassa: payments in roubles by card, SBP and others, on the provider's page.
 *
 * Our invoice's id is the idempotence key, remembered for 24 hours, far longer than an invoice lives: repeating
 * `create` finds the payment. A redirect payment has no expiry of ours: the provider cancels a pending one by
 * itself after its method's time (an hour for cards), and its API cancels only what waits for capture, which
 * ours never do. So `cancel` is null, and one that is paid late is settled like any other.
 * Source: payments.md §3; fixtures.ts.
 */
export function createYooKassa(settings: YooKassaSettings, http: HttpClient): PaymentProvider {
  const policy = createProviderPolicy('YooKassa');
  const call: Call = (one) => policy.repeatable(() => callApi(settings, http, one));
  const isAllowed = createAddressTest(settings.allowedAddresses ?? YOOKASSA_ADDRESSES);
  return {
    name: YOOKASSA,
    minimumKopecks: MINIMUM,
    hasWebhook: true,
    async create(request) {
      const post = { key: request.invoiceId, body: paymentBody(settings, request) };
      const answer = await call({ path: '/payments', post });
      return openedOf(paymentSchema.parse(acceptedValue(answer, 'create payment')));
    },
    verify: (notice) => verifyNotice(isAllowed, notice),
    readStored: (body) => readNotice(JSON.parse(body), Buffer.from(body)),
    confirm: (event) => confirmEvent(call, event),
    fetch: (invoices) => fetchVerdicts(call, invoices),
    cancel: null,
    refund: (request) => refundCharge(call, settings.receipt, request),
    list: (range) => listRecords(call, range),
  };
}

/** Only the object itself, read with our own credentials, says what happened; a foreign one is not found. */
async function confirmEvent(call: Call, event: ProviderEvent): Promise<ProviderEvent> {
  if (!event.isHint) return event;
  const known = { ...event, isHint: false };
  if (event.state.startsWith('refund.')) {
    const refund = await findRefund(call, event.objectId);
    return { ...known, refund: refund?.status === 'succeeded' ? verifiedRefund(refund) : null };
  }
  const payment = await findPayment(call, event.objectId);
  return { ...known, charge: payment?.status === 'succeeded' ? verifiedCharge(payment) : null };
}

async function fetchVerdicts(call: Call, invoices: InvoiceReference[]): Promise<InvoiceVerdict[]> {
  const nameless = invoices.filter(({ providerInvoiceId }) => providerInvoiceId === null);
  const byInvoice = await findPaymentsByInvoice(call, new Set(nameless.map(({ invoiceId }) => invoiceId)));
  const verdicts: InvoiceVerdict[] = [];
  for (const { invoiceId, providerInvoiceId } of invoices) {
    const payment =
      providerInvoiceId === null
        ? (byInvoice.get(invoiceId) ?? null)
        : await findPayment(call, providerInvoiceId);
    verdicts.push(verdictOf(payment));
  }
  return verdicts;
}

function verdictOf(payment: ProviderPayment | null): InvoiceVerdict {
  switch (payment?.status) {
    case undefined:
      return { kind: 'unknown' };
    case 'pending':
    case 'waiting_for_capture':
      return { kind: 'unpaid' };
    case 'canceled':
      return { kind: 'declined' };
    case 'succeeded':
      return { kind: 'ok', charge: verifiedCharge(payment) };
  }
}

/**
 * The refund's id is the key, but keys are forgotten after 24 hours and an answer may be waited for longer: so
 * the refund is looked for first, by our id in its description. A pending one is asked again later.
 */
async function refundCharge(
  call: Call,
  receipt: ReceiptSettings | null,
  request: RefundRequest,
): Promise<RefundVerdict> {
  try {
    const found = await findRefundByOurId(call, request);
    if (found) return refundVerdictOf(found);
    const post = { key: request.refundId, body: refundBody({ receipt }, request) };
    const answer = await call({ path: '/refunds', post });
    if (!answer.ok) return { kind: 'declined', reason: answer.code };
    return refundVerdictOf(refundSchema.parse(answer.value));
  } catch (error) {
    if (isFault(error, 'provider-unreachable')) return { kind: 'unknown' };
    throw error;
  }
}

function refundVerdictOf(refund: ProviderRefund): RefundVerdict {
  if (refund.status === 'succeeded') return { kind: 'ok', refund: verifiedRefund(refund) };
  if (refund.status === 'pending') return { kind: 'unknown' };
  return { kind: 'declined', reason: refund.cancellation_details?.reason ?? 'canceled' };
}

async function* listRecords(call: Call, range: { since: Date; until: Date }): AsyncIterable<ProviderRecord> {
  for await (const payment of listPayments(call, range)) {
    yield { kind: 'charge', charge: verifiedCharge(payment) };
  }
  for await (const refund of listRefunds(call, range)) {
    yield { kind: 'refund', refund: verifiedRefund(refund) };
  }
}

async function findPayment(call: Call, paymentId: string): Promise<ProviderPayment | null> {
  const found = await findObject(call, `/payments/${encodeURIComponent(paymentId)}`);
  return found === null ? null : paymentSchema.parse(found);
}

async function findRefund(call: Call, refundId: string): Promise<ProviderRefund | null> {
  const found = await findObject(call, `/refunds/${encodeURIComponent(refundId)}`);
  return found === null ? null : refundSchema.parse(found);
}

/** What is not there, and what is not even an id, is null. */
async function findObject(call: Call, path: string): Promise<unknown> {
  const answer = await call({ path });
  if (!answer.ok && (answer.status === 404 || answer.status === 400)) return null;
  return acceptedValue(answer, `GET ${path}`);
}

/** Of a succeeded payment. */
function verifiedCharge(payment: ProviderPayment): VerifiedCharge {
  return {
    provider: YOOKASSA,
    providerChargeId: payment.id,
    invoiceId: payment.metadata?.invoice_id ?? null,
    providerAmount: payment.amount.value,
    providerCurrency: payment.amount.currency,
    payerTelegramId: null,
    chargedAt: new Date(payment.captured_at ?? payment.created_at),
  };
}

/** Of a succeeded refund. Whoever made it, here or in the shop's cabinet: the payer's bank did not. */
function verifiedRefund(refund: ProviderRefund): VerifiedRefund {
  return {
    provider: YOOKASSA,
    providerChargeId: refund.payment_id,
    providerRefundId: refund.id,
    providerAmount: refund.amount.value,
    providerCurrency: refund.amount.currency,
    isChargeback: false,
    refundedAt: new Date(refund.created_at),
  };
}

function openedOf(payment: ProviderPayment): OpenedInvoice {
  const payUrl = payment.confirmation?.confirmation_url;
  if (payUrl === undefined) throw providerRefused('YooKassa create payment', 'a payment without an address');
  return {
    providerInvoiceId: payment.id,
    payUrl,
    providerAmount: payment.amount.value,
    providerCurrency: payment.amount.currency,
  };
}
