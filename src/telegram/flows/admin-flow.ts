import { approvalsNeeded } from '../../domain/money/withdrawals.ts';
import { listTasks } from '../../usecases/tasks/list-tasks.ts';
import { approveWithdrawal, rejectWithdrawal } from '../../usecases/withdrawals/decide-withdrawal.ts';
import {
  viewPendingWithdrawals,
  viewWithdrawal,
  viewWithdrawalState,
} from '../../usecases/withdrawals/list-withdrawals.ts';
import type { AdminAction, RejectReason } from '../callback-data.ts';
import { renderMessage } from '../screens/menu-screens.ts';
import {
  pageOf,
  renderAdminStart,
  renderDecidedCard,
  renderPendingWithdrawals,
  renderRejectQuestion,
  renderTasks,
  renderWithdrawalCard,
} from '../screens/operator-screens.ts';
import { showScreen, type Visit } from '../visit.ts';
import { askFeature, showFeatures, showSystem, switchFeature } from './system-flow.ts';

/** Buttons on one screen, and tasks in one message of 4096 characters. */
const WITHDRAWALS_ON_PAGE = 8;
const TASKS_ON_PAGE = 5;

/** Whether the visitor may act for the shop: asked again for every tap, by the id that Telegram vouches for. */
export function isAdmin(visit: Visit): boolean {
  return visit.admins.includes(visit.customer.telegramId);
}

/** Only for who isAdmin. */
export async function routeAdmin(visit: Visit, action: AdminAction): Promise<void> {
  switch (action.to) {
    case 'admin':
      return showAdminStart(visit);
    case 'admin-system':
      return showSystem(visit);
    case 'admin-features':
      return showFeatures(visit);
    case 'admin-feature-ask':
      return askFeature(visit, action);
    case 'admin-feature':
      return switchFeature(visit, action);
    case 'admin-withdrawals':
      return showPendingWithdrawals(visit, action.page);
    case 'admin-tasks':
      return showTasks(visit, action.page);
    case 'admin-card':
      return showCard(visit, action.withdrawalId);
    case 'admin-details':
      return showBankDetails(visit, action.withdrawalId);
    case 'admin-approve':
      return approve(visit, action.withdrawalId);
    case 'admin-reject-ask':
      return askReject(visit, action.withdrawalId);
    case 'admin-reject':
      return reject(visit, action);
  }
}

export async function showAdminStart(visit: Visit): Promise<void> {
  const withdrawals = (await viewPendingWithdrawals(visit.shop)).length;
  const tasks = (await listTasks(visit.shop)).length;
  await showScreen(visit, renderAdminStart(visit.t, { withdrawals, tasks }));
}

async function showPendingWithdrawals(visit: Visit, page: number): Promise<void> {
  const pending = await viewPendingWithdrawals(visit.shop);
  await showScreen(visit, renderPendingWithdrawals(visit.t, pageOf(pending, page, WITHDRAWALS_ON_PAGE)));
}

async function showTasks(visit: Visit, page: number): Promise<void> {
  const tasks = (await listTasks(visit.shop)).map(({ kind, ...task }) => ({ ...task, task: kind }));
  await showScreen(visit, renderTasks(visit.t, pageOf(tasks, page, TASKS_ON_PAGE)));
}

async function showCard(visit: Visit, withdrawalId: string): Promise<void> {
  const { shop, t } = visit;
  const withdrawal = await viewWithdrawalState(shop, withdrawalId);
  if (!withdrawal) return showUnknown(visit);
  const { status } = withdrawal;
  if (status !== 'pending') return showScreen(visit, renderDecidedCard(t, { withdrawal, status }));
  const approvals = approvalsOf(visit, withdrawal);
  await showScreen(visit, renderWithdrawalCard(t, { withdrawal, approvals, details: null }));
}

type Withdrawal = NonNullable<Awaited<ReturnType<typeof viewWithdrawalState>>>;

function approvalsOf(visit: Visit, withdrawal: Withdrawal): { given: number; needed: number } {
  const needed = approvalsNeeded(withdrawal.amountKopecks, visit.secondApprovalFromKopecks);
  return { given: Number(withdrawal.approvals), needed };
}

async function showBankDetails(visit: Visit, withdrawalId: string): Promise<void> {
  const { shop, secrets, t } = visit;
  const withdrawal = await viewWithdrawal(shop, secrets, { admin: nameOf(visit), withdrawalId });
  if (!withdrawal) return showUnknown(visit);
  const { details } = withdrawal;
  const approvals = approvalsOf(visit, withdrawal);
  await showScreen(visit, renderWithdrawalCard(t, { withdrawal, approvals, details }));
}

async function approve(visit: Visit, withdrawalId: string): Promise<void> {
  const { shop, t, secondApprovalFromKopecks } = visit;
  const approval = { admin: nameOf(visit), withdrawalId, secondApprovalFromKopecks };
  const result = await approveWithdrawal(shop, approval);
  if (!result.ok) return showRefusal(visit, withdrawalId, result.refusal);
  if (result.state === 'waits-for-second') await visit.answer(t.text('admin-second-needed'), 'alert');
  await showCard(visit, withdrawalId);
}

async function askReject(visit: Visit, withdrawalId: string): Promise<void> {
  const withdrawal = await viewWithdrawalState(visit.shop, withdrawalId);
  if (withdrawal?.status !== 'pending') return showCard(visit, withdrawalId);
  await showScreen(visit, renderRejectQuestion(visit.t, withdrawal));
}

async function reject(visit: Visit, choice: { withdrawalId: string; reason: RejectReason }): Promise<void> {
  const { withdrawalId, reason } = choice;
  const result = await rejectWithdrawal(visit.shop, { admin: nameOf(visit), withdrawalId, reason });
  if (!result.ok) return showRefusal(visit, withdrawalId, result.refusal);
  await showCard(visit, withdrawalId);
}

const REFUSALS = {
  'admin-actions-off': 'admin-off',
  'withdrawal-unknown': 'admin-unknown',
  'not-pending': 'admin-decided',
  debt: 'admin-debt',
  'same-admin': 'admin-same',
} as const;

/** Also where a repeat after a crash ends: the card says what has become of the withdrawal. */
async function showRefusal(
  visit: Visit,
  withdrawalId: string,
  refusal: keyof typeof REFUSALS,
): Promise<void> {
  await visit.answer(visit.t.text(REFUSALS[refusal]), 'alert');
  await showCard(visit, withdrawalId);
}

function showUnknown(visit: Visit): Promise<void> {
  return showScreen(visit, renderMessage(visit.t, visit.t.text('admin-unknown')));
}

/** How admins are told apart in what they decide. */
function nameOf(visit: Visit): string {
  return String(visit.customer.telegramId);
}
