/** The subscription page in every state, served with its own policy and without a shop, and how to look at it. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { PAGE_POLICY } from '../../src/http/page/document.ts';
import { renderGonePage, renderSubscriptionPage } from '../../src/http/page/subscription-page.ts';
import { platformOf } from '../../src/http/page/visitor.ts';
import { type PageLocale, pickPageLocale } from '../../src/locales/page/translate-page.ts';
import type { Subscription } from '../../src/usecases/subscriptions/read-subscription.ts';
import { GB, PAGE_CONTACTS, PAGE_NOW, PAGE_TITLE, subscriptionOf, viewOf } from '../support/page-views.ts';

/** The states of a page, by the name of their address. */
const STATES: Record<string, Partial<Subscription>> = {
  active: {},
  unlimited: { limitBytes: null, locations: [] },
  suspended: { isSuspended: true, usedBytes: 200n * GB },
  ended: { isActive: false, endsAt: new Date(PAGE_NOW.getTime() - 86_400_000) },
};
export const PAGE_STATES = [...Object.keys(STATES), 'gone'] as const;

/** Serves every state at `/<state>`, in the language and for the platform that the visitor brings. */
export async function servePages(): Promise<{ address: string; close(): void }> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const acceptLanguage = request.headers['accept-language'] ?? '';
    const locale = pickPageLocale({ asked: searchParams.get('lang'), chosen: null, acceptLanguage });
    const state = STATES[pathname.slice(1)];
    const platform = platformOf(request.headers['user-agent'] ?? '');
    const page = state
      ? renderSubscriptionPage(viewOf({ subscription: subscriptionOf(state), locale, platform }))
      : renderGonePage({ locale, title: PAGE_TITLE, contacts: PAGE_CONTACTS });
    const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': PAGE_POLICY };
    response.writeHead(state ? 200 : 404, headers).end(page);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => void server.close(),
  };
}

export const ANDROID =
  'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Mobile Safari/537.36';
export const WINDOWS =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36';

/** Pages come at once; the rest is for a loaded machine. */
const PATIENCE_MS = 60_000;

export type Visitor = {
  locale: PageLocale;
  colorScheme: 'light' | 'dark';
  width: number;
  height: number;
  scripts?: boolean;
};

/** A browser of this visitor; `complaints` collects whatever it objects to on the pages it opens. */
export async function visit(
  browser: Browser,
  { locale, colorScheme, width, height, scripts = true }: Visitor,
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale,
    colorScheme,
    userAgent: width < 600 ? ANDROID : WINDOWS,
    reducedMotion: 'reduce',
    javaScriptEnabled: scripts,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (line) => /error|warning/.test(line.type()) && complaints.push(line.text()));
  page.on('requestfailed', (request) => complaints.push(`${request.url()} failed`));
  return { page, complaints };
}
