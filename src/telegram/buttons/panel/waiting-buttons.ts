import { pageNumber, rowId } from '../fields.ts';
import { act, view } from './panel-button.ts';

/** What was paid for, and no node honours yet. */
export const WAITING_BUTTONS = {
  'admin-waiting': view('view-shop', { page: pageNumber }),
  'admin-waiting-retry': act('give-access', { page: pageNumber, entitlementId: rowId }),
  'admin-waiting-retry-all': act('give-access', {}),
} as const;
