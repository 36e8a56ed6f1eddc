import { type PeriodDays, PLANS, parsePeriodDays } from '../../domain/plans.ts';
import { LOCALES } from '../../locales/translate.ts';
import type { Field, PlainIn } from './button-table.ts';
import { oneOf, roubles, rowId } from './fields.ts';

/** In the order in which they are offered. `wallet` is no provider; the others are called like theirs. */
export const METHODS = ['wallet', 'telegram', 'yookassa', 'cryptobot', 'stars'] as const;
export type PayMethod = (typeof METHODS)[number];

const plain = { fields: {} };
const plan = oneOf(PLANS);
const periodDays: Field<PeriodDays> = { parse: parsePeriodDays, format: String };
const method = oneOf(METHODS);

/** What a customer's buttons ask for. Prices and rights never travel in them. */
export const CUSTOMER_BUTTONS = {
  menu: plain,
  settings: plain,
  language: plain,
  locale: { fields: { locale: oneOf(LOCALES) } },
  plans: plain,
  plan: { fields: { plan } },
  period: { fields: { plan, periodDays } },
  pay: { fields: { method, quoteId: rowId } },
  promo: plain,
  vip: plain,
  corporate: plain,
  'corporate-send': plain,
  'check-invoice': { fields: { invoiceId: rowId } },
  'cancel-invoice': { fields: { invoiceId: rowId } },
  profile: plain,
  key: plain,
  qr: plain,
  connect: plain,
  'connect-qr': plain,
  devices: plain,
  'devices-clear': plain,
  'device-remove': { fields: { deviceId: rowId } },
  'new-key-ask': plain,
  'new-key': plain,
  'new-link-ask': plain,
  'new-link': plain,
  'renewal-on': plain,
  'renewal-off': plain,
  'top-up': plain,
  'top-up-custom': plain,
  'top-up-amount': { fields: { roubles } },
  'top-up-pay': { fields: { method, roubles } },
  withdraw: plain,
  'withdraw-details': plain,
  'withdraw-send': { fields: { draftId: rowId } },
  referrals: plain,
  levels: plain,
  history: plain,
  trial: plain,
  instruction: plain,
  help: plain,
  info: plain,
  status: plain,
  privacy: plain,
} as const;

type Plain = PlainIn<typeof CUSTOMER_BUTTONS>;

/** Where the buttons lead that carry nothing else. */
export const PLAIN = Object.entries(CUSTOMER_BUTTONS)
  .filter(([, { fields }]) => Object.keys(fields).length === 0)
  .map(([to]) => to) as Plain[];

/** A button that carries nothing but where it leads. */
export type PlainAction = { [To in Plain]: { to: To } }[Plain];
