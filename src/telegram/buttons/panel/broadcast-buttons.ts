import { BROADCAST_KINDS, SEGMENTS, type Segment, STEERINGS } from '../../../domain/broadcasts.ts';
import type { Field } from '../button-table.ts';
import { oneOf, onOrOff, pageNumber, rowId } from '../fields.ts';
import { act, confirm, step, view } from './panel-button.ts';

/** Short, because an id has to fit beside it. */
const WORDS: Record<Segment, string> = { all: 'all', active: 'active', 'no-subscription': 'none' };
const segment: Field<Segment> = {
  parse: (text) => SEGMENTS.find((one) => WORDS[one] === text) ?? null,
  format: (one) => WORDS[one],
};

/** One text to many: what there is, and a new one. */
export const BROADCAST_BUTTONS = {
  broadcasts: view('write-to-all', { page: pageNumber }),
  broadcast: view('write-to-all', { broadcastId: rowId }),
  'broadcast-preview': act('write-to-all', { broadcastId: rowId }),
  'broadcast-ask': view('write-to-all', {
    steering: oneOf(['start', 'cancel'] as const),
    broadcastId: rowId,
  }),
  'broadcast-steer': act('write-to-all', { steering: oneOf(STEERINGS), broadcastId: rowId }),
  'broadcast-tests': view('write-to-all', { page: pageNumber }),
  'broadcast-test': view('write-to-all', { broadcastId: rowId }),
  'broadcast-new': view('write-to-all', {}),
  'broadcast-unsubscribed': view('write-to-all', {}),
  'broadcast-ab': step('write-to-all', { isTest: onOrOff, draftId: rowId }),
  'broadcast-kind': step('write-to-all', { kind: oneOf(BROADCAST_KINDS), draftId: rowId }),
  'broadcast-to': confirm('write-to-all', { segment, draftId: rowId }),
} as const;
