import { REFERRER_ORDERS } from '../../../domain/money/referrals.ts';
import { oneOf, pageNumber, rowId } from '../fields.ts';
import { view } from './panel-button.ts';

/** Who brings customers, and what that earns. */
export const REFERRAL_BUTTONS = {
  'admin-referrals': view('view-money', {}),
  'admin-referral-top': view('view-money', { order: oneOf(REFERRER_ORDERS), page: pageNumber }),
  'admin-referral-history': view('view-money', { page: pageNumber }),
  'admin-referral-search': view('view-money', {}),
  'admin-referrer': view('view-money', { customerId: rowId, page: pageNumber }),
} as const;
