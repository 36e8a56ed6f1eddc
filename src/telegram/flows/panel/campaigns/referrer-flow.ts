import type { ReferrerOrder } from '../../../../domain/money/referrals.ts';
import { recordView } from '../../../../usecases/audit/record-act.ts';
import { beginConversation, leaveConversation } from '../../../../usecases/customers/conversation.ts';
import { findPerson } from '../../../../usecases/customers/find-person.ts';
import {
  viewReferralTotals,
  viewReferrer,
  viewReferrerPage,
  viewRewardPage,
} from '../../../../usecases/referrals/view-referrers.ts';
import {
  renderReferralTotals,
  renderReferrer,
  renderReferrerSearch,
  renderReferrerTop,
  renderRewards,
} from '../../../screens/panel/campaigns/referrer-screens.ts';
import { actorOf, type PanelForms, type PanelVisit, sendPanel, showPanel } from '../panel-visit.ts';

type OfPage = { page: number };

/** Who brings customers, and what that earns. */
export const referrerRoutes = {
  'admin-referrals': showTotals,
  'admin-referral-top': showTop,
  'admin-referral-history': showHistory,
  'admin-referral-search': askPerson,
  'admin-referrer': showReferrer,
};

export const referrerForms: PanelForms<'referrer-person'> = {
  'referrer-person': { right: 'view-money', take: takePerson },
};

async function showTotals(visit: PanelVisit): Promise<void> {
  await recordView(visit.shop, { actor: actorOf(visit), action: 'referral-stats-viewed' });
  await showPanel(visit, renderReferralTotals(visit.t, await viewReferralTotals(visit.shop)));
}

async function showTop(visit: PanelVisit, { order, page }: OfPage & { order: ReferrerOrder }): Promise<void> {
  const details = { order };
  await recordView(visit.shop, { actor: actorOf(visit), action: 'referral-top-viewed', details });
  const { before, ...list } = await viewReferrerPage(visit.shop, { order, page });
  await showPanel(visit, renderReferrerTop(visit.t, { order, list, before }));
}

async function showHistory(visit: PanelVisit, { page }: OfPage): Promise<void> {
  await recordView(visit.shop, { actor: actorOf(visit), action: 'referral-history-viewed' });
  await showPanel(visit, renderRewards(visit.t, await viewRewardPage(visit.shop, page)));
}

async function askPerson(visit: PanelVisit): Promise<void> {
  await beginConversation(visit.shop, visit.chatId, { flow: 'referrer-person' });
  await showPanel(visit, renderReferrerSearch(visit.t, null));
}

/** Only whom the words name: everybody else is in the lists. */
async function takePerson(visit: PanelVisit, text: string): Promise<void> {
  const { shop, t, chatId } = visit;
  const person = await findPerson(shop, text);
  if (!person) return sendPanel(visit, renderReferrerSearch(t, t.text('admin-person-unknown')));
  const { customerId } = person;
  const view = await viewReferrer(shop, { actor: actorOf(visit), customerId, page: 0 });
  if (!view) return sendPanel(visit, renderReferrerSearch(t, t.text('admin-referrer-nobody')));
  await sendPanel(visit, renderReferrer(t, view));
  await leaveConversation(shop, chatId);
}

async function showReferrer(
  visit: PanelVisit,
  { customerId, page }: OfPage & { customerId: string },
): Promise<void> {
  const view = await viewReferrer(visit.shop, { actor: actorOf(visit), customerId, page });
  if (view) return showPanel(visit, renderReferrer(visit.t, view));
  await visit.answer(visit.t.text('admin-gone'), 'alert');
  await showTotals(visit);
}
