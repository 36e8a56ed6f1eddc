import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { PAGE_LOCALES } from '../../src/locales/page/translate-page.ts';
import { launchBrowser, needsChromium } from './purchase-play.ts';
import { PAGE_STATES, servePages, visit } from './subscription-page-play.ts';

const PHONE = { width: 390, height: 844 };
const SMALL_PHONE = { width: 360, height: 640 };
const DESKTOP = { width: 1280, height: 900 };
const LOOKS = [SMALL_PHONE, PHONE, DESKTOP].flatMap((size) =>
  (['light', 'dark'] as const).map((colorScheme) => [size, colorScheme] as const),
);
/** The least that a finger hits. Source: WCAG 2.2, target size (enhanced). */
const TOUCH_PX = 44;
/** Of text on its background. Source: WCAG 2.2, contrast (minimum). */
const CONTRAST = 4.5;

/** What can be pressed and is too small, what sticks out, and text that is too pale; all folds are opened first. */
const EXAMINE = `(() => {
  for (const fold of document.querySelectorAll('details')) fold.open = true;
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgb = (colour) => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = (colour) => {
    const [r, g, b] = rgb(colour).map((part) => { const p = part / 255; return p <= .04045 ? p / 12.92 : ((p + .055) / 1.055) ** 2.4; });
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const ground = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const colour = getComputedStyle(one).backgroundColor;
      if (rgb(colour)[3] === 255) return colour;
    }
    return 'white';
  };
  const seen = [...document.querySelectorAll('body *')].filter((one) => one.checkVisibility() && !one.closest('svg, .said'));
  const name = (one) => one.tagName + ' ' + (one.innerText || one.className).slice(0, 30);
  const small = seen.filter((one) => one.matches('a, button, summary, input')).filter((one) => one.getBoundingClientRect().height < ${TOUCH_PX} || one.getBoundingClientRect().width < ${TOUCH_PX});
  const out = seen.filter((one) => { const box = one.getBoundingClientRect(); return box.left < -1 || box.right > innerWidth + 1; });
  const cut = seen.filter((one) => one.matches('a, button, h1, h2, h4, li, p') && one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline');
  const pale = seen.filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim())).filter((one) => {
    const [a, b] = [light(getComputedStyle(one).color), light(ground(one))].sort((x, y) => y - x);
    return (a + .05) / (b + .05) < ${CONTRAST};
  });
  return {
    small: small.map(name), out: out.map(name), cut: cut.map(name), pale: pale.map(name),
    width: document.documentElement.scrollWidth, count: seen.length,
    lang: document.documentElement.lang, direction: getComputedStyle(document.documentElement).direction,
  };
})()`;

type Findings = Record<'small' | 'out' | 'cut' | 'pale', string[]> & {
  width: number;
  count: number;
  lang: string;
  direction: string;
};

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
          const { width, count, lang, direction, ...wrong } = (await page.evaluate(EXAMINE)) as Findings;
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
