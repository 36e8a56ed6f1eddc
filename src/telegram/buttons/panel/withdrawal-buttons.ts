import { oneOf, pageNumber, rowId } from '../fields.ts';
import { act, view } from './panel-button.ts';

/** Why a withdrawal is declined; the customer reads it in their own language. */
export const REJECT_REASONS = ['details', 'check', 'asked'] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];

/** Money on its way out. */
export const WITHDRAWAL_BUTTONS = {
  'admin-withdrawals': view('view-money', { page: pageNumber }),
  'admin-card': view('view-money', { withdrawalId: rowId }),
  'admin-details': view('move-money', { withdrawalId: rowId }),
  'admin-approve-ask': view('move-money', { withdrawalId: rowId }),
  'admin-approve': act('move-money', { withdrawalId: rowId }),
  'admin-reject-ask': view('move-money', { withdrawalId: rowId }),
  'admin-reject': act('move-money', { reason: oneOf(REJECT_REASONS), withdrawalId: rowId }),
} as const;
