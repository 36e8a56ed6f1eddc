import { listFeatures, setFeature } from '../../../usecases/features/manage-features.ts';
import { viewDashboard, viewSystem } from '../../../usecases/operations/view-dashboard.ts';
import type { SwitchableFeature } from '../../buttons/panel/shop-buttons.ts';
import { renderDashboard } from '../../screens/panel/dashboard-screen.ts';
import { renderFeatureQuestion, renderFeatures, renderSystem } from '../../screens/panel/system-screens.ts';
import { actorOf, type PanelVisit, showPanel } from './panel-visit.ts';

type Wish = { feature: SwitchableFeature; isOn: boolean };

/** The state of the shop, and its switches. */
export const systemRoutes = {
  'admin-dashboard': showDashboard,
  'admin-system': showSystem,
  'admin-features': showFeatures,
  'admin-feature-ask': (visit: PanelVisit, { feature, isOn }: Wish) =>
    showPanel(visit, renderFeatureQuestion(visit.t, { feature, isOn })),
  'admin-feature': switchFeature,
};

async function showSystem(visit: PanelVisit): Promise<void> {
  const look = { actor: actorOf(visit), providers: visit.providers.keys() };
  await showPanel(visit, renderSystem(visit.t, await viewSystem(visit.shop, look)));
}

async function showDashboard(visit: PanelVisit): Promise<void> {
  const look = { actor: actorOf(visit), providers: visit.providers.keys() };
  await showPanel(visit, renderDashboard(visit.t, await viewDashboard(visit.shop, look)));
}

async function showFeatures(visit: PanelVisit): Promise<void> {
  await showPanel(visit, renderFeatures(visit.t, await listFeatures(visit.shop)));
}

/** Holds in every process at once. */
async function switchFeature(visit: PanelVisit, { feature, isOn }: Wish): Promise<void> {
  await setFeature(visit.shop, { actor: actorOf(visit), feature, isOn, actKey: visit.tap.key });
  await visit.answer(visit.t.text('admin-feature-done'));
  await showFeatures(visit);
}
