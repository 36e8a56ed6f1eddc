/**
 * Plays in Chromium through the chat page of a sandbox of its own and saves what is seen:
 *
 * node scripts/screenshots.ts                  docs/images/purchase.png for the README
 * node scripts/screenshots.ts --all <folder>   that, and every moment of a purchase, in two languages, light and dark,
 *                                              on a desktop and on a phone, for looking at
 * node scripts/screenshots.ts --tour <folder> [--locales ru,en]
 *                                              the main screens of customer and admin on a phone, in every language of
 *                                              the bot or in these
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { LOCALES, type Locale } from '../src/locales/translate.ts';
import {
  launchBrowser,
  openPage,
  playPurchase,
  startSandboxShop,
  type View,
  type Visitor,
} from '../test/web/purchase-play.ts';
import { playAdmin, playTour } from '../test/web/tour-play.ts';

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 412, height: 915 };
const IMAGES = join(import.meta.dirname, '../docs/images');
/** Animations are off; this is for fonts and the last scroll. */
const SETTLE_MS = 250;

const VIEWS: [name: string, view: View][] = [
  ['desktop-light-ru', { locale: 'ru-RU', colorScheme: 'light', ...DESKTOP }],
  ['desktop-dark-en', { locale: 'en-GB', colorScheme: 'dark', ...DESKTOP }],
  ['phone-light-en', { locale: 'en-GB', colorScheme: 'light', ...PHONE }],
  ['phone-dark-ru', { locale: 'ru-RU', colorScheme: 'dark', ...PHONE }],
];

const { values: asked } = parseArgs({
  options: { all: { type: 'string' }, tour: { type: 'string' }, locales: { type: 'string' } },
});
const browser = await launchBrowser();
if (asked.tour !== undefined) await saveTour(asked.tour, readLocales(asked.locales));
else {
  await show(browser, { locale: 'en-GB', colorScheme: 'light', ...DESKTOP }, playForReadme);
  if (asked.all !== undefined) await saveMoments(asked.all);
}
await browser.close();

/** A customer has bought and opened the QR picture; the admin looks at how the shop does. */
async function playForReadme(page: Page): Promise<void> {
  await playAdmin(page, 'en');
  await playPurchase(page, 'en-GB');
  await save(page, join(IMAGES, 'purchase.png'));
}

async function saveMoments(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const [name, view] of VIEWS) {
    const saveMoment = (page: Page) => (moment: string) => save(page, join(folder, `${name}-${moment}.png`));
    await show(browser, view, (page) => playPurchase(page, view.locale, saveMoment(page)));
  }
}

async function saveTour(folder: string, locales: readonly Locale[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const locale of locales) {
    let count = 0;
    await show(browser, { locale, hasTouch: true, ...PHONE }, (page) =>
      playTour(page, locale, (screen) => {
        count += 1;
        return save(page, join(folder, `${locale}-${String(count).padStart(2, '0')}-${screen}.png`));
      }),
    );
  }
}

function readLocales(list: string | undefined): readonly Locale[] {
  if (list === undefined) return LOCALES;
  return list.split(',').map((wanted) => {
    const locale = LOCALES.find((known) => known === wanted);
    if (!locale) throw new Error(`--locales: the bot does not speak "${wanted}", only ${LOCALES.join(', ')}`);
    return locale;
  });
}

async function save(page: Page, path: string): Promise<void> {
  await page.getByTestId('toast').first().waitFor({ state: 'detached' });
  await page.waitForTimeout(SETTLE_MS);
  await page.screenshot({ path });
  console.log(path);
}

/** Every visitor gets a sandbox of their own, so that each begins with people who have never pressed Start. */
async function show(
  browser: Browser,
  visitor: Visitor,
  play: (page: Page) => Promise<unknown>,
): Promise<void> {
  const shop = await startSandboxShop();
  try {
    const { page, complaints } = await openPage(browser, shop.address, visitor);
    await play(page);
    await page.context().close();
    if (complaints.length > 0) throw new Error(`the browser objects: ${complaints.join('; ')}`);
  } finally {
    await shop.server.kill();
    shop.remove();
  }
}
