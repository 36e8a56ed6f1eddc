/** A whole purchase by clicking: the sandbox as `npm start` runs it, Debian's Chromium, and one customer. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { findCore, freePort } from '../support/core.ts';
import { type ServerProcess, spawnOperator } from '../support/world.ts';

const executablePath = process.env.CHROMIUM_BIN ?? '/usr/bin/chromium';
const PATIENCE_MS = 60_000;

/** Options of a suite that needs Chromium: skipped by name where there is none, and failing with `CI=true`. */
export function needsChromium(): { skip?: string } {
  if (existsSync(executablePath)) return {};
  assert.notEqual(process.env.CI, 'true', 'no Chromium found, and CI=true permits no skip');
  return { skip: `no Chromium at ${executablePath}: set CHROMIUM_BIN` };
}

/** A browser that reaches nothing but this machine. */
export function launchBrowser(): Promise<Browser> {
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-dev-shm-usage',
    '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost',
  ];
  return chromium.launch({ executablePath, args });
}

export type SandboxShop = { server: ServerProcess; address: string; said: string; remove(): void };

/** Starts what `npm start` starts, on a data directory of its own; `address` is the one it prints. */
export async function startSandboxShop(): Promise<SandboxShop> {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-sandbox-'));
  const core = findCore();
  const env = {
    PATH: process.env.PATH ?? '',
    DATA_DIR: join(folder, 'data'),
    PORT: String(await freePort()),
    ...(core === null ? {} : { XRAY_BIN: core }),
  };
  const server = spawnOperator(['start'], env, folder);
  const said = new Promise<string>((resolve) => {
    let text = '';
    server.child.stdout?.on('data', (chunk) => {
      text += chunk;
      if (/Open (\S+) to/.test(text)) resolve(text);
    });
  });
  await server.ready;
  const text = await said;
  const address = /Open (\S+) to/.exec(text)?.[1] ?? '';
  return { server, address, said: text, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export type View = Visitor & { locale: keyof typeof LABELS };

export type Visitor = {
  /** The browser's. */
  locale: string;
  width: number;
  height: number;
  colorScheme?: 'light' | 'dark';
  hasTouch?: boolean;
};

/** The printed page as one visitor sees it; `complaints` collects what the browser objects to. */
export async function openPage(
  browser: Browser,
  address: string,
  visitor: Visitor,
): Promise<{ page: Page; complaints: string[] }> {
  const { locale, width, height, colorScheme = 'light', hasTouch = false } = visitor;
  const context = await browser.newContext({
    viewport: { width, height },
    locale,
    colorScheme,
    hasTouch,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
  await page.goto(address);
  await page.locator('section.chat').first().waitFor();
  return { page, complaints };
}

/** The chat of the customer in the left pane. */
export function customerChat(page: Page): Locator {
  return page.getByTestId('pane-customer').locator('section.chat.is-shown');
}

/** One more customer, whose chat is then the one that is shown. */
export async function addCustomer(page: Page): Promise<void> {
  const tabs = page.locator('.tabs-customers > [data-testid]');
  const newest = tabs.nth(await tabs.count());
  await page.locator('[data-testid=add-customer], .tab-add').filter({ visible: true }).first().click();
  await page.getByTestId('customer-create').click();
  await newest.and(page.locator('[aria-current=true]')).waitFor();
}

/** What a customer reads on the buttons, per language. */
const LABELS = {
  'ru-RU': {
    language: /Русский/,
    buy: /Купить подписку/,
    month: /^1 месяц — 149/,
    crypto: /Криптовалютой/,
    pay: /Оплатить 149/,
    received: /Оплата 149 ₽ получена/,
    profile: /Профиль/,
    active: /Подписка активна до/,
    qr: /QR/,
    caption: /Отсканируйте/,
    menu: /Главное меню/,
    renew: /Продлить/,
  },
  'en-GB': {
    language: /English/,
    buy: /Buy a subscription/,
    month: /^1 month — 149/,
    crypto: /With crypto/,
    pay: /Pay 149/,
    received: /Payment of 149 ₽ received/,
    profile: /Profile/,
    active: /subscription is active until/,
    qr: /QR/,
    caption: /Scan the code/,
    menu: /Main menu/,
    renew: /Renew/,
  },
} as const;

/** The moments of a purchase, in order; a screenshot may be taken at each. */
export type Moment =
  | 'greeted'
  | 'menu'
  | 'plans'
  | 'methods'
  | 'invoiced'
  | 'paying'
  | 'key'
  | 'profile'
  | 'qr';

export type Bought = {
  link: string;
  vlessId: string;
  vlessPort: number;
  qr: { width: number; height: number };
};

/**
 * Buys Basic for a month with crypto, by clicking only: Start, language, plan, period, method, the wallet's
 * Pay button, then the profile and its QR picture. `onMoment` runs while the screen of that moment is shown.
 */
export async function playPurchase(
  page: Page,
  locale: View['locale'],
  onMoment: (moment: Moment) => Promise<void> = async () => undefined,
): Promise<Bought> {
  const labels = LABELS[locale];
  const chat = customerChat(page);
  const button = (label: RegExp) => chat.getByTestId('button').filter({ hasText: label }).last();
  const text = (pattern: RegExp) => chat.getByTestId('message-text').filter({ hasText: pattern }).last();
  const tap = async (label: RegExp, next: Locator, moment: Moment) => {
    await button(label).click();
    await next.waitFor();
    await onMoment(moment);
  };

  await chat.getByTestId('start').click();
  await button(labels.language).waitFor();
  await onMoment('greeted');
  await tap(labels.language, button(labels.buy), 'menu');
  await tap(labels.buy, button(/Basic/), 'plans');
  await button(/Basic/).click();
  await tap(labels.month, button(labels.crypto), 'methods');
  await tap(labels.crypto, button(labels.pay), 'invoiced');
  await button(labels.pay).click();
  await page.getByTestId('invoice-pay').waitFor();
  await onMoment('paying');
  await page.getByTestId('invoice-pay').click();
  await page.locator('[data-testid=invoice][data-status=paid]').waitFor();
  await page.getByTestId('invoice').waitFor({ state: 'detached' });
  await text(labels.received).waitFor();
  await text(/vless:\/\//).waitFor();
  await onMoment('key');
  const link = /vless:\/\/\S+/.exec(await text(/vless:\/\//).innerText())?.[0] ?? '';
  await button(labels.profile).click();
  await text(labels.active).waitFor();
  await onMoment('profile');
  await button(labels.qr).click();
  await text(labels.caption).waitFor();
  const qr = await pictureSize(chat);
  await onMoment('qr');
  const [, vlessId = '', port = ''] = /^vless:\/\/([0-9a-f-]{36})@127\.0\.0\.1:(\d+)\?/.exec(link) ?? [];
  return { link, vlessId, vlessPort: Number(port), qr };
}

/** The drawn size of the newest picture, once it has loaded. */
async function pictureSize(chat: Locator): Promise<{ width: number; height: number }> {
  const image = chat.locator('[data-testid=message] img').last();
  await image.waitFor();
  return image.evaluate(async (element) => {
    const picture = element as unknown as {
      decode(): Promise<void>;
      naturalWidth: number;
      naturalHeight: number;
    };
    await picture.decode();
    return { width: picture.naturalWidth, height: picture.naturalHeight };
  });
}
