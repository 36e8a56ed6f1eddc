import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { findCore, reachesOverVless, startWebTarget } from '../support/core.ts';
import {
  addCustomer,
  launchBrowser,
  needsChromium,
  openPage,
  playPurchase,
  type SandboxShop,
  startSandboxShop,
} from './purchase-play.ts';

describe('a purchase in a browser, on the sandbox as it starts', needsChromium(), () => {
  let shop: SandboxShop;
  let browser: Browser;
  let target: Awaited<ReturnType<typeof startWebTarget>>;

  before(async () => {
    target = await startWebTarget();
    [shop, browser] = await Promise.all([startSandboxShop(), launchBrowser()]);
  });
  after(async () => {
    await browser?.close();
    await shop?.server.kill('SIGKILL');
    shop?.remove();
    target.close();
  });

  it('goes from Start to a key that carries traffic, by clicking alone', async () => {
    assert.match(shop.said, findCore() ? /a real core, xray/ : /a simulated core/);
    const { page, complaints } = await openPage(browser, shop.address, {
      locale: 'ru-RU',
      width: 1280,
      height: 800,
    });
    const bought = await playPurchase(page, 'ru-RU');
    assert.match(bought.vlessId, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    assert.ok(bought.qr.width >= 200 && bought.qr.width === bought.qr.height, 'the QR picture is a square');
    assert.equal(await reachesOverVless(bought.vlessPort, bought.vlessId, target.port), true);
    const stranger = bought.vlessId.replace(/^.{8}/, '00000000');
    assert.equal(await reachesOverVless(bought.vlessPort, stranger, target.port), false);
    assert.deepEqual(complaints, []);
  });

  it('sells on a phone and in English as well', async () => {
    const { page, complaints } = await openPage(browser, shop.address, {
      locale: 'en-GB',
      width: 390,
      height: 844,
    });
    await addCustomer(page);
    const bought = await playPurchase(page, 'en-GB');
    assert.equal(await reachesOverVless(bought.vlessPort, bought.vlessId, target.port), true);
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 390);
    assert.deepEqual(complaints, []);
  });

  it('stops in good order at SIGTERM', { timeout: 20_000 }, async () => {
    await shop.server.kill('SIGTERM');
    assert.equal(await shop.server.ended, 0);
  });
});
