import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { LOCALES } from '../../src/locales/translate.ts';
import { examinePage } from './examine-page.ts';
import {
  addCustomer,
  launchBrowser,
  needsChromium,
  openPage,
  type SandboxShop,
  startSandboxShop,
} from './purchase-play.ts';
import { playTour, type TourScreen } from './tour-play.ts';

const PHONE = { width: 390, height: 844 };
const LOOKS = [
  [{ width: 360, height: 640 }, 'light'],
  [{ width: 1280, height: 800 }, 'dark'],
  [PHONE, 'light'],
] as const;
/** Links, commands and code in a message; the line about the core, whose touch area is wider than it looks. */
const INLINE = '.text a, .command-link, .core-badge, .switch';

describe('the shop on the chat page, in every language', needsChromium(), () => {
  let shop: SandboxShop;
  let browser: Browser;

  before(async () => {
    [shop, browser] = await Promise.all([startSandboxShop(), launchBrowser()]);
  });
  after(async () => {
    await browser?.close();
    await shop?.server.kill('SIGKILL');
    shop?.remove();
  });

  for (const locale of LOCALES) {
    it(`fits, is legible and can be pressed in ${locale}: for a customer and for the admin`, async () => {
      const { page, complaints } = await openPage(browser, shop.address, {
        locale,
        hasTouch: true,
        ...PHONE,
      });
      await addCustomer(page);
      const met: TourScreen[] = [];
      await playTour(page, locale, async (screen) => {
        met.push(screen);
        for (const [size, colorScheme] of LOOKS) {
          await page.setViewportSize(size);
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          const { small, out, cut, pale, width } = await examinePage(page, {
            inline: INLINE,
            scrolls: '.tabs-customers',
          });
          const look = `${screen}, ${size.width}, ${colorScheme}`;
          assert.deepEqual({ small, out, cut, pale }, { small: [], out: [], cut: [], pale: [] }, look);
          assert.equal(width, size.width, look);
        }
      });
      assert.equal(met.length, 10);
      assert.deepEqual(complaints, []);
      await page.context().close();
    });
  }
});
