import { EXPORTS } from '../../../domain/exports.ts';
import { oneOf } from '../fields.ts';
import { act, view } from './panel-button.ts';

/** Tables that leave the shop as files. */
export const EXPORT_BUTTONS = {
  'admin-export': view('export', {}),
  'admin-export-of': act('export', { what: oneOf(EXPORTS) }),
} as const;
