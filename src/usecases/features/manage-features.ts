import { FEATURES, type Feature } from '../../domain/operations/features.ts';
import { addJob } from '../../store/jobs.ts';
import {
  deleteFeatureOverride,
  listFeatureOverrides,
  saveFeatureOverride,
} from '../../store/operations/features.ts';
import { claimOperatorAct } from '../../store/operations/operator-acts.ts';
import type { Transaction } from '../../store/postgres/database.ts';
import { recordAct } from '../audit/record-act.ts';
import type { Shop } from '../shop.ts';

/** `override` null: it is as the settings of this process say. */
export type FeatureView = {
  feature: Feature;
  isOn: boolean;
  isOnByDefault: boolean;
  override: { actor: string; setAt: Date } | null;
};

/** Every feature and why it is as it is. */
export async function listFeatures(shop: Shop): Promise<FeatureView[]> {
  const overrides = await listFeatureOverrides(shop.db);
  return FEATURES.map((feature) => {
    const isOnByDefault = shop.features[feature];
    const override = overrides.find((one) => one.feature === feature);
    if (!override) return { feature, isOn: isOnByDefault, isOnByDefault, override: null };
    const { isOn, actor, setAt } = override;
    return { feature, isOn, isOnByDefault, override: { actor, setAt } };
  });
}

/** Switches a feature on or off for all processes, whatever their settings say; by a tap of that key once. */
export async function setFeature(
  shop: Shop,
  wish: { actor: string; feature: Feature; isOn: boolean; actKey?: string },
): Promise<void> {
  const { actor, feature, isOn, actKey } = wish;
  await shop.db.transaction('set-feature', async (tx) => {
    if (actKey !== undefined && !(await claimOperatorAct(tx, { key: actKey, at: shop.clock.now() }))) return;
    await saveFeatureOverride(tx, { feature, isOn, actor, setAt: shop.clock.now() });
    await recordAct(shop, tx, {
      actor,
      action: 'feature-set',
      details: { feature, state: isOn ? 'on' : 'off' },
    });
    if (isOn) await catchUp(shop, tx, feature);
  });
}

/** From now on the settings of each process decide again. False: they did already. */
export async function clearFeature(shop: Shop, wish: { actor: string; feature: Feature }): Promise<boolean> {
  const { actor, feature } = wish;
  return shop.db.transaction('clear-feature', async (tx) => {
    if (!(await deleteFeatureOverride(tx, feature))) return false;
    await recordAct(shop, tx, { actor, action: 'feature-cleared', details: { feature } });
    await catchUp(shop, tx, feature);
    return true;
  });
}

/** Nodes that were not told hear of everybody at once; their checks do the rest. */
async function catchUp(shop: Shop, tx: Transaction, feature: Feature): Promise<void> {
  if (feature !== 'vpn-provisioning') return;
  await addJob(tx, 'retry-activations', { slot: shop.clock.now().toISOString() });
}
