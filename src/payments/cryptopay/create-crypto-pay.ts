import { createHash } from 'node:crypto';
import { ConsecutiveBreaker, circuitBreaker, ExponentialBackoff, handleWhen, retry, wrap } from 'cockatiel';
import { z } from 'zod';
import { toDecimalText } from '../../domain/money.ts';
import { Fault, isFault } from '../../lib/fault.ts';
import type { HttpClient } from '../../lib/http-client.ts';
import type {
  InvoiceReference,
  InvoiceRequest,
  InvoiceVerdict,
  OpenedInvoice,
  PaymentProvider,
  ProviderEvent,
  VerifiedEvent,
} from '../../ports/payment-provider.ts';
import { isSignatureGenuine } from './signature.ts';
import { invoiceSchema, listSchema, type ProviderInvoice, webhookSchema } from './wire.ts';

export type CryptoPaySettings = {
  token: string;
  /** Path that method names are appended to, such as `/api`. */
  basePath: string;
  /** Comma separated assets a customer may pay with. */
  acceptedAssets: string;
};

export const CRYPTO_PAY = 'cryptobot';
const TIMEOUT_MS = 10_000;
/** getInvoices takes at most 1000; an active list longer than this is beyond what we open in 31 days. */
const LIST_PAGE = 1_000;
/** Five calls in a row without an answer: the provider is down, stop waiting for it for a while. */
const BREAKER_FAILURES = 5;
const BREAKER_REST_MS = 15_000;

/**
 * Crypto Pay (@CryptoBot): invoices in roubles, paid in any accepted asset.
 * Source: payments.md §1 (Crypto Pay API 1.5.2, 18 Mar 2026); signature vectors in signature.test.ts.
 */
export function createCryptoPay(settings: CryptoPaySettings, http: HttpClient): PaymentProvider {
  const isUnreachable = handleWhen((error) => isFault(error, 'provider-unreachable'));
  const breaker = circuitBreaker(isUnreachable, {
    halfOpenAfter: BREAKER_REST_MS,
    breaker: new ConsecutiveBreaker(BREAKER_FAILURES),
  });
  const once = (method: string, body: object) =>
    breaker.execute(() => callMethod(settings, http, { method, body })).catch(explainOpenBreaker);
  const repeats = retry(isUnreachable, {
    maxAttempts: 2,
    backoff: new ExponentialBackoff({ initialDelay: 500 }),
  });
  const repeatable = wrap(repeats, breaker);
  const read = (method: string, body: object) =>
    repeatable.execute(() => callMethod(settings, http, { method, body })).catch(explainOpenBreaker);

  return {
    name: CRYPTO_PAY,
    async create(request, isRepeat) {
      const found = isRepeat ? await findByPayload(read, request.invoiceId) : null;
      return openedOf(
        found ?? invoiceSchema.parse(await once('createInvoice', createBody(settings, request))),
      );
    },
    verify(headers, rawBody) {
      return verifyWebhook(settings.token, headers, rawBody);
    },
    readStored: (body) => readEvent(JSON.parse(body), Buffer.from(body)),
    fetch: (invoices) => fetchVerdicts(read, invoices),
  };
}

type Call = (method: string, body: object) => Promise<unknown>;

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

/** There is no idempotency key: an earlier attempt whose answer was lost is found by our payload. */
async function findByPayload(read: Call, invoiceId: string): Promise<ProviderInvoice | null> {
  for (const status of ['active', 'paid']) {
    const { items } = listSchema.parse(await read('getInvoices', { status, count: LIST_PAGE }));
    const found = items.find((item) => item.payload === invoiceId);
    if (found) return found;
  }
  return null;
}

async function fetchVerdicts(read: Call, invoices: InvoiceReference[]): Promise<InvoiceVerdict[]> {
  const ids = invoices.flatMap((invoice) => invoice.providerInvoiceId ?? []);
  const byId = new Map<string, ProviderInvoice>();
  if (ids.length > 0) {
    const answer = await read('getInvoices', { invoice_ids: ids.join(','), count: LIST_PAGE });
    for (const item of listSchema.parse(answer).items) byId.set(String(item.invoice_id), item);
  }
  const verdicts: InvoiceVerdict[] = [];
  for (const invoice of invoices) {
    const known = invoice.providerInvoiceId === null ? undefined : byId.get(invoice.providerInvoiceId);
    const found =
      known ?? (invoice.providerInvoiceId === null ? await findByPayload(read, invoice.invoiceId) : null);
    verdicts.push(verdictOf(found));
  }
  return verdicts;
}

function verdictOf(invoice: ProviderInvoice | null): InvoiceVerdict {
  if (!invoice) return { kind: 'unknown' };
  if (invoice.status === 'active') return { kind: 'unpaid' };
  if (invoice.status === 'expired') return { kind: 'declined' };
  const { charge } = eventOf(invoice);
  return charge ? { kind: 'ok', charge } : { kind: 'unknown' };
}

function verifyWebhook(
  token: string,
  headers: Record<string, string | string[] | undefined>,
  rawBody: Uint8Array,
): VerifiedEvent {
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
  if (parsed.success) return eventOf(parsed.data.payload);
  const objectId = createHash('sha256').update(rawBody).digest('hex');
  return { objectId, state: 'unreadable', charge: null };
}

function eventOf(invoice: ProviderInvoice): ProviderEvent {
  const objectId = String(invoice.invoice_id);
  if (invoice.status !== 'paid') return { objectId, state: invoice.status, charge: null };
  const isFiat = invoice.currency_type === 'fiat';
  return {
    objectId,
    state: 'paid',
    charge: {
      provider: CRYPTO_PAY,
      providerChargeId: objectId,
      invoiceId: invoice.payload ?? null,
      providerAmount: invoice.amount,
      providerCurrency: (isFiat ? invoice.fiat : invoice.asset) ?? 'unknown',
      chargedAt: new Date(invoice.paid_at ?? invoice.created_at),
    },
  };
}

function openedOf(invoice: ProviderInvoice): OpenedInvoice {
  if (invoice.bot_invoice_url === undefined) {
    throw new Fault('provider-refused', 'Crypto Pay gave an invoice without an address', {
      isRetryable: false,
    });
  }
  return {
    providerInvoiceId: String(invoice.invoice_id),
    payUrl: invoice.bot_invoice_url,
    providerAmount: invoice.amount,
    providerCurrency: invoice.fiat ?? 'RUB',
  };
}

const envelopeSchema = z.union([
  z.object({ ok: z.literal(true), result: z.unknown() }),
  z.object({ ok: z.literal(false), error: z.object({ code: z.number(), name: z.string() }) }),
]);

async function callMethod(
  settings: CryptoPaySettings,
  http: HttpClient,
  call: { method: string; body: object },
): Promise<unknown> {
  const answer = await http
    .request({
      method: 'POST',
      path: `${settings.basePath}/${call.method}`,
      headers: { 'content-type': 'application/json', 'crypto-pay-api-token': settings.token },
      body: JSON.stringify(call.body),
      timeoutMs: TIMEOUT_MS,
    })
    .catch((cause: unknown) => {
      throw unreachable(call.method, 'no answer', cause);
    });
  const envelope = envelopeSchema.safeParse(parseJson(answer.body));
  if (answer.status >= 500 || !envelope.success) throw unreachable(call.method, `HTTP ${answer.status}`);
  if (envelope.data.ok) return envelope.data.result;
  throw new Fault('provider-refused', `Crypto Pay refused ${call.method}: ${envelope.data.error.name}`, {
    isRetryable: false,
  });
}

function unreachable(method: string, reason: string, cause?: unknown): Fault {
  return new Fault('provider-unreachable', `Crypto Pay ${method}: ${reason}`, { isRetryable: true, cause });
}

function explainOpenBreaker(error: unknown): never {
  if (error instanceof Fault) throw error;
  throw unreachable('call', 'not tried, it has not been answering', error);
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    return undefined;
  }
}
