import { FEATURES, type Feature } from '../../../domain/operations/features.ts';
import { oneOf, onOrOff } from '../fields.ts';
import { act, view } from './panel-button.ts';

/** Not offered in Telegram: whoever switches it off there could not switch it on again. */
export type SwitchableFeature = Exclude<Feature, 'admin-actions'>;

export function isSwitchable(feature: Feature): feature is SwitchableFeature {
  return feature !== 'admin-actions';
}

const feature = oneOf(FEATURES.filter(isSwitchable));

/** The shop as a whole. */
export const SHOP_BUTTONS = {
  admin: view('view-shop', {}),
  'admin-dashboard': view('view-shop', {}),
  'admin-system': view('view-shop', {}),
  'admin-features': view('switch-features', {}),
  'admin-feature-ask': view('switch-features', { feature, isOn: onOrOff }),
  'admin-feature': act('switch-features', { feature, isOn: onOrOff }),
} as const;
