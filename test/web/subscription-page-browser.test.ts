import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { PAGE_LOCALES } from '../../src/locales/page/translate-page.ts';
import { examinePage } from './examine-page.ts';
import { launchBrowser, needsChromium } from './purchase-play.ts';
import { PAGE_STATES, servePages, visit } from './subscription-page-play.ts';

const PHONE = { width: 390, height: 844 };
const SMALL_PHONE = { width: 360, height: 640 };
const DESKTOP = { width: 1280, height: 900 };
const LOOKS = [SMALL_PHONE, PHONE, DESKTOP].flatMap((size) =>
  (['light', 'dark'] as const).map((colorScheme) => [size, colorScheme] as const),
);
describe('the subscription page in a browser', needsChromium(), () => {
  let browser: Browser;
  let pages: Awaited<ReturnType<typeof servePages>>;
  before(async () => {
    [browser, pages] = await Promise.all([launchBrowser(), servePages()]);
  });
  after(async () => {
    await browser?.close();
    pages?.close();
  });

  for (const locale of PAGE_LOCALES) {
    it(`fits, is legible and can be pressed in ${locale}: every state, on every screen, light and dark`, async () => {
      const { page, complaints } = await visit(browser, { locale, colorScheme: 'light', ...PHONE });
      for (const state of PAGE_STATES) {
        await page.goto(`${pages.address}/${state}`);
        for (const [size, colorScheme] of LOOKS) {
          await page.setViewportSize(size);
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          const { width, count, lang, direction, ...wrong } = await examinePage(page);
          const look = `${state}, ${size.width}, ${colorScheme}`;
          assert.deepEqual(wrong, { small: [], out: [], cut: [], pale: [] }, look);
          assert.deepEqual([width, lang], [size.width, locale], look);
          assert.equal(direction, locale === 'ar' ? 'rtl' : 'ltr');
          assert.ok(count > 10, look);
        }
      }
      const unexpected = complaints.filter((complaint) => !/404 \(Not Found\)/.test(complaint));
      assert.deepEqual(unexpected, [], 'the browser has nothing to say, about the policy either');
      await page.context().close();
    });
  }

  const open = async (scripts: boolean): Promise<{ page: Page; complaints: string[] }> => {
    const visitor = await visit(browser, { locale: 'en', colorScheme: 'light', ...PHONE, scripts });
    await visitor.page.goto(`${pages.address}/active`);
    return visitor;
  };

  it('copies the link, says so, and says so only for a while', async () => {
    const { page, complaints } = await open(true);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const address = await page.locator('.address').inputValue();
    const button = page.locator('button');
    await button.click();
    await page.getByRole('button', { name: 'Link copied' }).waitFor();
    assert.equal(await page.getByRole('status').innerText(), 'Link copied');
    assert.equal(await page.evaluate('navigator.clipboard.readText()'), address);
    await page.getByRole('button', { name: 'Copy the link' }).waitFor();
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  it('copies in the old way where the clipboard is shut, and leaves the link selected', async () => {
    const { page } = await open(true);
    await page.evaluate(
      `Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })`,
    );
    await page.locator('button').click();
    await page.getByRole('button', { name: 'Link copied' }).waitFor();
    const selected = await page.evaluate('getSelection().toString()');
    assert.equal(selected, await page.locator('.address').inputValue());
    await page.context().close();
  });

  it('works without scripts: everything but the button that copies, and the link can be selected', async () => {
    const { page } = await open(false);
    assert.equal(await page.locator('button').isVisible(), false);
    assert.equal(await page.locator('.address').isVisible(), true);
    assert.equal(await page.locator('details').first().locator('.steps').isVisible(), false);
    await page.locator('summary').first().click();
    assert.equal(await page.locator('details').first().locator('.steps').isVisible(), true);
    await page.getByRole('link', { name: 'العربية' }).click();
    assert.equal(await page.locator('html').getAttribute('dir'), 'rtl');
    await page.context().close();
  });

  it('stands in two columns where there is room, mirrored in Arabic', async () => {
    for (const [locale, isMirrored] of [
      ['en', false],
      ['ar', true],
    ] as const) {
      const { page } = await visit(browser, { locale, colorScheme: 'light', ...DESKTOP });
      await page.goto(`${pages.address}/active`);
      const status = await page.locator('.status').boundingBox();
      const connect = await page.locator('.connect').boundingBox();
      assert.ok(status && connect);
      assert.equal(status.y, connect.y);
      assert.equal(status.x > connect.x, isMirrored, locale);
      await page.context().close();
    }
  });
});
