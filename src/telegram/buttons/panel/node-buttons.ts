import { oneOf, pageNumber, rowId } from '../fields.ts';
import { act, view } from './panel-button.ts';

export const TREATMENTS = ['active', 'draining', 'disabled'] as const;

/** The servers that customers connect to. */
export const NODE_BUTTONS = {
  'admin-nodes': view('view-shop', { page: pageNumber }),
  'admin-node': view('view-shop', { nodeId: rowId }),
  'admin-node-ask': view('run-fleet', { treatment: oneOf(TREATMENTS), nodeId: rowId }),
  'admin-node-treat': act('run-fleet', { treatment: oneOf(TREATMENTS), nodeId: rowId }),
  /** Disables it though customers are left without any server: said by who has read how many. */
  'admin-node-cut': act('run-fleet', { nodeId: rowId }),
  'admin-node-check': act('run-fleet', { nodeId: rowId }),
  'admin-nodes-check': act('run-fleet', {}),
} as const;
