import { badRequest } from '../refusal.ts';
import type { InvoiceOffer } from './terms.ts';

type InvoiceRequest = {
  title: string;
  description: string;
  payload: string;
  provider_token?: string;
  currency: string;
  prices: { label: string; amount: number }[];
  start_parameter?: string;
  max_tip_amount?: number;
  [other: string]: unknown;
};

/** The least that Telegram's acquirers take, about a dollar. Source: product.md §1.3. */
const LEAST_KOPECKS = 6_400;
/** Source: currencies.json: no currency takes more of its smallest unit. */
const MOST = 999_999_999_999;
/** They change the dialogue before a payment into one that the sandbox does not have. */
const NOT_EMULATED = [
  'need_name',
  'need_phone_number',
  'need_email',
  'need_shipping_address',
  'is_flexible',
  'max_tip_amount',
];

/**
 * The invoice of a sendInvoice call; its lengths were checked by the schema. Source: payments.md §2.1.
 * Throws: ApiRefusal with Telegram's reason.
 */
export function readOffer(values: Record<string, unknown>, providerToken: string): InvoiceOffer {
  const request = values as InvoiceRequest;
  const { title, description, payload, prices, start_parameter: startParameter = '' } = request;
  const currency = readCurrency(request, providerToken);
  if (!/^[A-Za-z0-9_-]{0,64}$/.test(startParameter)) throw badRequest('START_PARAM_INVALID');
  if (prices.some(({ label }) => label.trim() === '')) throw badRequest('CURRENCY_TOTAL_AMOUNT_INVALID');
  const totalAmount = prices.reduce((sum, { amount }) => sum + amount, 0);
  const least = currency === 'RUB' ? LEAST_KOPECKS : 1;
  if (totalAmount < least || totalAmount > MOST) throw badRequest('CURRENCY_TOTAL_AMOUNT_INVALID');
  return { title, description, startParameter, payload, currency, totalAmount };
}

function readCurrency(request: InvoiceRequest, providerToken: string): InvoiceOffer['currency'] {
  const { currency, prices, provider_token: token = '' } = request;
  if (currency === 'XTR') {
    if (token !== '' || prices.length !== 1) throw badRequest('STARS_INVOICE_INVALID');
    return currency;
  }
  if (token !== providerToken) throw badRequest('PAYMENT_PROVIDER_INVALID');
  if (currency !== 'RUB') throw badRequest('CURRENCY_INVALID');
  const unknown = NOT_EMULATED.find((name) => request[name] === true || Number(request[name] ?? 0) > 0);
  if (unknown !== undefined) throw badRequest(`the sandbox does not emulate ${unknown}`);
  return currency;
}
