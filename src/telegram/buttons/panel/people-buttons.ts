import { parseDiscountDays, parsePercent } from '../../../domain/money/personal-discounts.ts';
import {
  formatGiftLength,
  GIFT_UNITS,
  type GiftLength,
  parseGiftLength,
} from '../../../domain/operations/gift-length.ts';
import { PLANS } from '../../../domain/plans.ts';
import type { Field } from '../button-table.ts';
import { moment, oneOf, onOrOff, pageNumber, rowId, telegramId } from '../fields.ts';
import { act, confirm, view } from './panel-button.ts';

const plan = oneOf(PLANS);
const length: Field<GiftLength> = { parse: parseGiftLength, format: formatGiftLength };

const percent = wholeNumber(parsePercent);
const days = wholeNumber(parseDiscountDays);

/** Into a customer's wallet, or out of it. */
export const WALLET_DIRECTIONS = ['in', 'out'] as const;
export type WalletDirection = (typeof WALLET_DIRECTIONS)[number];

/** Customers, one at a time. */
export const PEOPLE_BUTTONS = {
  'admin-people': view('view-customers', {}),
  'admin-person': view('view-customers', { telegramId }),
  'admin-history': view('view-customers', { telegramId, page: pageNumber }),
  'admin-gift-plan': view('give-access', { telegramId }),
  'admin-gift-length': view('give-access', { plan, telegramId }),
  'admin-gift-type': view('give-access', { plan, unit: oneOf(GIFT_UNITS), telegramId }),
  'admin-gift-tell': view('give-access', { plan, length, telegramId }),
  'admin-gift-ask': view('give-access', { plan, length, isTold: onOrOff, telegramId }),
  'admin-gift': act('give-access', { plan, length, isTold: onOrOff, endsAt: moment, telegramId }),
  'admin-revoke-tell': view('give-access', { telegramId }),
  'admin-revoke-ask': view('give-access', { isTold: onOrOff, telegramId }),
  'admin-revoke': act('give-access', { isTold: onOrOff, endsAt: moment, telegramId }),
  'admin-rekey-ask': view('give-access', { telegramId }),
  'admin-rekey': act('give-access', { issuedAt: moment, telegramId }),
  'admin-vip': act('set-prices', { isOn: onOrOff, telegramId }),
  'admin-discount': view('set-prices', { telegramId }),
  'admin-discount-type': view('set-prices', { telegramId }),
  'admin-discount-days': view('set-prices', { percent, telegramId }),
  'admin-discount-type-days': view('set-prices', { percent, telegramId }),
  'admin-discount-give': act('set-prices', { percent, days, telegramId }),
  'admin-discount-end-ask': view('set-prices', { telegramId }),
  'admin-discount-end': act('set-prices', { percent, telegramId }),
  'admin-wallet': view('move-money', { direction: oneOf(WALLET_DIRECTIONS), telegramId }),
  'admin-wallet-change': confirm('move-money', { draftId: rowId }),
} as const;

function wholeNumber(parse: (text: string) => number | null): Field<number> {
  return { parse, format: String };
}
