/**
 * Plays purchases in Chromium through the chat page of a sandbox of its own and saves what customers see:
 * docs/images/purchase.png for the README; with `--all <folder>` also every moment of a purchase, in both
 * languages, light and dark, on a desktop and on a phone, for looking at.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import {
  addCustomer,
  launchBrowser,
  openPage,
  playPurchase,
  startSandboxShop,
  type View,
} from '../test/web/purchase-play.ts';

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
const IMAGES = join(import.meta.dirname, '../docs/images');
/** Animations are off; this is for fonts and the last scroll. */
const SETTLE_MS = 250;

const VIEWS: [name: string, view: View][] = [
  ['desktop-light-ru', { locale: 'ru-RU', colorScheme: 'light', ...DESKTOP }],
  ['desktop-dark-en', { locale: 'en-GB', colorScheme: 'dark', ...DESKTOP }],
  ['phone-light-en', { locale: 'en-GB', colorScheme: 'light', ...PHONE }],
  ['phone-dark-ru', { locale: 'ru-RU', colorScheme: 'dark', ...PHONE }],
];

/** One customer has bought and opened the QR picture, another has just received the key. */
async function playForReadme(page: Page): Promise<void> {
  await playPurchase(page, 'en-GB');
  await addCustomer(page);
  await playPurchase(page, 'ru-RU', async (moment) => {
    if (moment !== 'key') return;
    await page.getByTestId('toast').first().waitFor({ state: 'detached' });
    await save(page, join(IMAGES, 'purchase.png'));
  });
}

async function save(page: Page, path: string): Promise<void> {
  await page.waitForTimeout(SETTLE_MS);
  await page.screenshot({ path });
  console.log(path);
}

/** Every view gets a sandbox of its own, so that each begins with a customer who has never pressed Start. */
async function show(browser: Browser, view: View, play: (page: Page) => Promise<unknown>): Promise<void> {
  const shop = await startSandboxShop();
  try {
    const { page, complaints } = await openPage(browser, shop.address, view);
    await play(page);
    await page.context().close();
    if (complaints.length > 0) throw new Error(`the browser objects: ${complaints.join('; ')}`);
  } finally {
    await shop.server.kill();
    shop.remove();
  }
}

const at = process.argv.indexOf('--all');
const folder = at < 0 ? null : (process.argv[at + 1] ?? 'screenshots');
const browser = await launchBrowser();
mkdirSync(IMAGES, { recursive: true });
await show(browser, { locale: 'en-GB', colorScheme: 'light', ...DESKTOP }, playForReadme);
if (folder !== null) {
  mkdirSync(folder, { recursive: true });
  for (const [name, view] of VIEWS) {
    const saveMoment = (page: Page) => (moment: string) => save(page, join(folder, `${name}-${moment}.png`));
    await show(browser, view, (page) => playPurchase(page, view.locale, saveMoment(page)));
  }
}
await browser.close();
