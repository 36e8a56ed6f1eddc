import { approvalsNeeded } from '../../../domain/money/withdrawals.ts';
import { approveWithdrawal, rejectWithdrawal } from '../../../usecases/withdrawals/decide-withdrawal.ts';
import {
  viewBankDetails,
  viewPendingWithdrawals,
  viewWithdrawalState,
} from '../../../usecases/withdrawals/list-withdrawals.ts';
import type { RejectReason } from '../../buttons/panel/withdrawal-buttons.ts';
import { renderMessage } from '../../screens/menu-screens.ts';
import {
  renderApproveQuestion,
  renderDecidedCard,
  renderPendingWithdrawals,
  renderRejectQuestion,
  renderWithdrawalCard,
} from '../../screens/operator-screens.ts';
import { pageOf } from '../../screens/pages.ts';
import { actorOf, type PanelVisit, showPanel } from './panel-visit.ts';

/** Buttons on one screen. */
const WITHDRAWALS_ON_PAGE = 8;

type OfWithdrawal = { withdrawalId: string };

/** Withdrawals on decision. */
export const withdrawalRoutes = {
  'admin-withdrawals': (visit: PanelVisit, { page }: { page: number }) => showPendingWithdrawals(visit, page),
  'admin-card': (visit: PanelVisit, { withdrawalId }: OfWithdrawal) => showCard(visit, withdrawalId),
  'admin-details': (visit: PanelVisit, { withdrawalId }: OfWithdrawal) =>
    showBankDetails(visit, withdrawalId),
  'admin-approve-ask': (visit: PanelVisit, { withdrawalId }: OfWithdrawal) => askApprove(visit, withdrawalId),
  'admin-approve': (visit: PanelVisit, { withdrawalId }: OfWithdrawal) => approve(visit, withdrawalId),
  'admin-reject-ask': (visit: PanelVisit, { withdrawalId }: OfWithdrawal) => askReject(visit, withdrawalId),
  'admin-reject': reject,
};

async function showPendingWithdrawals(visit: PanelVisit, page: number): Promise<void> {
  const pending = await viewPendingWithdrawals(visit.shop);
  await showPanel(visit, renderPendingWithdrawals(visit.t, pageOf(pending, page, WITHDRAWALS_ON_PAGE)));
}

async function showCard(visit: PanelVisit, withdrawalId: string): Promise<void> {
  const withdrawal = await findState(visit, withdrawalId);
  if (withdrawal) await showState(visit, withdrawal, null);
  else await showUnknown(visit);
}

type State = NonNullable<Awaited<ReturnType<typeof viewWithdrawalState>>>;

function findState({ shop, admins }: PanelVisit, withdrawalId: string): Promise<State | null> {
  return viewWithdrawalState(shop, { appointed: admins, withdrawalId });
}

/** Whoever pays the money out needs the details after the decision, and sees that there was one. */
async function showState(visit: PanelVisit, withdrawal: State, details: string | null): Promise<void> {
  const { t } = visit;
  const { status, given } = withdrawal;
  if (status !== 'pending') return showPanel(visit, renderDecidedCard(t, { withdrawal, status, details }));
  const needed = approvalsNeeded(withdrawal.amountKopecks, visit.secondApprovalFromKopecks);
  await showPanel(visit, renderWithdrawalCard(t, { withdrawal, approvals: { given, needed }, details }));
}

function openDetails(visit: PanelVisit, { withdrawalId, customerId }: State): Promise<string | null> {
  return viewBankDetails(visit.shop, visit.secrets, { admin: actorOf(visit), withdrawalId, customerId });
}

async function showBankDetails(visit: PanelVisit, withdrawalId: string): Promise<void> {
  const withdrawal = await findState(visit, withdrawalId);
  if (!withdrawal) return showUnknown(visit);
  await showState(visit, withdrawal, await openDetails(visit, withdrawal));
}

/** Whoever approves sees where the money is to go: it leaves the books at once, and the shop by their own hand. */
async function askApprove(visit: PanelVisit, withdrawalId: string): Promise<void> {
  const withdrawal = await findState(visit, withdrawalId);
  if (withdrawal?.status !== 'pending') return showCard(visit, withdrawalId);
  const details = await openDetails(visit, withdrawal);
  await showPanel(visit, renderApproveQuestion(visit.t, { ...withdrawal, details: details ?? '' }));
}

async function approve(visit: PanelVisit, withdrawalId: string): Promise<void> {
  const { shop, t, admins, secondApprovalFromKopecks } = visit;
  const approval = { admin: actorOf(visit), appointed: admins, withdrawalId, secondApprovalFromKopecks };
  const result = await approveWithdrawal(shop, approval);
  if (!result.ok) return showRefusal(visit, withdrawalId, result.refusal);
  if (result.state === 'waits-for-second') await visit.answer(t.text('admin-second-needed'), 'alert');
  await showCard(visit, withdrawalId);
}

async function askReject(visit: PanelVisit, withdrawalId: string): Promise<void> {
  const withdrawal = await findState(visit, withdrawalId);
  if (withdrawal?.status !== 'pending') return showCard(visit, withdrawalId);
  await showPanel(visit, renderRejectQuestion(visit.t, withdrawal));
}

async function reject(
  visit: PanelVisit,
  choice: { withdrawalId: string; reason: RejectReason },
): Promise<void> {
  const { withdrawalId, reason } = choice;
  const result = await rejectWithdrawal(visit.shop, { admin: actorOf(visit), withdrawalId, reason });
  if (!result.ok) return showRefusal(visit, withdrawalId, result.refusal);
  await showCard(visit, withdrawalId);
}

const REFUSALS = {
  'admin-actions-off': 'admin-off',
  'withdrawal-unknown': 'admin-unknown',
  'not-pending': 'admin-decided',
  'own-money': 'admin-own',
  debt: 'admin-debt',
  'same-admin': 'admin-same',
} as const;

/** Also where a repeat after a crash ends: the card says what has become of the withdrawal. */
async function showRefusal(
  visit: PanelVisit,
  withdrawalId: string,
  refusal: keyof typeof REFUSALS,
): Promise<void> {
  await visit.answer(visit.t.text(REFUSALS[refusal]), 'alert');
  await showCard(visit, withdrawalId);
}

function showUnknown(visit: PanelVisit): Promise<void> {
  return showPanel(visit, renderMessage(visit.t, visit.t.text('admin-unknown')));
}
