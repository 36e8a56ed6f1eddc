import { APP_NAMES, type ImportApp } from '../../domain/connections/import-links.ts';
import type { Platform } from './visitor.ts';

/** A client app for one platform: what it is called and where its makers publish it. */
export type ClientApp = { app: ImportApp; name: string; store: string; url: string };

const appStore = (app: ImportApp, page: string): ClientApp => ({
  app,
  name: APP_NAMES[app],
  store: 'App Store',
  url: `https://apps.apple.com/app/${page}`,
});
const googlePlay = (app: ImportApp, id: string): ClientApp => ({
  app,
  name: APP_NAMES[app],
  store: 'Google Play',
  url: `https://play.google.com/store/apps/details?id=${id}`,
});
const gitHub = (app: ImportApp, repository: string): ClientApp => ({
  app,
  name: APP_NAMES[app],
  store: 'GitHub',
  url: `https://github.com/${repository}/releases/latest`,
});

const HAPP_STORE = appStore('happ', 'happ-proxy-utility/id6504287215');
const V2RAYTUN_STORE = appStore('v2raytun', 'v2raytun/id6476628951');
const V2BOX_STORE = appStore('v2box', 'v2box-v2ray-client/id6446814690');
const HAPP_DESKTOP = gitHub('happ', 'Happ-proxy/happ-desktop');
const HIDDIFY_DESKTOP = gitHub('hiddify', 'hiddify/hiddify-app');
const CLASH_VERGE = gitHub('clash', 'clash-verge-rev/clash-verge-rev');

/** Which apps are offered for what; the first is the one we recommend. All of them speak VLESS with REALITY. */
export const CLIENT_APPS: Record<Platform, readonly ClientApp[]> = {
  ios: [
    HAPP_STORE,
    V2RAYTUN_STORE,
    appStore('streisand', 'streisand/id6450534064'),
    appStore('hiddify', 'hiddify-proxy-vpn/id6596777532'),
    V2BOX_STORE,
    appStore('shadowrocket', 'shadowrocket/id932747118'),
  ],
  android: [
    googlePlay('happ', 'com.happproxy'),
    googlePlay('v2raytun', 'com.v2raytun.android'),
    gitHub('v2rayng', '2dust/v2rayNG'),
    googlePlay('hiddify', 'app.hiddify.com'),
    googlePlay('sing-box', 'io.nekohasekai.sfa'),
  ],
  windows: [HAPP_DESKTOP, HIDDIFY_DESKTOP, CLASH_VERGE],
  macos: [HAPP_STORE, V2RAYTUN_STORE, HIDDIFY_DESKTOP, V2BOX_STORE, CLASH_VERGE],
  linux: [HAPP_DESKTOP, HIDDIFY_DESKTOP, CLASH_VERGE],
};
