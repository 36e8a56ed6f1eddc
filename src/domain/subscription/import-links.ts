/** Apps that take a subscription by a link of their own scheme. Source: xray.md §4.4. */
export const IMPORT_APPS = [
  'happ',
  'v2raytun',
  'hiddify',
  'streisand',
  'v2rayng',
  'sing-box',
  'clash',
] as const;
export type ImportApp = (typeof IMPORT_APPS)[number];

const LINKS: Record<ImportApp, (url: string, name: string) => string> = {
  happ: (url) => `happ://add/${url}`,
  v2raytun: (url) => `v2raytun://import/${url}`,
  hiddify: (url, name) => `hiddify://import/${url}#${name}`,
  streisand: (url, name) => `streisand://import/${encodeURIComponent(url)}#${name}`,
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
