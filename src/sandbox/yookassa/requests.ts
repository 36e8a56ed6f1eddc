import { z } from 'zod';
import { type Amount, amountSchema, toKopecks } from './amount.ts';
import { YooKassaRefusal } from './refusal.ts';

/** Source: YooKassa API, fields of payments, refunds and receipts. */
const MAX_DESCRIPTION = 128;
const MAX_REFUND_DESCRIPTION = 250;
const MAX_RETURN_URL = 2_048;
const MAX_METADATA_KEYS = 16;
const MAX_ITEMS = 100;
const MAX_LIMIT = 100;
const DEFAULT_LIMIT = 10;
/** A payment below one rouble is refused by every method. */
const MINIMUM_KOPECKS = 100n;

const receiptSchema = z.strictObject({
  customer: z.strictObject({
    email: z.email().optional(),
    phone: z
      .string()
      .regex(/^\d{8,15}$/)
      .optional(),
  }),
  items: z
    .array(
      z.strictObject({
        description: z.string().min(1).max(MAX_DESCRIPTION),
        quantity: z.string().regex(/^\d{1,5}(\.\d{1,3})?$/),
        amount: amountSchema,
        vat_code: z.int().min(1).max(12),
        payment_subject: z.string().optional(),
        payment_mode: z.string().optional(),
      }),
    )
    .min(1)
    .max(MAX_ITEMS),
  tax_system_code: z.int().min(1).max(6).optional(),
});
type Receipt = z.infer<typeof receiptSchema>;

const paymentSchema = z.strictObject({
  amount: amountSchema,
  capture: z.boolean().default(false),
  confirmation: z.strictObject({
    type: z.literal('redirect'),
    return_url: z.url({ protocol: /^https?$/ }).max(MAX_RETURN_URL),
  }),
  description: z.string().max(MAX_DESCRIPTION).optional(),
  metadata: z.record(z.string().max(32), z.string().max(512)).default({}),
  receipt: receiptSchema.optional(),
});
export type PaymentRequest = z.infer<typeof paymentSchema>;

const refundSchema = z.strictObject({
  payment_id: z.string().min(1),
  amount: amountSchema,
  description: z.string().max(MAX_REFUND_DESCRIPTION).optional(),
  receipt: receiptSchema.optional(),
});
export type RefundRequest = z.infer<typeof refundSchema>;

/** Throws: YooKassaRefusal `invalid_request` naming the first wrong parameter. */
export function readPaymentRequest(body: unknown): PaymentRequest {
  const request = parse(paymentSchema, body);
  if (toKopecks(request.amount) < MINIMUM_KOPECKS) throw invalid('amount.value', 'is below the minimum');
  if (Object.keys(request.metadata).length > MAX_METADATA_KEYS)
    throw invalid('metadata', 'has too many keys');
  checkReceipt(request.receipt, request.amount);
  return request;
}

/** Throws: YooKassaRefusal `invalid_request` naming the first wrong parameter. */
export function readRefundRequest(body: unknown): RefundRequest {
  const request = parse(refundSchema, body);
  if (toKopecks(request.amount) === 0n) throw invalid('amount.value', 'must be positive');
  checkReceipt(request.receipt, request.amount);
  return request;
}

/** The sum of a receipt's items is the amount. Source: payments.md §3. */
function checkReceipt(receipt: Receipt | undefined, amount: Amount): void {
  if (!receipt) return;
  if (!receipt.customer.email && !receipt.customer.phone) throw invalid('receipt.customer', 'is nobody');
  const thousandths = receipt.items.reduce(
    (sum, item) => sum + toKopecks(item.amount) * toThousandths(item.quantity),
    0n,
  );
  if (thousandths !== toKopecks(amount) * 1000n)
    throw invalid('receipt.items', 'do not add up to the amount');
}

function toThousandths(quantity: string): bigint {
  const [whole = '0', fraction = ''] = quantity.split('.');
  return BigInt(whole + fraction.padEnd(3, '0'));
}

/** A list's filter: what an object's own fields must be, and moments as `created_at.gte`. */
export type ListFilter = {
  limit: number;
  cursor: string | undefined;
  fields: Record<string, string>;
  moments: { field: string; relation: string; atMs: number }[];
};

const RELATIONS = ['gte', 'gt', 'lte', 'lt'];

/**
 * Reads the query of a list. `fields` and `moments` are what may be asked for.
 * Throws: YooKassaRefusal `invalid_request` naming the first wrong parameter.
 */
export function readListFilter(
  query: URLSearchParams,
  known: { fields: string[]; moments: string[] },
): ListFilter {
  const filter: ListFilter = { limit: DEFAULT_LIMIT, cursor: undefined, fields: {}, moments: [] };
  for (const [name, value] of query) {
    const [field = '', relation = ''] = name.split('.');
    if (name === 'limit') filter.limit = readLimit(value);
    else if (name === 'cursor') filter.cursor = value;
    else if (known.fields.includes(name)) filter.fields[name] = value;
    else if (known.moments.includes(field) && RELATIONS.includes(relation)) {
      const atMs = Date.parse(value);
      if (Number.isNaN(atMs)) throw invalid(name, 'must be a moment in ISO 8601');
      filter.moments.push({ field, relation, atMs });
    } else throw invalid(name, 'is not known');
  }
  return filter;
}

function readLimit(value: string): number {
  const limit = /^\d{1,3}$/.test(value) ? Number(value) : 0;
  if (limit < 1 || limit > MAX_LIMIT) throw invalid('limit', `must be from 1 to ${MAX_LIMIT}`);
  return limit;
}

function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw invalid(issue?.path.join('.') || 'body', issue?.message ?? 'is invalid');
}

function invalid(parameter: string, why: string): YooKassaRefusal {
  return new YooKassaRefusal('invalid_request', `${parameter} ${why}`, parameter);
}
