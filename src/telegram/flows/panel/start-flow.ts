import { listTasks } from '../../../usecases/tasks/list-tasks.ts';
import { viewPendingWithdrawals } from '../../../usecases/withdrawals/list-withdrawals.ts';
import { renderPanelStart } from '../../screens/panel/start-screen.ts';
import { type PanelVisit, showPanel } from './panel-visit.ts';

/** Where `/admin` leads. */
export const startRoutes = { admin: showPanelStart };

async function showPanelStart(visit: PanelVisit, _action: { to: 'admin' }): Promise<void> {
  const withdrawals = (await viewPendingWithdrawals(visit.shop)).length;
  const tasks = (await listTasks(visit.shop)).length;
  await showPanel(visit, renderPanelStart(visit.t, { role: visit.role, withdrawals, tasks }));
}
