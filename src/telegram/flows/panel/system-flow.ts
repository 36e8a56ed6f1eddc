import { listFeatures, setFeature } from '../../../usecases/features/manage-features.ts';
import { readSystemState } from '../../../usecases/system/read-system-state.ts';
import type { SwitchableFeature } from '../../buttons/shop-buttons.ts';
import {
  renderFeatureQuestion,
  renderFeatures,
  renderSystemState,
} from '../../screens/panel/system-screens.ts';
import { actorOf, type PanelVisit, showPanel } from './panel-visit.ts';

type Wish = { feature: SwitchableFeature; isOn: boolean };

/** The state of the shop, and its switches. */
export const systemRoutes = {
  'admin-system': showSystem,
  'admin-features': showFeatures,
  'admin-feature-ask': (visit: PanelVisit, { feature, isOn }: Wish) =>
    showPanel(visit, renderFeatureQuestion(visit.t, { feature, isOn })),
  'admin-feature': switchFeature,
};

async function showSystem(visit: PanelVisit): Promise<void> {
  const state = await readSystemState(visit.shop, visit.providers.keys());
  await showPanel(visit, renderSystemState(visit.t, state));
}

async function showFeatures(visit: PanelVisit): Promise<void> {
  await showPanel(visit, renderFeatures(visit.t, await listFeatures(visit.shop)));
}

/** Holds in every process at once. */
async function switchFeature(visit: PanelVisit, { feature, isOn }: Wish): Promise<void> {
  await setFeature(visit.shop, { actor: actorOf(visit), feature, isOn });
  await visit.answer(visit.t.text('admin-feature-done'));
  await showFeatures(visit);
}
