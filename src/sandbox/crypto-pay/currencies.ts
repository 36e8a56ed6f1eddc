import { divideDecimals, formatDecimal, parseDecimal } from './decimal.ts';

/**
 * Currencies of Crypto Pay with a made-up, steady price in US dollars: plausible enough to show, never used by
 * the shop, which prices in roubles. Source of the lists: payments.md §1.
 */
const ASSET_USD: Record<string, string> = {
  USDT: '1',
  TON: '3.2',
  BTC: '95000',
  ETH: '3300',
  LTC: '110',
  BNB: '900',
  TRX: '0.28',
  USDC: '1',
};
const FIAT_USD: Record<string, string> = {
  USD: '1',
  EUR: '1.16',
  RUB: '0.0125',
  BYN: '0.33',
  UAH: '0.024',
  GBP: '1.32',
  CNY: '0.14',
  KZT: '0.0019',
  UZS: '0.000083',
  GEL: '0.37',
  TRY: '0.024',
  AMD: '0.0026',
  THB: '0.031',
  INR: '0.011',
  BRL: '0.19',
  IDR: '0.00006',
  AZN: '0.59',
  AED: '0.27',
  PLN: '0.27',
  ILS: '0.31',
};

export const ASSETS = Object.keys(ASSET_USD);
export const FIATS = Object.keys(FIAT_USD);
/** Assets an invoice may be swapped to. Source: payments.md §1. */
export const SWAP_TARGETS = ['USDT', 'TON', 'TRX', 'ETH', 'SOL', 'BTC', 'LTC'];

/** The price of one `source` in `target`, in units of 10^-8. Both must be known. */
export function rateOf(source: string, target: string): bigint {
  return divideDecimals(usdOf(source), usdOf(target));
}

/** Every asset against every fiat currency, as getExchangeRates lists them. */
export function listRates(): Record<string, unknown>[] {
  return ASSETS.flatMap((source) =>
    FIATS.map((target) => ({
      is_valid: true,
      is_crypto: true,
      is_fiat: false,
      source,
      target,
      rate: formatDecimal(rateOf(source, target)),
    })),
  );
}

export function listCurrencies(): Record<string, unknown>[] {
  const describe = (code: string, isAsset: boolean): Record<string, unknown> => ({
    is_blockchain: isAsset && code !== 'USDT' && code !== 'USDC',
    is_stablecoin: code === 'USDT' || code === 'USDC',
    is_fiat: !isAsset,
    name: code,
    code,
    decimals: isAsset ? 8 : 2,
  });
  return [...ASSETS.map((code) => describe(code, true)), ...FIATS.map((code) => describe(code, false))];
}

function usdOf(code: string): bigint {
  const units = parseDecimal(ASSET_USD[code] ?? FIAT_USD[code] ?? '');
  if (units === undefined || units === 0n) throw new Error(`no rate for ${code}`);
  return units;
}
