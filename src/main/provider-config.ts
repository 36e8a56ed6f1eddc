import { type Kopecks, kopecks, roubles } from '../domain/money/money.ts';
import type { EnvReader } from '../lib/env-reader.ts';

/** Ways to collect money that are switched on; null is switched off. */
export type ProviderConfig = {
  telegramCard: { providerToken: string } | null;
  stars: { kopecksPerStar: number } | null;
  cryptoPay: { token: string; apiUrl: string; assets: string } | null;
  yooKassa: YooKassaConfig | null;
  /** Withdrawals above this need two admins. */
  withdrawalSecondApprovalKopecks: Kopecks;
};

export type YooKassaConfig = {
  shopId: string;
  secretKey: string;
  apiUrl: string;
  /** Null: receipts are not made through YooKassa. */
  receipt: { email: string; vatCode: number } | null;
};

/** Source: decisions.md §1. */
const SECOND_APPROVAL = roubles(10_000);

export function readProviders(reader: EnvReader): ProviderConfig {
  const providerToken = reader.text('TG_PROVIDER_TOKEN');
  return {
    telegramCard: providerToken === undefined ? null : { providerToken },
    stars: readStars(reader),
    cryptoPay: readCryptoPay(reader),
    yooKassa: readYooKassa(reader),
    withdrawalSecondApprovalKopecks: readSecondApproval(reader),
  };
}

/** What the sandbox's operators meet. */
export const DEFAULT_SECOND_APPROVAL = SECOND_APPROVAL;

function readSecondApproval(reader: EnvReader): Kopecks {
  const fallback = Number(SECOND_APPROVAL / 100n);
  const amount = reader.integer('WITHDRAWAL_SECOND_APPROVAL_RUB', { fallback, min: 0, max: 1_000_000_000 });
  return kopecks(BigInt(amount) * 100n);
}

function readStars(reader: EnvReader): ProviderConfig['stars'] {
  const kopecksPerStar = reader.integer('STARS_KOPECKS_PER_STAR', { fallback: 120, min: 1, max: 100_000 });
  return reader.flag('STARS_ENABLED', false) ? { kopecksPerStar } : null;
}

function readCryptoPay(reader: EnvReader): ProviderConfig['cryptoPay'] {
  const token = reader.text('CRYPTOBOT_TOKEN');
  const apiUrl = reader.webAddress('CRYPTOBOT_API_URL') ?? 'https://pay.crypt.bot/api';
  const assets = reader.text('CRYPTOBOT_ASSETS') ?? 'USDT,TON,BTC';
  if (!/^[A-Z]{2,5}(,[A-Z]{2,5})*$/.test(assets)) {
    reader.fault('CRYPTOBOT_ASSETS', 'must be asset codes, comma separated, such as USDT,TON,BTC');
  }
  return token === undefined ? null : { token, apiUrl, assets };
}

const YOOKASSA_PAIR = ['YOOKASSA_SHOP_ID', 'YOOKASSA_SECRET_KEY'];

function readYooKassa(reader: EnvReader): YooKassaConfig | null {
  const shopId = reader.text('YOOKASSA_SHOP_ID');
  const secretKey = reader.text('YOOKASSA_SECRET_KEY');
  const apiUrl = reader.webAddress('YOOKASSA_API_URL') ?? 'https://api.yookassa.ru/v3';
  const email = reader.matching('YOOKASSA_RECEIPT_EMAIL', /^[^@\s]+@[^@\s]+$/, 'an e-mail address');
  const vatCode = reader.integer('YOOKASSA_VAT_CODE', { fallback: 1, min: 1, max: 12 });
  if (shopId === undefined && secretKey === undefined) return null;
  if (shopId === undefined || secretKey === undefined) {
    const [missing, given] = shopId === undefined ? YOOKASSA_PAIR : YOOKASSA_PAIR.toReversed();
    reader.fault(missing ?? '', `is required: ${reader.nameOf(given ?? '')} is set`);
    return null;
  }
  return { shopId, secretKey, apiUrl, receipt: email === undefined ? null : { email, vatCode } };
}
