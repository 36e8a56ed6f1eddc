import { type PeriodDays, type Plan, parsePeriodDays, parsePlan } from '../domain/plans.ts';
import { LOCALES, type Locale } from '../locales/translate.ts';

/** What a button asks for. Travels in 1–64 bytes; prices and rights never do. */
export type ButtonAction =
  | { to: 'menu' | 'language' | 'plans' | 'profile' | 'key' | 'qr' }
  | { to: 'instruction' | 'help' | 'info' | 'top-up' | 'top-up-custom' }
  | { to: 'locale'; locale: Locale }
  | { to: 'plan'; plan: Plan }
  | { to: 'period'; plan: Plan; periodDays: PeriodDays }
  | { to: 'pay'; method: PayMethod; quoteId: string }
  | { to: 'top-up-amount'; roubles: number }
  | { to: 'top-up-pay'; method: PayMethod; roubles: number }
  | { to: 'check-invoice' | 'cancel-invoice'; invoiceId: string };

export type PayMethod = 'wallet' | 'cryptobot';

/** Stands before the action of a button whose message must stay as it is. */
export const KEEPS = '+';

const PLAIN = [
  'menu',
  'language',
  'plans',
  'profile',
  'key',
  'qr',
  'instruction',
  'help',
  'info',
  'top-up',
  'top-up-custom',
] as const;
const METHODS: readonly PayMethod[] = ['wallet', 'cryptobot'];
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function encodeAction(action: ButtonAction): string {
  switch (action.to) {
    case 'locale':
      return `locale:${action.locale}`;
    case 'plan':
      return `plan:${action.plan}`;
    case 'period':
      return `period:${action.plan}:${action.periodDays}`;
    case 'pay':
      return `pay:${action.method}:${action.quoteId}`;
    case 'top-up-amount':
      return `top-up-amount:${action.roubles}`;
    case 'top-up-pay':
      return `top-up-pay:${action.method}:${action.roubles}`;
    case 'check-invoice':
    case 'cancel-invoice':
      return `${action.to}:${action.invoiceId}`;
    default:
      return action.to;
  }
}

/** Null for anything that is not exactly one of our actions: old buttons and forged data look the same. */
export function parseAction(data: string): ButtonAction | null {
  const [to = '', first = '', second = '', ...rest] = data.split(':');
  if (rest.length > 0) return null;
  const action = parseParts(to, first, second);
  return action && encodeAction(action) === data ? action : null;
}

function parseParts(to: string, first: string, second: string): ButtonAction | null {
  const plain = PLAIN.find((name) => name === to);
  if (plain) return { to: plain };
  const plan = parsePlan(first);
  const method = METHODS.find((name) => name === first);
  const locale = LOCALES.find((name) => name === first);
  if (to === 'locale' && locale) return { to, locale };
  if (to === 'plan' && plan) return { to, plan };
  const periodDays = parsePeriodDays(second);
  if (to === 'period' && plan && periodDays) return { to, plan, periodDays };
  if (to === 'pay' && method && UUID.test(second)) return { to, method, quoteId: second };
  if (to === 'top-up-amount' && isRoubles(first)) return { to, roubles: Number(first) };
  if (to === 'top-up-pay' && method && isRoubles(second)) return { to, method, roubles: Number(second) };
  if ((to === 'check-invoice' || to === 'cancel-invoice') && UUID.test(first))
    return { to, invoiceId: first };
  return null;
}

function isRoubles(text: string): boolean {
  return /^[1-9]\d{0,6}$/.test(text);
}
