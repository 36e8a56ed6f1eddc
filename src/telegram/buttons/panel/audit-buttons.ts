import { oneOf, rowId } from '../fields.ts';
import { view } from './panel-button.ts';

/** Whose entries of the audit are shown: everybody's, or only those of who works here. */
export const AUDIT_OF = ['all', 'team'] as const;
export type AuditOf = (typeof AUDIT_OF)[number];

/** Who did what. */
export const AUDIT_BUTTONS = {
  'admin-audit': view('view-audit', { of: oneOf(AUDIT_OF) }),
  'admin-audit-at': view('view-audit', {
    of: oneOf(AUDIT_OF),
    side: oneOf(['older', 'newer'] as const),
    entryId: rowId,
  }),
} as const;
