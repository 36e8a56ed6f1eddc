import { recordView } from '../../../../usecases/audit/record-act.ts';
import { endPromo, viewPromo, viewPromoPage } from '../../../../usecases/promo/manage-promo.ts';
import {
  renderPromo,
  renderPromoEndQuestion,
  renderPromos,
} from '../../../screens/panel/campaigns/promo-screens.ts';
import { actorOf, type PanelVisit, showPanel } from '../panel-visit.ts';

type OfPromo = { promoId: string };

/** Promo codes that there are. */
export const promoRoutes = {
  'admin-promos': openPromos,
  'admin-promo': (visit: PanelVisit, { promoId }: OfPromo) => showPromo(visit, promoId),
  'admin-promo-end-ask': askEnd,
  'admin-promo-end': end,
};

async function openPromos(visit: PanelVisit, { page }: { page: number }): Promise<void> {
  await recordView(visit.shop, { actor: actorOf(visit), action: 'promo-codes-viewed' });
  await showPromos(visit, page);
}

export async function showPromos(visit: PanelVisit, page = 0): Promise<void> {
  await showPanel(visit, renderPromos(visit.t, await viewPromoPage(visit.shop, page)));
}

/** The list, where there is no such code. */
export async function showPromo(visit: PanelVisit, promoId: string): Promise<void> {
  const promo = await viewPromo(visit.shop, promoId);
  if (promo) return showPanel(visit, renderPromo(visit.t, promo));
  await visit.answer(visit.t.text('admin-gone'), 'alert');
  await showPromos(visit);
}

async function askEnd(visit: PanelVisit, { promoId }: OfPromo): Promise<void> {
  const promo = await viewPromo(visit.shop, promoId);
  if (promo?.state !== 'active') return showPromo(visit, promoId);
  await showPanel(visit, renderPromoEndQuestion(visit.t, promo));
}

/** One that has ended already is what was wished for. */
async function end(visit: PanelVisit, { promoId }: OfPromo): Promise<void> {
  await endPromo(visit.shop, { actor: actorOf(visit), promoId });
  const promo = await viewPromo(visit.shop, promoId);
  if (promo) await visit.answer(visit.t.text('admin-done'));
  await showPromo(visit, promoId);
}
