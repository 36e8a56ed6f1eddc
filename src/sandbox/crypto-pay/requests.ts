import { ASSETS, FIATS, SWAP_TARGETS } from './currencies.ts';
import { parseDecimal } from './decimal.ts';
import { CryptoRefusal } from './refusal.ts';

/** A checked createInvoice call. */
export type InvoiceRequest = {
  currencyType: 'crypto' | 'fiat';
  asset: string | undefined;
  fiat: string | undefined;
  acceptedAssets: string[];
  amount: string;
  swapTo: string | undefined;
  description: string | undefined;
  hiddenMessage: string | undefined;
  paidButtonName: string | undefined;
  paidButtonUrl: string | undefined;
  payload: string | undefined;
  allowComments: boolean;
  allowAnonymous: boolean;
  expiresInSeconds: number | undefined;
};

export type InvoiceFilter = {
  asset: string | undefined;
  fiat: string | undefined;
  invoiceIds: number[] | undefined;
  status: string | undefined;
  offset: number;
  count: number;
};

type Values = Record<string, unknown>;

/** Source: payments.md §1, createInvoice: 31 days. */
const MAX_EXPIRES_IN_SECONDS = 2_678_400;
const MAX_DESCRIPTION = 1_024;
const MAX_HIDDEN_MESSAGE = 2_048;
const MAX_PAYLOAD_BYTES = 4_096;
const MAX_COUNT = 1_000;
const BUTTON_NAMES = ['viewItem', 'openChannel', 'openBot', 'callback'];

/** Throws: CryptoRefusal 400 `<PARAMETER>_REQUIRED` or `<PARAMETER>_INVALID`, first mistake first. */
export function readInvoiceRequest(values: Values): InvoiceRequest {
  const currencyType = oneOf(values, 'currency_type', ['crypto', 'fiat']) ?? 'crypto';
  const asset = oneOf(values, 'asset', ASSETS);
  const fiat = oneOf(values, 'fiat', FIATS);
  if (currencyType === 'crypto' && !asset) throw required('asset');
  if (currencyType === 'fiat' && !fiat) throw required('fiat');
  const paidButtonName = oneOf(values, 'paid_btn_name', BUTTON_NAMES);
  const paidButtonUrl = text(values, 'paid_btn_url', { maxLength: 2_048 });
  if (paidButtonName && !paidButtonUrl) throw required('paid_btn_url');
  if (paidButtonUrl && !/^https?:\/\//i.test(paidButtonUrl)) throw invalid('paid_btn_url');
  return {
    currencyType: currencyType === 'fiat' ? 'fiat' : 'crypto',
    asset: currencyType === 'crypto' ? asset : undefined,
    fiat: currencyType === 'fiat' ? fiat : undefined,
    acceptedAssets: readAcceptedAssets(values),
    amount: readAmount(values),
    swapTo: oneOf(values, 'swap_to', SWAP_TARGETS),
    description: text(values, 'description', { maxLength: MAX_DESCRIPTION }),
    hiddenMessage: text(values, 'hidden_message', { maxLength: MAX_HIDDEN_MESSAGE }),
    paidButtonName,
    paidButtonUrl,
    payload: text(values, 'payload', { maxBytes: MAX_PAYLOAD_BYTES }),
    allowComments: flag(values, 'allow_comments'),
    allowAnonymous: flag(values, 'allow_anonymous'),
    expiresInSeconds: integer(values, 'expires_in', { least: 1, most: MAX_EXPIRES_IN_SECONDS }),
  };
}

/** Throws: CryptoRefusal 400 `<PARAMETER>_INVALID`. `expired` is a state but not a filter. */
export function readInvoiceFilter(values: Values): InvoiceFilter {
  return {
    asset: oneOf(values, 'asset', ASSETS),
    fiat: oneOf(values, 'fiat', FIATS),
    invoiceIds: readInvoiceIds(values),
    status: oneOf(values, 'status', ['active', 'paid']),
    offset: integer(values, 'offset', { least: 0, most: Number.MAX_SAFE_INTEGER }) ?? 0,
    count: integer(values, 'count', { least: 1, most: MAX_COUNT }) ?? 100,
  };
}

/** Throws: CryptoRefusal 400 when it is missing or not a number. */
export function readInvoiceId(values: Values): number {
  const id = integer(values, 'invoice_id', { least: 1, most: Number.MAX_SAFE_INTEGER });
  if (id === undefined) throw required('invoice_id');
  return id;
}

function readAmount(values: Values): string {
  const { amount } = values;
  if (amount === undefined || amount === '') throw required('amount');
  const written = typeof amount === 'number' ? String(amount) : amount;
  const units = typeof written === 'string' ? parseDecimal(written) : undefined;
  if (units === undefined || units <= 0n) throw invalid('amount');
  return String(written);
}

function readAcceptedAssets(values: Values): string[] {
  const list = text(values, 'accepted_assets', { maxLength: 200 });
  if (!list) return ASSETS;
  const assets = list.split(',').map((asset) => asset.trim());
  if (assets.some((asset) => !ASSETS.includes(asset))) throw invalid('accepted_assets');
  return assets;
}

function readInvoiceIds(values: Values): number[] | undefined {
  const { invoice_ids } = values;
  if (invoice_ids === undefined || invoice_ids === '') return undefined;
  const parts = Array.isArray(invoice_ids) ? invoice_ids : String(invoice_ids).split(',');
  const ids = parts.map((part) => Number(part));
  if (ids.length > MAX_COUNT || ids.some((id) => !Number.isSafeInteger(id))) throw invalid('invoice_ids');
  return ids;
}

function oneOf(values: Values, name: string, allowed: string[]): string | undefined {
  const value = values[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string' || !allowed.includes(value)) throw invalid(name);
  return value;
}

type TextLimits = { maxLength?: number; maxBytes?: number };

function text(values: Values, name: string, limits: TextLimits): string | undefined {
  const value = values[name];
  if (value === undefined || value === null) return undefined;
  const isTooLong =
    typeof value !== 'string' ||
    value.length > (limits.maxLength ?? Number.POSITIVE_INFINITY) ||
    Buffer.byteLength(value) > (limits.maxBytes ?? Number.POSITIVE_INFINITY);
  if (isTooLong) throw invalid(name);
  return value;
}

function flag(values: Values, name: string): boolean {
  const value = values[name];
  if (value === undefined || value === true || value === 'true' || value === '1') return true;
  if (value === false || value === 'false' || value === '0') return false;
  throw invalid(name);
}

function integer(values: Values, name: string, range: { least: number; most: number }): number | undefined {
  const value = values[name];
  if (value === undefined || value === null || value === '') return undefined;
  const number = typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) throw invalid(name);
  if (number < range.least || number > range.most) throw invalid(name);
  return number;
}

function required(name: string): CryptoRefusal {
  return new CryptoRefusal(400, `${name.toUpperCase()}_REQUIRED`);
}

function invalid(name: string): CryptoRefusal {
  return new CryptoRefusal(400, `${name.toUpperCase()}_INVALID`);
}
