import { z } from 'zod';

/** Decimal text, such as "149.00". Source: payments.md §3. */
const amountSchema = z.object({ value: z.string(), currency: z.string() });

/** An id that is safe in a path: a notice is written by strangers. */
const idSchema = z.string().regex(/^[\w-]{1,64}$/);

/** A payment as YooKassa sends it. Source: payments.md §3; fixtures.ts. */
export const paymentSchema = z.object({
  id: idSchema,
  status: z.enum(['pending', 'waiting_for_capture', 'succeeded', 'canceled']),
  amount: amountSchema,
  created_at: z.string(),
  captured_at: z.string().optional(),
  confirmation: z.object({ confirmation_url: z.string().optional() }).optional(),
  metadata: z.record(z.string(), z.string()).optional(),
});
export type ProviderPayment = z.infer<typeof paymentSchema>;

/** A refund as YooKassa sends it. Source: payments.md §3; fixtures.ts. */
export const refundSchema = z.object({
  id: idSchema,
  status: z.enum(['pending', 'succeeded', 'canceled']),
  amount: amountSchema,
  payment_id: idSchema,
  description: z.string().optional(),
  created_at: z.string(),
  cancellation_details: z.object({ reason: z.string() }).optional(),
});
export type ProviderRefund = z.infer<typeof refundSchema>;

export const listSchema = z.object({ items: z.array(z.unknown()), next_cursor: z.string().optional() });

/** Only these say something about money; of their objects only the id is taken. */
export const noticeSchema = z.object({
  type: z.literal('notification'),
  event: z.templateLiteral([z.enum(['payment', 'refund']), '.', z.string().regex(/^[a-z_]{1,40}$/)]),
  object: z.object({ id: idSchema }),
});

export const errorSchema = z.object({ type: z.literal('error'), code: z.string() });
