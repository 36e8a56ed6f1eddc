import type { Feature } from '../../domain/operations/features.ts';
import { isFeatureOn } from '../../usecases/features/is-feature-on.ts';
import { listFeatures, setFeature } from '../../usecases/features/manage-features.ts';
import { readSystemState } from '../../usecases/system/read-system-state.ts';
import { renderFeatureQuestion, renderFeatures, renderSystemState } from '../screens/system-screens.ts';
import { showScreen, type Visit } from '../visit.ts';

/** What an admin sees of the shop as a whole. */
export async function showSystem(visit: Visit): Promise<void> {
  const state = await readSystemState(visit.shop, visit.providers.keys());
  await showScreen(visit, renderSystemState(visit.t, state));
}

export async function showFeatures(visit: Visit): Promise<void> {
  await showScreen(visit, renderFeatures(visit.t, await listFeatures(visit.shop)));
}

export async function askFeature(visit: Visit, wish: { feature: Feature; isOn: boolean }): Promise<void> {
  await showScreen(visit, renderFeatureQuestion(visit.t, wish));
}

/** Holds in every process at once. Refused while the actions of admins are off. */
export async function switchFeature(visit: Visit, wish: { feature: Feature; isOn: boolean }): Promise<void> {
  const { shop, t, customer } = visit;
  if (await isFeatureOn(shop, 'admin-actions')) {
    await setFeature(shop, { actor: String(customer.telegramId), ...wish });
    await visit.answer(t.text('admin-feature-done'));
  } else {
    await visit.answer(t.text('admin-off'), 'alert');
  }
  await showFeatures(visit);
}
