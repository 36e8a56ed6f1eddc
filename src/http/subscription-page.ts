import { createHash } from 'node:crypto';
import { IMPORT_APPS, type ImportApp, importLinkOf } from '../domain/subscription/import-links.ts';
import { renderQrSvg } from '../lib/qr-svg.ts';
import { formatDate } from '../locales/format-values.ts';
import { pickLocale, type Translator, translatorFor } from '../locales/translate.ts';
import type { Subscription } from '../usecases/subscriptions/read-subscription.ts';
import { PAGE_SCRIPT, PAGE_STYLE } from './subscription-style.ts';

type PageView = { subscription: Subscription; url: string; language: string; now: Date; title: string };

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Nothing is loaded from anywhere, and only our own script and style run. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src ${hashOf(PAGE_STYLE)}`,
  `script-src ${hashOf(PAGE_SCRIPT)}`,
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const DAY_MS = 86_400_000;
/** Which apps are offered for what. */
const PLATFORMS: [title: 'sub-phones' | 'sub-computers', apps: ImportApp[]][] = [
  ['sub-phones', ['happ', 'v2raytun', 'hiddify', 'streisand', 'v2rayng', 'sing-box']],
  ['sub-computers', ['happ', 'hiddify', 'clash']],
];
const APP_NAMES: Record<ImportApp, string> = {
  happ: 'Happ',
  v2raytun: 'v2RayTun',
  hiddify: 'Hiddify',
  streisand: 'Streisand',
  v2rayng: 'v2rayNG',
  'sing-box': 'sing-box',
  clash: 'Clash Verge',
};

/** What a customer finds behind their link: until when, a QR code, and one tap into every app. */
export function renderSubscriptionPage(view: PageView): string {
  const { subscription, title } = view;
  const t = translatorFor(pickLocale(subscription.locale, view.language));
  const body = subscription.isActive
    ? renderActive(t, view)
    : `<p class="note">${t.text('sub-ended-text')}</p>`;
  return renderDocument(t, {
    title,
    content: `${renderStatus(t, view)}${body}<p class="foot">${t.text('sub-keep-secret')}</p>`,
  });
}

/** Behind a link that opens nothing: replaced, mistyped or guessed, which nobody can tell apart. */
export function renderGonePage(language: string): string {
  const t = translatorFor(pickLocale(null, language));
  const content = `<h1>${t.text('sub-gone')}</h1><p class="note">${t.text('sub-gone-text')}</p>`;
  return renderDocument(t, { title: t.text('sub-gone'), content });
}

function renderStatus(t: Translator, { subscription, now, title }: PageView): string {
  const { endsAt, isActive } = subscription;
  const days = Math.max(0, Math.ceil((endsAt.getTime() - now.getTime()) / DAY_MS));
  const until = formatDate(endsAt);
  const status = isActive ? t.text('sub-active', { until }) : t.text('sub-ended', { until });
  const left = isActive ? `<p class="left">${t.text('sub-days-left', { days })}</p>` : '';
  return `<h1>${title}</h1><p class="status ${isActive ? 'on' : 'off'}">${status}</p>${left}`;
}

function renderActive(t: Translator, view: PageView): string {
  return [
    `<section class="qr">${renderQrSvg(view.url)}<p>${t.text('sub-qr')}</p></section>`,
    `<button type="button" class="copy" data-copy="${view.url}" data-done="${t.text('sub-copied')}">${t.text('sub-copy')}</button>`,
    ...PLATFORMS.map(([heading, apps]) => renderApps(t, view, { heading, apps })),
    `<section><h2>${t.text('sub-how')}</h2><ol>${['sub-how-1', 'sub-how-2', 'sub-how-3']
      .map((key) => `<li>${t.text(key as 'sub-how-1')}</li>`)
      .join('')}</ol></section>`,
  ].join('');
}

function renderApps(
  t: Translator,
  { url, title }: PageView,
  { heading, apps }: { heading: 'sub-phones' | 'sub-computers'; apps: ImportApp[] },
): string {
  const links = IMPORT_APPS.filter((app) => apps.includes(app)).map((app) => {
    const href = importLinkOf(app, url, title).replaceAll('&', '&amp;');
    return `<a class="app" href="${href}">${APP_NAMES[app]}</a>`;
  });
  return `<section><h2>${t.text(heading)}</h2><div class="apps">${links.join('')}</div></section>`;
}

function renderDocument(t: Translator, page: { title: string; content: string }): string {
  return `<!doctype html>
<html lang="${t.locale}" dir="auto">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="color-scheme" content="light dark">
<title>${page.title}</title>
<style>${PAGE_STYLE}</style>
</head>
<body><main>${page.content}</main><script>${PAGE_SCRIPT}</script></body>
</html>
`;
}
