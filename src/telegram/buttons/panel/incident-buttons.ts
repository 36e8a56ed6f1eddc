import { onOrOff, rowId } from '../fields.ts';
import { act, confirm, view } from './panel-button.ts';

/** What everybody is told while something is wrong. */
export const INCIDENT_BUTTONS = {
  'admin-incident': view('write-to-all', {}),
  'admin-incident-text': view('write-to-all', {}),
  'admin-incident-save': confirm('write-to-all', { draftId: rowId }),
  'admin-incident-turn': act('write-to-all', { isOn: onOrOff }),
} as const;
