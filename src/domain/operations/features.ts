/** Parts of the shop that can be switched off. In the order in which they are listed. */
export const FEATURES = [
  'payments',
  'vpn-provisioning',
  'auto-renewal',
  'background-workers',
  'admin-actions',
] as const;
export type Feature = (typeof FEATURES)[number];

/** What holds as long as the owner has not said otherwise. */
export type FeatureDefaults = Readonly<Record<Feature, boolean>>;

export const EVERY_FEATURE_ON: FeatureDefaults = {
  payments: true,
  'vpn-provisioning': true,
  'auto-renewal': true,
  'background-workers': true,
  'admin-actions': true,
};

/** Null for anything that is not exactly a feature's name. */
export function parseFeature(text: string): Feature | null {
  return FEATURES.find((name) => name === text) ?? null;
}
