import type { Feature } from '../../domain/operations/features.ts';
import { findFeatureOverride } from '../../store/operations/features.ts';
import type { Querier } from '../../store/postgres/database.ts';
import type { Shop } from '../shop.ts';

/**
 * Whether a part of the shop is switched on: as its owner has decided, else as the settings say. Read anew by every
 * entry of that part, so that no process goes on with what held a moment ago.
 */
export async function isFeatureOn(shop: Shop, feature: Feature, db: Querier = shop.db): Promise<boolean> {
  return (await findFeatureOverride(db, feature)) ?? shop.features[feature];
}

/** Does a pass of the timetable, unless passes are switched off. */
export async function passIfOn(shop: Shop, pass: () => Promise<unknown>): Promise<void> {
  if (await isFeatureOn(shop, 'background-workers')) await pass();
}
