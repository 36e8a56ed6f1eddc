import { pageNumber, rowId } from '../fields.ts';
import { act, confirm, view } from './panel-button.ts';

/** What only a person can decide, and providers' books against ours. */
export const TASK_BUTTONS = {
  'admin-tasks': view('view-money', { page: pageNumber }),
  'admin-task': view('view-money', { taskId: rowId }),
  'admin-task-resolve': view('move-money', { taskId: rowId }),
  'admin-task-close': confirm('move-money', { draftId: rowId }),
  'admin-task-assign': view('move-money', { taskId: rowId }),
  'admin-task-give': confirm('move-money', { draftId: rowId }),
  'admin-reconciliation': view('view-money', {}),
  'admin-reconcile': act('move-money', {}),
} as const;
