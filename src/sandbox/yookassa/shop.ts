import type { Alarms } from '../state/alarms.ts';
import type { Counters } from '../state/counters.ts';
import type { Journal } from '../state/journal.ts';
import { HttpRefusal } from '../transport/http.ts';
import { type Amount, toAmount, toKopecks } from './amount.ts';
import { createObjects, type Objects } from './objects.ts';
import { YooKassaRefusal } from './refusal.ts';
import type { PaymentRequest, RefundRequest } from './requests.ts';

/** A payment with YooKassa's own field names. Source: payments.md §3. */
export type Payment = {
  id: string;
  status: 'pending' | 'waiting_for_capture' | 'succeeded' | 'canceled';
  amount: Amount;
  description?: string | undefined;
  recipient: { account_id: string; gateway_id: string };
  created_at: string;
  captured_at?: string;
  confirmation?: { type: 'redirect'; return_url: string; confirmation_url: string };
  payment_method?: { type: 'bank_card'; id: string; saved: false; title: string };
  cancellation_details?: { party: string; reason: string };
  refunded_amount?: Amount;
  test: true;
  paid: boolean;
  refundable: boolean;
  metadata: Record<string, string>;
  receipt_registration?: 'pending' | 'succeeded';
};

/** A refund with YooKassa's own field names. */
export type Refund = {
  id: string;
  status: 'succeeded';
  payment_id: string;
  amount: Amount;
  description?: string | undefined;
  created_at: string;
};

/** What a notification tells. */
export type ShopEvent = { event: string; object: Payment | Refund };

/** The shop's books at the provider, and what its payers and its owner do there. */
export type Shop = {
  payments: Objects<Payment>;
  refunds: Objects<Refund>;
  /** `pageUrl`: the address in front of a payment's id. */
  createPayment(request: PaymentRequest, pageUrl: string): Payment;
  /** Throws: YooKassaRefusal for one that is unknown or does not wait for capture. */
  cancelHeld(paymentId: string): Payment;
  /** Throws: YooKassaRefusal for an unknown payment, and for more than is left of it. */
  refund(request: RefundRequest): Refund;
  /** The payer pays. Throws: HttpRefusal 404 or 409. */
  pay(paymentId: string): Payment;
  /** The payer's bank says no. Throws: HttpRefusal 404 or 409. */
  decline(paymentId: string): Payment;
};

/** How long a payer may take; an hour for cards. */
const PENDING_MS = 3_600_000;

type Dependencies = {
  shopId: string;
  journal: Journal;
  counters: Counters;
  alarms: Alarms;
  onEvent(event: ShopEvent): void;
};

type Change = (payment: Payment, fields: Partial<Payment>) => Payment;

export function createShop({ shopId, journal, counters, alarms, onEvent }: Dependencies): Shop {
  const payments = createObjects<Payment>(journal, 'yookassa-payment');
  const refunds = createObjects<Refund>(journal, 'yookassa-refund');
  const twoStep = new Set(journal.load<true>('yookassa-two-step').map(({ key }) => key));
  const moment = (): string => new Date(alarms.nowMs()).toISOString();
  const newId = (): string => objectId(alarms.nowMs(), counters.next('yookassa-object'));
  const change: Change = (payment, fields) => {
    const { confirmation: _over, ...rest } = payment;
    const changed = { ...rest, ...fields };
    payments.put(changed);
    alarms.cancel(`yookassa:${payment.id}`);
    onEvent({ event: `payment.${changed.status}`, object: changed });
    return changed;
  };
  const watch = ({ id, status, created_at }: Payment): void => {
    if (status !== 'pending') return;
    alarms.set(`yookassa:${id}`, Date.parse(created_at) + PENDING_MS, () => {
      const payment = payments.find(id);
      if (payment?.status === 'pending') cancel(change, payment, EXPIRED);
    });
  };
  payments.all().forEach(watch);
  return {
    payments,
    refunds,
    createPayment(request, pageUrl) {
      const payment = newPayment(newId(), request, { shopId, pageUrl, createdAt: moment() });
      payments.put(payment);
      watch(payment);
      if (!request.capture) {
        twoStep.add(payment.id);
        journal.put('yookassa-two-step', payment.id, true);
      }
      return payment;
    },
    cancelHeld(id) {
      const payment = payments.find(id);
      if (!payment) throw new YooKassaRefusal('not_found', 'Payment does not exist', 'payment_id');
      if (payment.status === 'waiting_for_capture') return cancel(change, payment, BY_MERCHANT);
      throw new YooKassaRefusal('invalid_request', `Payment is ${payment.status}`, 'payment_id');
    },
    refund(request) {
      const payment = takeFrom(payments.find(request.payment_id), request.amount);
      const { payment_id, amount, description } = request;
      const refund: Refund = {
        id: newId(),
        status: 'succeeded',
        payment_id,
        amount,
        description,
        created_at: moment(),
      };
      payments.put(payment);
      refunds.put(refund);
      onEvent({ event: 'refund.succeeded', object: refund });
      return refund;
    },
    pay(id) {
      const payment = getPending(payments, id);
      const payment_method = { type: 'bank_card', id, saved: false, title: 'Bank card *4444' } as const;
      const paid = { paid: true, payment_method };
      return twoStep.has(id)
        ? change(payment, { ...paid, status: 'waiting_for_capture' })
        : change(payment, { ...paid, status: 'succeeded', captured_at: moment(), refundable: true });
    },
    decline: (id) => cancel(change, getPending(payments, id), DECLINED),
  };
}

type Reason = { party: string; reason: string };

/** Source: YooKassa API, cancellation_details. */
const EXPIRED: Reason = { party: 'yoo_money', reason: 'expired_on_confirmation' };
const BY_MERCHANT: Reason = { party: 'merchant', reason: 'canceled_by_merchant' };
const DECLINED: Reason = { party: 'payment_network', reason: 'general_decline' };

function cancel(change: Change, payment: Payment, cancellation_details: Reason): Payment {
  return change(payment, { status: 'canceled', paid: false, cancellation_details });
}

function getPending(payments: Objects<Payment>, id: string): Payment {
  const payment = payments.find(id);
  if (!payment) throw new HttpRefusal(404, 'no such payment');
  if (payment.status !== 'pending') throw new HttpRefusal(409, `this payment is ${payment.status}`);
  return payment;
}

/** The payment once `amount` of it has been given back. Throws: YooKassaRefusal. */
function takeFrom(payment: Payment | undefined, amount: Amount): Payment {
  if (payment?.status !== 'succeeded') {
    const why = 'Payment does not exist or cannot be refunded';
    throw new YooKassaRefusal('invalid_request', why, 'payment_id');
  }
  const before = payment.refunded_amount ? toKopecks(payment.refunded_amount) : 0n;
  const refunded = before + toKopecks(amount);
  const whole = toKopecks(payment.amount);
  if (refunded > whole) throw new YooKassaRefusal('invalid_request', 'More than is left', 'amount.value');
  return { ...payment, refunded_amount: toAmount(refunded), refundable: refunded < whole };
}

type Opening = { shopId: string; pageUrl: string; createdAt: string };

function newPayment(id: string, request: PaymentRequest, { shopId, pageUrl, createdAt }: Opening): Payment {
  const { amount, confirmation, description, metadata, receipt } = request;
  return {
    id,
    status: 'pending',
    amount,
    ...(description === undefined ? {} : { description }),
    recipient: { account_id: shopId, gateway_id: shopId },
    created_at: createdAt,
    confirmation: { ...confirmation, confirmation_url: `${pageUrl}${id}` },
    test: true,
    paid: false,
    refundable: false,
    metadata,
    ...(receipt ? { receipt_registration: 'pending' as const } : {}),
  };
}

/** Like the service's: grows with time, and is never given twice, not even after the state was wiped. */
function objectId(nowMs: number, count: number): string {
  const seconds = Math.floor(nowMs / 1000)
    .toString(16)
    .padStart(8, '0');
  return `${seconds}-000f-5000-8000-${count.toString(16).padStart(12, '0')}`;
}
