import { oneOf, pageNumber, rowId } from '../fields.ts';
import { act, confirm, step, view } from './panel-button.ts';

/** How long a new promo code lives: so many of these, or until it is switched off. */
export const PROMO_UNITS = ['hours', 'days', 'months', 'unlimited'] as const;
export type PromoUnit = (typeof PROMO_UNITS)[number];

/** Promo codes: how they do, and new ones. */
export const PROMO_BUTTONS = {
  'admin-promos': view('view-money', { page: pageNumber }),
  'admin-promo': view('view-money', { promoId: rowId }),
  'admin-promo-end-ask': view('set-prices', { promoId: rowId }),
  'admin-promo-end': act('set-prices', { promoId: rowId }),
  'admin-promo-new': view('set-prices', {}),
  'admin-promo-random': step('set-prices', { draftId: rowId }),
  'admin-promo-unit': step('set-prices', { unit: oneOf(PROMO_UNITS), draftId: rowId }),
  'admin-promo-any-uses': step('set-prices', { draftId: rowId }),
  'admin-promo-create': confirm('set-prices', { draftId: rowId }),
} as const;
