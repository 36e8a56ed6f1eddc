import { type Feature, parseFeature } from '../domain/operations/features.ts';
import { type PeriodDays, type Plan, parsePeriodDays, parsePlan } from '../domain/plans.ts';
import { isRowId } from '../lib/ids.ts';
import { LOCALES, type Locale } from '../locales/translate.ts';

/** What a button asks for. Travels in 1–64 bytes; prices and rights never do. */
export type ButtonAction =
  | PlainAction
  | { to: 'locale'; locale: Locale }
  | { to: 'plan'; plan: Plan }
  | { to: 'period'; plan: Plan; periodDays: PeriodDays }
  | { to: 'pay'; method: PayMethod; quoteId: string }
  | { to: 'top-up-amount'; roubles: number }
  | { to: 'top-up-pay'; method: PayMethod; roubles: number }
  | { to: 'check-invoice' | 'cancel-invoice'; invoiceId: string }
  | { to: 'withdraw-send'; draftId: string }
  | { to: 'device-remove'; deviceId: string }
  | AdminAction;

/** A button that carries nothing but where it leads. */
export type PlainAction = { to: (typeof PLAIN)[number] };

/** What only who runs the shop may ask for. */
export type AdminAction =
  | { to: (typeof ADMIN_PAGES)[number]; page: number }
  | { to: (typeof ADMIN_CARDS)[number]; withdrawalId: string }
  | { to: 'admin-reject'; withdrawalId: string; reason: RejectReason }
  | { to: 'admin-feature' | 'admin-feature-ask'; feature: Feature; isOn: boolean }
  | { to: (typeof ADMIN_PLAIN)[number] };

/** `wallet` is no provider; the others are called like theirs. */
export type PayMethod = (typeof METHODS)[number];

/** Why an admin declines; the customer reads it in their own language. */
export type RejectReason = (typeof REJECT_REASONS)[number];

/** Stands before the action of a button whose message must stay as it is. */
export const KEEPS = '+';

export const PLAIN = [
  'menu',
  'language',
  'plans',
  'promo',
  'profile',
  'key',
  'qr',
  'connect',
  'connect-qr',
  'devices',
  'devices-clear',
  'new-key-ask',
  'new-key',
  'new-link-ask',
  'new-link',
  'instruction',
  'help',
  'info',
  'top-up',
  'top-up-custom',
  'referrals',
  'levels',
  'history',
  'status',
  'privacy',
  'trial',
  'renewal-on',
  'renewal-off',
  'withdraw',
  'withdraw-details',
] as const;
/** In the order in which they are offered. */
export const METHODS = ['wallet', 'telegram', 'yookassa', 'cryptobot', 'stars'] as const;
export const REJECT_REASONS = ['details', 'check', 'asked'] as const;
const ADMIN_PLAIN = ['admin', 'admin-system', 'admin-features'] as const;
const ADMIN_PAGES = ['admin-withdrawals', 'admin-tasks'] as const;
const ADMIN_CARDS = ['admin-card', 'admin-details', 'admin-approve', 'admin-reject-ask'] as const;

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
    case 'withdraw-send':
      return `withdraw-send:${action.draftId}`;
    case 'device-remove':
      return `device-remove:${action.deviceId}`;
    case 'admin-withdrawals':
    case 'admin-tasks':
      return `${action.to}:${action.page}`;
    case 'admin-card':
    case 'admin-details':
    case 'admin-approve':
    case 'admin-reject-ask':
      return `${action.to}:${action.withdrawalId}`;
    case 'admin-feature':
    case 'admin-feature-ask':
      return `${action.to}:${action.feature}:${action.isOn ? 'on' : 'off'}`;
    case 'admin-reject':
      return `admin-reject:${action.reason}:${action.withdrawalId}`;
    default:
      return action.to;
  }
}

export function isPlain(action: ButtonAction): action is PlainAction {
  return PLAIN.some((name) => name === action.to);
}

export function isForAdmins(action: ButtonAction): action is AdminAction {
  return action.to === 'admin' || action.to.startsWith('admin-');
}

/** Null for anything that is not exactly one of our actions: old buttons and forged data look the same. */
export function parseAction(data: string): ButtonAction | null {
  const [to = '', first = '', second = '', ...rest] = data.split(':');
  if (rest.length > 0) return null;
  const action = parseParts(to, first, second) ?? parseAdminParts(to, first, second);
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
  if (to === 'pay' && method && isRowId(second)) return { to, method, quoteId: second };
  if (to === 'top-up-amount' && isRoubles(first)) return { to, roubles: Number(first) };
  if (to === 'top-up-pay' && method && isRoubles(second)) return { to, method, roubles: Number(second) };
  if (!isRowId(first)) return null;
  if (to === 'check-invoice' || to === 'cancel-invoice') return { to, invoiceId: first };
  if (to === 'device-remove') return { to, deviceId: first };
  return to === 'withdraw-send' ? { to, draftId: first } : null;
}

function parseAdminParts(to: string, first: string, second: string): AdminAction | null {
  const plain = ADMIN_PLAIN.find((name) => name === to);
  if (plain) return { to: plain };
  const feature = parseFeature(first);
  // Who switched off what admins may do could not switch it on again here.
  const isSwitch = to === 'admin-feature' || to === 'admin-feature-ask';
  if (isSwitch && feature && feature !== 'admin-actions') return { to, feature, isOn: second === 'on' };
  const pages = ADMIN_PAGES.find((name) => name === to);
  if (pages && /^\d{1,3}$/.test(first)) return { to: pages, page: Number(first) };
  const card = ADMIN_CARDS.find((name) => name === to);
  if (card && isRowId(first)) return { to: card, withdrawalId: first };
  const reason = REJECT_REASONS.find((name) => name === first);
  if (to === 'admin-reject' && reason && isRowId(second)) return { to, withdrawalId: second, reason };
  return null;
}

function isRoubles(text: string): boolean {
  return /^[1-9]\d{0,6}$/.test(text);
}
