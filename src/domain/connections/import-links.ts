/** Apps that take a subscription by a link of their own scheme. */
export const IMPORT_APPS = [
  'happ',
  'v2raytun',
  'hiddify',
  'streisand',
  'shadowrocket',
  'v2box',
  'v2rayng',
  'sing-box',
  'clash',
] as const;
export type ImportApp = (typeof IMPORT_APPS)[number];

/** As the apps call themselves. */
export const APP_NAMES: Record<ImportApp, string> = {
  happ: 'Happ',
  v2raytun: 'v2RayTun',
  hiddify: 'Hiddify',
  streisand: 'Streisand',
  shadowrocket: 'Shadowrocket',
  v2box: 'V2Box',
  v2rayng: 'v2rayNG',
  'sing-box': 'sing-box',
  clash: 'Clash Verge',
};

const LINKS: Record<ImportApp, (url: string, name: string) => string> = {
  happ: (url) => `happ://add/${url}`,
  v2raytun: (url) => `v2raytun://import/${url}`,
  hiddify: (url, name) => `hiddify://import/${url}#${name}`,
  streisand: (url, name) => `streisand://import/${encodeURIComponent(url)}#${name}`,
  shadowrocket: (url, name) => `shadowrocket://add/${url}#${name}`,
  v2box: (url, name) => `v2box://install-sub?url=${encodeURIComponent(url)}&name=${name}`,
  v2rayng: (url, name) => `v2rayng://install-sub?url=${encodeURIComponent(url)}#${name}`,
  'sing-box': (url, name) => `sing-box://import-remote-profile?url=${encodeURIComponent(url)}#${name}`,
  clash: (url, name) => `clash://install-config?url=${encodeURIComponent(url)}&name=${name}`,
};

/** What a person's phone opens to add the subscription at `url` to an app. */
export function importLinkOf(app: ImportApp, url: string, name: string): string {
  return LINKS[app](url, encodeURIComponent(name));
}

export function parseImportApp(text: string): ImportApp | null {
  return IMPORT_APPS.find((app) => app === text) ?? null;
}
