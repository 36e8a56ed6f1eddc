import { createHash } from 'node:crypto';
import { toDecimalText } from '../../domain/money/money.ts';
import type { VerifiedCharge } from '../../domain/money/settlement.ts';
import { isFault } from '../../lib/fault.ts';
import type { HttpClient } from '../../lib/http-client.ts';
import type {
  InvoiceReference,
  InvoiceRequest,
  InvoiceVerdict,
  OpenedInvoice,
  PaymentProvider,
  ProviderEvent,
  ProviderRecord,
  RawNotice,
  VerifiedEvent,
} from '../../ports/payment-provider.ts';
import { createProviderPolicy, providerRefused } from '../provider-policy.ts';
import { type CryptoPayAccess, callMethod, parseJson } from './call-method.ts';
import { findInvoiceByPayload, findInvoicesById, listPaidInvoices, type Read } from './list-invoices.ts';
import { isSignatureGenuine } from './signature.ts';
import { invoiceSchema, type ProviderInvoice, webhookSchema } from './wire.ts';

export type CryptoPaySettings = CryptoPayAccess & {
  /** Comma separated assets a customer may pay with. */
  acceptedAssets: string;
};

export const CRYPTO_PAY = 'cryptobot';

/**
 * Crypto Pay (@CryptoBot): invoices in roubles, paid in any accepted asset. A paid invoice cannot be given back
 * through it: there is no such method.
 * Source: payments.md §1 (Crypto Pay API 1.5.2, 18 Mar 2026); signature vectors in signature.test.ts.
 */
export function createCryptoPay(settings: CryptoPaySettings, http: HttpClient): PaymentProvider {
  const policy = createProviderPolicy('Crypto Pay');
  const read: Read = (method, body) => policy.repeatable(() => callMethod(settings, http, { method, body }));
  const openNew = async (request: InvoiceRequest) => {
    const call = { method: 'createInvoice', body: createBody(settings, request) };
    return invoiceSchema.parse(await policy.once(() => callMethod(settings, http, call)));
  };
  return {
    name: CRYPTO_PAY,
    minimumKopecks: null,
    hasWebhook: true,
    async create(request, isRepeat) {
      // There is no idempotency key: an earlier attempt whose answer was lost is found by our payload.
      const found = isRepeat ? await findInvoiceByPayload(read, request.invoiceId) : null;
      return openedOf(found ?? (await openNew(request)));
    },
    verify: (notice) => verifyWebhook(settings.token, notice),
    readStored: (body) => readEvent(JSON.parse(body), Buffer.from(body)),
    confirm: async (event) => event,
    fetch: (invoices) => fetchVerdicts(read, invoices),
    cancel: (invoice) => cancelInvoice(read, invoice),
    refund: null,
    list: (range) => listCharges(read, range),
  };
}

function createBody(settings: CryptoPaySettings, request: InvoiceRequest): object {
  return {
    currency_type: 'fiat',
    fiat: 'RUB',
    accepted_assets: settings.acceptedAssets,
    amount: toDecimalText(request.amountKopecks),
    description: request.description.slice(0, 1024),
    payload: request.invoiceId,
    allow_comments: false,
    allow_anonymous: false,
    expires_in: request.expiresInSeconds,
  };
}

async function fetchVerdicts(read: Read, invoices: InvoiceReference[]): Promise<InvoiceVerdict[]> {
  const byId = await findInvoicesById(
    read,
    invoices.flatMap((invoice) => invoice.providerInvoiceId ?? []),
  );
  const verdicts: InvoiceVerdict[] = [];
  for (const { invoiceId, providerInvoiceId } of invoices) {
    const found =
      providerInvoiceId === null
        ? await findInvoiceByPayload(read, invoiceId)
        : (byId.get(providerInvoiceId) ?? null);
    verdicts.push(verdictOf(found));
  }
  return verdicts;
}

/**
 * A deleted invoice is gone for good. What the service answers about one that cannot be deleted is not
 * documented, so after a refusal it is the invoice itself that is looked at.
 */
async function cancelInvoice(read: Read, invoice: InvoiceReference): Promise<void> {
  const id =
    invoice.providerInvoiceId ?? (await findInvoiceByPayload(read, invoice.invoiceId))?.invoice_id ?? null;
  if (id === null) return;
  try {
    await read('deleteInvoice', { invoice_id: Number(id) });
  } catch (error) {
    if (!isFault(error, 'provider-refused')) throw error;
    const left = (await findInvoicesById(read, [String(id)])).get(String(id));
    if (left?.status === 'active') throw error;
  }
}

async function* listCharges(read: Read, range: { since: Date; until: Date }): AsyncIterable<ProviderRecord> {
  for await (const invoice of listPaidInvoices(read, range)) {
    yield { kind: 'charge', charge: chargeOf(invoice) };
  }
}

function verdictOf(invoice: ProviderInvoice | null): InvoiceVerdict {
  if (!invoice) return { kind: 'unknown' };
  if (invoice.status === 'active') return { kind: 'unpaid' };
  if (invoice.status === 'expired') return { kind: 'declined' };
  return { kind: 'ok', charge: chargeOf(invoice) };
}

function verifyWebhook(token: string, { headers, rawBody }: RawNotice): VerifiedEvent {
  const signature = headers['crypto-pay-api-signature'];
  if (typeof signature !== 'string' || !isSignatureGenuine(token, rawBody, signature)) {
    return { ok: false, refusal: 'bad-signature' };
  }
  const json = parseJson(rawBody);
  return json === undefined
    ? { ok: false, refusal: 'bad-body' }
    : { ok: true, event: readEvent(json, rawBody) };
}

/**
 * A genuine notice of a shape we do not know is kept under its own hash and moves no money: refusing it
 * would make Crypto Pay retry and then switch the webhook off for every payment.
 */
function readEvent(json: unknown, rawBody: Uint8Array): ProviderEvent {
  const parsed = webhookSchema.safeParse(json);
  if (!parsed.success) {
    const objectId = createHash('sha256').update(rawBody).digest('hex');
    return { objectId, state: 'unreadable', charge: null, refund: null, isHint: false };
  }
  const invoice = parsed.data.payload;
  return {
    objectId: String(invoice.invoice_id),
    state: invoice.status,
    charge: invoice.status === 'paid' ? chargeOf(invoice) : null,
    refund: null,
    isHint: false,
  };
}

/** Of a paid invoice. */
function chargeOf(invoice: ProviderInvoice): VerifiedCharge {
  const isFiat = invoice.currency_type === 'fiat';
  return {
    provider: CRYPTO_PAY,
    providerChargeId: String(invoice.invoice_id),
    invoiceId: invoice.payload ?? null,
    providerAmount: invoice.amount,
    providerCurrency: (isFiat ? invoice.fiat : invoice.asset) ?? 'unknown',
    payerTelegramId: null,
    chargedAt: new Date(invoice.paid_at ?? invoice.created_at),
  };
}

function openedOf(invoice: ProviderInvoice): OpenedInvoice {
  if (invoice.bot_invoice_url === undefined) {
    throw providerRefused('Crypto Pay createInvoice', 'an invoice without an address');
  }
  return {
    providerInvoiceId: String(invoice.invoice_id),
    payUrl: invoice.bot_invoice_url,
    providerAmount: invoice.amount,
    providerCurrency: invoice.fiat ?? 'RUB',
  };
}
