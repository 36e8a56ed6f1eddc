import { createHash } from 'node:crypto';
import { PAGE_LOCALES, type PageTranslator, pageTranslatorFor } from '../../locales/page/translate-page.ts';
import { type Html, html, trusted } from './html.ts';
import { PAGE_SCRIPT } from './page-script.ts';
import { PAGE_STYLE } from './page-style.ts';
import type { Contacts } from './page-view.ts';

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Nothing is loaded from anywhere, and only our own script and style run. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src ${hashOf(PAGE_STYLE)}`,
  `script-src ${hashOf(PAGE_SCRIPT)}`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A shield with a tick, as a browser's tab shows it. */
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='9' fill='%230f6b5c'/%3E%3Cpath d='M16 5l8 3v7c0 6-3.6 9.7-8 12-4.4-2.300-8-6-8-12V8z' fill='%23fff'/%3E%3Cpath d='M12 15.5l3 3 5.5-6' fill='none' stroke='%230f6b5c' stroke-width='2.6' stroke-linecap='round' stroke-linejoin='round'/%3E%3C/svg%3E";

const LOGO = html`<svg class="logo" viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="9"/><path class="shield" d="M16 5l8 3v7c0 6-3.6 9.7-8 12-4.4-2.300-8-6-8-12V8z"/><path class="tick" d="M12 15.5l3 3 5.5-6"/></svg>`;

type Document = {
  t: PageTranslator;
  /** The name on top of the page. */
  title: string;
  /** `wide` has two columns where there is room. */
  layout: 'wide' | 'narrow';
  content: Html;
  contacts: Contacts;
  /** The last words on the page. */
  note: string | null;
};

/** A whole page: its head, the name and the language switch on top, and where to write at the bottom. */
export function renderDocument({ t, title, layout, content, contacts, note }: Document): string {
  return html`<!doctype html>
<html lang="${t.locale}" dir="${t.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no">
<title>${title} · ${t.text('subscription')}</title>
<link rel="icon" href="${ICON}">
<style>${trusted(PAGE_STYLE)}</style>
</head>
<body class="${layout}">
<header><p class="brand">${LOGO}<span dir="ltr">${title}</span></p>${renderSwitch(t)}</header>
<main>${content}</main>
<footer><a class="button quiet" href="${contacts.support}" rel="noreferrer noopener">${t.text('support')}</a>${
    note !== null && html`<p>${note}</p>`
  }</footer>
<script>${trusted(PAGE_SCRIPT)}</script>
</body>
</html>
`.text;
}

/** Each language in its own words, so that whoever cannot read the page finds theirs. */
function renderSwitch(t: PageTranslator): Html {
  const links = PAGE_LOCALES.map((locale) => {
    const name = pageTranslatorFor(locale).text('language-name');
    return locale === t.locale
      ? html`<span class="here" lang="${locale}" aria-current="true">${name}</span>`
      : html`<a href="?lang=${locale}" lang="${locale}" hreflang="${locale}" rel="nofollow">${name}</a>`;
  });
  return html`<nav class="languages" aria-label="${t.text('language-switch')}">${links}</nav>`;
}
