import { z } from 'zod';

/** An invoice as Crypto Pay sends it; amounts are decimal texts. Source: payments.md §1. */
export const invoiceSchema = z.object({
  invoice_id: z.number().int(),
  status: z.enum(['active', 'paid', 'expired']),
  currency_type: z.enum(['crypto', 'fiat']).optional(),
  fiat: z.string().optional(),
  asset: z.string().optional(),
  amount: z.string(),
  bot_invoice_url: z.string().optional(),
  payload: z.string().optional(),
  created_at: z.string(),
  paid_at: z.string().optional(),
});
export type ProviderInvoice = z.infer<typeof invoiceSchema>;

export const listSchema = z.object({ items: z.array(z.unknown()) });

/** An item of a shape we do not know is left out: one of them must not hide all the others. */
export function readInvoices(items: unknown[]): ProviderInvoice[] {
  return items.flatMap((item) => invoiceSchema.safeParse(item).data ?? []);
}

/** `update_id` is documented as not unique and is not looked at. */
export const webhookSchema = z.object({ update_type: z.literal('invoice_paid'), payload: invoiceSchema });
