import { moment, rowId } from '../fields.ts';
import { act, view } from './panel-button.ts';

/** Keys of everybody at once. */
export const KEYS_BUTTONS = {
  'admin-keys': view('run-fleet', {}),
  'admin-rekey-all-ask': view('run-fleet', {}),
  'admin-rekey-all-sure': view('run-fleet', { askedAt: moment }),
  'admin-rekey-all': act('run-fleet', { askedAt: moment }),
  'admin-rekey-stop-ask': view('run-fleet', { reissueId: rowId }),
  'admin-rekey-stop': act('run-fleet', { reissueId: rowId }),
} as const;
