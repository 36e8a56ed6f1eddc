/**
 * Saves what customers see behind their subscription link: docs/images/subscription-ru.png and -ar.png for the
 * README; with `--all <folder>` also every state in every language, light and dark, on a phone and on a desktop.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PAGE_LOCALES } from '../src/locales/page/translate-page.ts';
import { launchBrowser } from '../test/web/purchase-play.ts';
import { PAGE_STATES, servePages, type Visitor, visit } from '../test/web/subscription-page-play.ts';

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 900 };
const IMAGES = join(import.meta.dirname, '../docs/images');

const browser = await launchBrowser();
const pages = await servePages();

async function save(
  visitor: Visitor,
  shot: { state: string; path: string; fullPage: boolean },
): Promise<void> {
  const { page, complaints } = await visit(browser, visitor);
  await page.goto(`${pages.address}/${shot.state}`);
  await page.screenshot({ path: shot.path, fullPage: shot.fullPage });
  await page.context().close();
  const grave = complaints.filter((complaint) => !/404/.test(complaint));
  if (grave.length > 0) throw new Error(`the browser objects: ${grave.join('; ')}`);
  console.log(shot.path);
}

const at = process.argv.indexOf('--all');
const folder = at < 0 ? null : (process.argv[at + 1] ?? 'screenshots');
mkdirSync(folder ?? IMAGES, { recursive: true });
if (folder === null) {
  for (const [locale, colorScheme] of [
    ['ru', 'light'],
    ['ar', 'dark'],
  ] as const) {
    const path = join(IMAGES, `subscription-${locale}.png`);
    await save({ locale, colorScheme, ...PHONE }, { state: 'active', path, fullPage: false });
  }
} else {
  for (const locale of PAGE_LOCALES)
    for (const colorScheme of ['light', 'dark'] as const)
      for (const [device, size] of Object.entries({ phone: PHONE, desktop: DESKTOP }))
        for (const state of PAGE_STATES) {
          const path = join(folder, `${state}-${device}-${colorScheme}-${locale}.png`);
          await save({ locale, colorScheme, ...size }, { state, path, fullPage: true });
        }
}
pages.close();
await browser.close();
