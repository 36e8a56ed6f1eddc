import { randomBytes } from 'node:crypto';
import type { CryptoInvoice } from '../contract/chat.ts';
import type { Alarms } from '../state/alarms.ts';
import type { Counters } from '../state/counters.ts';
import type { Events } from '../state/events.ts';
import type { Journal } from '../state/journal.ts';
import { HttpRefusal } from '../transport/http.ts';
import { rateOf } from './currencies.ts';
import { divideDecimals, formatDecimal, multiplyDecimals, parseDecimal } from './decimal.ts';
import type { InvoiceFilter, InvoiceRequest } from './requests.ts';

/** An invoice with Crypto Pay's own field names; absent fields are absent on the wire too. */
export type StoredInvoice = {
  invoice_id: number;
  hash: string;
  status: 'active' | 'paid' | 'expired';
  amount: string;
  currency_type: 'crypto' | 'fiat';
  asset?: string;
  fiat?: string;
  accepted_assets?: string[];
  description?: string;
  payload?: string;
  bot_invoice_url: string;
  created_at: string;
  expiration_date?: string;
  [other: string]: unknown;
};

export type Invoices = {
  create(request: InvoiceRequest): StoredInvoice;
  list(filter: InvoiceFilter): StoredInvoice[];
  all(): StoredInvoice[];
  /** False when it is unknown or not active. */
  remove(invoiceId: number): boolean;
  /** Throws: HttpRefusal 404 for an unknown invoice, 409 when it is not active. */
  pay(invoiceId: number): StoredInvoice;
};

/** Crypto Pay keeps 3 % of what a customer pays. */
const FEE = parseDecimal('0.03') ?? 0n;

/** A bench pays thousands; the oldest invoice is forgotten first. */
const MAX_INVOICES = 50_000;

type Dependencies = { journal: Journal; counters: Counters; alarms: Alarms; events: Events };

export function createInvoices({ journal, counters, alarms, events }: Dependencies): Invoices {
  const invoices = new Map<number, StoredInvoice>();
  const save = (invoice: StoredInvoice): void => {
    invoices.set(invoice.invoice_id, invoice);
    journal.put('invoice', invoice.invoice_id, invoice);
    events.emit({ type: 'invoice', invoice: toCryptoInvoice(invoice) });
  };
  const expire = (invoiceId: number): void => {
    const invoice = invoices.get(invoiceId);
    if (invoice?.status === 'active' && isPast(invoice)) save({ ...invoice, status: 'expired' });
  };
  const isPast = ({ expiration_date }: StoredInvoice): boolean =>
    expiration_date !== undefined && Date.parse(expiration_date) <= alarms.nowMs();
  const watch = ({ invoice_id, expiration_date, status }: StoredInvoice): void => {
    if (expiration_date === undefined || status !== 'active') return;
    alarms.set(`invoice:${invoice_id}`, Date.parse(expiration_date), () => expire(invoice_id));
  };
  const all = (): StoredInvoice[] => {
    for (const id of invoices.keys()) expire(id);
    return [...invoices.values()];
  };
  for (const { value } of journal.load<StoredInvoice>('invoice')) {
    invoices.set(value.invoice_id, value);
    watch(value);
  }
  return {
    create(request) {
      const invoice = newInvoice(counters.next('invoice'), request, alarms.nowMs());
      save(invoice);
      watch(invoice);
      for (const oldest of invoices.keys()) {
        if (invoices.size <= MAX_INVOICES) break;
        invoices.delete(oldest);
        journal.remove('invoice', oldest);
      }
      return invoice;
    },
    list({ asset, fiat, invoiceIds, status, offset, count }) {
      const found = all().filter(
        (invoice) =>
          (asset === undefined || invoice.asset === asset) &&
          (fiat === undefined || invoice.fiat === fiat) &&
          (invoiceIds === undefined || invoiceIds.includes(invoice.invoice_id)) &&
          (status === undefined || invoice.status === status),
      );
      return found.reverse().slice(offset, offset + count);
    },
    all,
    remove(invoiceId) {
      expire(invoiceId);
      const invoice = invoices.get(invoiceId);
      if (invoice?.status !== 'active') return false;
      invoices.delete(invoiceId);
      journal.remove('invoice', invoiceId);
      alarms.cancel(`invoice:${invoiceId}`);
      events.emit({ type: 'invoice', invoice: { ...toCryptoInvoice(invoice), status: 'expired' } });
      return true;
    },
    pay(invoiceId) {
      expire(invoiceId);
      const invoice = invoices.get(invoiceId);
      if (!invoice) throw new HttpRefusal(404, 'no such invoice');
      if (invoice.status !== 'active') throw new HttpRefusal(409, `this invoice is ${invoice.status}`);
      const paid: StoredInvoice = { ...invoice, ...paymentOf(invoice, alarms.nowMs()) };
      alarms.cancel(`invoice:${invoiceId}`);
      save(paid);
      return paid;
    },
  };
}

/** An invoice as its payer sees it. */
export function toCryptoInvoice(invoice: StoredInvoice): CryptoInvoice {
  const { invoice_id, bot_invoice_url, description, fiat, asset, amount, status, expiration_date } = invoice;
  return {
    invoiceId: invoice_id,
    payUrl: bot_invoice_url,
    description: description ?? '',
    fiat: fiat ?? asset ?? '',
    amount,
    status,
    ...(expiration_date === undefined ? {} : { expiresAt: Math.floor(Date.parse(expiration_date) / 1000) }),
  };
}

function newInvoice(invoiceId: number, request: InvoiceRequest, nowMs: number): StoredInvoice {
  const hash = `IV${randomBytes(6).toString('base64url').replaceAll(/[-_]/g, 'x')}${invoiceId % 1000}`;
  const expiresMs =
    request.expiresInSeconds === undefined ? undefined : nowMs + request.expiresInSeconds * 1000;
  const optional = {
    asset: request.asset,
    fiat: request.fiat,
    accepted_assets: request.currencyType === 'fiat' ? request.acceptedAssets : undefined,
    swap_to: request.swapTo,
    description: request.description,
    hidden_message: request.hiddenMessage,
    paid_btn_name: request.paidButtonName,
    paid_btn_url: request.paidButtonUrl,
    payload: request.payload,
    expiration_date: expiresMs === undefined ? undefined : new Date(expiresMs).toISOString(),
  };
  return {
    invoice_id: invoiceId,
    hash,
    status: 'active',
    currency_type: request.currencyType,
    amount: request.amount,
    bot_invoice_url: `https://t.me/CryptoBot?start=${hash}`,
    pay_url: `https://t.me/CryptoBot?start=${hash}`,
    mini_app_invoice_url: `https://t.me/CryptoBot/app?startapp=invoice-${hash}`,
    web_app_invoice_url: `https://app.cr.bot/invoices/${hash}`,
    created_at: new Date(nowMs).toISOString(),
    allow_comments: request.allowComments,
    allow_anonymous: request.allowAnonymous,
    ...(Object.fromEntries(
      Object.entries(optional).filter(([, value]) => value !== undefined),
    ) as Partial<StoredInvoice>),
  };
}

/** What the payer's wallet adds: the asset chosen (the first accepted), its amount, rates and the fee. */
function paymentOf(invoice: StoredInvoice, nowMs: number): Partial<StoredInvoice> {
  const asset = invoice.asset ?? invoice.accepted_assets?.[0] ?? 'USDT';
  const amount = parseDecimal(invoice.amount) ?? 0n;
  const fiatRate = invoice.fiat === undefined ? undefined : rateOf(asset, invoice.fiat);
  const paidAmount = fiatRate === undefined ? amount : divideDecimals(amount, fiatRate);
  const fee = multiplyDecimals(paidAmount, FEE);
  const usdRate = rateOf(asset, 'USD');
  return {
    status: 'paid',
    paid_at: new Date(nowMs).toISOString(),
    paid_anonymously: false,
    paid_asset: asset,
    paid_amount: formatDecimal(paidAmount),
    paid_usd_rate: formatDecimal(usdRate),
    ...(fiatRate === undefined ? {} : { paid_fiat_rate: formatDecimal(fiatRate) }),
    fee_asset: asset,
    fee_amount: formatDecimal(fee),
    fee_in_usd: formatDecimal(multiplyDecimals(fee, usdRate)),
  };
}
