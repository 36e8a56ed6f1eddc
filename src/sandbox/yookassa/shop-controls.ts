import { z } from 'zod';
import { HttpRefusal } from '../transport/http.ts';
import type { RetryingSender } from '../transport/retrying-sender.ts';
import { amountSchema, toAmount, toKopecks } from './amount.ts';
import type { YooKassaApi } from './api.ts';
import { YooKassaRefusal } from './refusal.ts';
import type { Payment, Refund, Shop, ShopEvent } from './shop.ts';

/** A handler of one route: the parsed body in, the answer out. Throws: HttpRefusal. */
export type ControlRoute = (body: unknown) => unknown;

type Dependencies = { shop: Shop; notifications: RetryingSender<ShopEvent>; api: YooKassaApi };

const payment = z.strictObject({ paymentId: z.string() });
const cabinetRefund = z.strictObject({ paymentId: z.string(), value: amountSchema.shape.value.optional() });

/**
 * What people do at YooKassa, for tests and the page of a payment:
 *
 * POST /chat/yookassa/pay     { paymentId }: the payer pays → the payment
 * POST /chat/yookassa/cancel  { paymentId }: the payer's bank says no → the payment
 * POST /chat/yookassa/refund  { paymentId, value? }: a refund in the shop's cabinet, of `value` ("50.00") or of
 *                             all that is left → the refund
 * GET  /chat/yookassa         all payments and refunds, calls per operation, notifications on their way
 */
export function yookassaRoutes({ shop, notifications, api }: Dependencies): Record<string, ControlRoute> {
  return {
    'POST /chat/yookassa/pay': (body) => shop.pay(parse(payment, body).paymentId),
    'POST /chat/yookassa/cancel': (body) => shop.decline(parse(payment, body).paymentId),
    'POST /chat/yookassa/refund': (body) => {
      const { paymentId, value } = parse(cabinetRefund, body);
      return refundInCabinet(shop, paymentId, value);
    },
    'GET /chat/yookassa': () => ({
      payments: shop.payments.all(),
      refunds: shop.refunds.all(),
      calls: api.counts(),
      pendingNotifications: notifications.pending().map(({ content, failures, nextAttemptAtMs }) => ({
        event: content.event,
        objectId: content.object.id,
        failures,
        nextAttemptAtMs,
      })),
    }),
  };
}

function refundInCabinet(shop: Shop, paymentId: string, value: string | undefined): Refund {
  const found = shop.payments.find(paymentId);
  if (!found) throw new HttpRefusal(404, 'no such payment');
  const amount = value === undefined ? leftOf(found) : ({ value, currency: 'RUB' } as const);
  try {
    return shop.refund({ payment_id: paymentId, amount, description: 'Made in the cabinet' });
  } catch (error) {
    if (error instanceof YooKassaRefusal) throw new HttpRefusal(409, error.message);
    throw error;
  }
}

function leftOf({ amount, refunded_amount }: Payment) {
  return toAmount(toKopecks(amount) - (refunded_amount ? toKopecks(refunded_amount) : 0n));
}

function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new HttpRefusal(400, `${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'invalid'}`);
}
