import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser, needsChromium } from './purchase-play.ts';

const fixture = fileURLToPath(new URL('../support/chat-page-fixture-main.ts', import.meta.url));
const anna = 'chat-700000001';
const boris = 'chat-700000002';
const laila = 'chat-700000003';
const owner = 'chat-700000009';

/** Puts a customer's chat into the left pane, and answers with it. */
async function turnTo(page: Page, chat: string): Promise<Locator> {
  await page.getByTestId(chat.replace('chat', 'tab')).click();
  await page.getByTestId(chat).waitFor();
  return page.getByTestId(chat);
}

async function write(address: string, chat: string, text: string): Promise<void> {
  const chatId = Number(chat.replace('chat-', ''));
  const answer = await fetch(`${address}chat/messages`, {
    method: 'POST',
    body: JSON.stringify({ chatId, text }),
  });
  assert.equal(answer.status, 200);
}

describe('the chat page in a browser', needsChromium(), () => {
  let server: ChildProcess;
  let browser: Browser;
  let address: string;

  const open = async (width: number, height: number): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(address);
    await page.getByTestId(anna).waitFor();
    return page;
  };

  before(async () => {
    server = spawn(process.execPath, [fixture], { stdio: ['ignore', 'pipe', 'inherit'] });
    assert.ok(server.stdout);
    [address] = (await once(createInterface({ input: server.stdout }), 'line')) as [string];
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    server?.kill();
  });

  it('follows a press to its end: spinner, edit, toast, alert, deletion', async () => {
    const page = await open(1280, 800);
    const chat = await turnTo(page, boris);
    const button = (text: string) => chat.getByTestId('button').filter({ hasText: text });
    await button('Изменить').click();
    await chat.locator('[aria-busy=true]').waitFor();
    await chat.locator('.edited').waitFor();
    assert.equal(await chat.locator('[aria-busy=true]').count(), 0);
    await button('Просрочить').click();
    await chat.getByTestId('toast').waitFor();
    await (await turnTo(page, laila)).getByTestId('button').nth(1).click();
    assert.match(await page.getByTestId('alert').innerText(), /No active subscription/);
    await page.keyboard.press('Enter');
    await page.getByTestId('alert').waitFor({ state: 'detached' });
    await turnTo(page, boris);
    const before = await chat.getByTestId('message').count();
    await button('Удалить').click();
    await chat.locator('[data-message-id="20"]').waitFor({ state: 'detached' });
    assert.equal(await chat.getByTestId('message').count(), before - 1);
    await page.context().close();
  });

  it('pays an invoice inside the page and releases the used switch', async () => {
    const page = await open(1280, 800);
    await page.getByTestId('switch-duplicate').check();
    await page.getByTestId(anna).getByTestId('button').filter({ hasText: '💎 Pay 149' }).click();
    await page.getByTestId('invoice-pay').click();
    await page.locator('[data-testid=invoice][data-status=paid]').waitFor();
    await page.getByTestId('invoice').waitFor({ state: 'detached' });
    await page.getByTestId(anna).getByText('Your key is on its way').waitFor();
    await page.getByTestId('toast').filter({ hasText: 'Off again' }).waitFor();
    assert.equal(await page.getByTestId('switch-duplicate').isChecked(), false);
    await page.context().close();
  });

  it('pays Telegram’s own invoice: a no, a silence, then money and a receipt', async () => {
    const page = await open(390, 844);
    const chat = page.getByTestId(anna);
    const stars = chat.locator('[data-message-id="8"]');
    assert.match(await stars.innerText(), /Plus, 3 months[\s\S]*583\u00a0⭐/);
    assert.equal(await stars.getByTestId('button').isDisabled(), true, 'a paid one is not paid again');
    assert.match(await chat.getByTestId('service-note').first().innerText(), /583\u00a0⭐ came back/);
    const invoice = chat.locator('[data-message-id="7"]');
    const button = invoice.getByTestId('button');
    assert.match(
      await invoice.getByTestId('message-invoice').innerText(),
      /Atlas Secure VPN[\s\S]*149\u00a0₽/,
    );
    assert.equal((await button.innerText()).trim(), 'Pay 149\u00a0₽');
    await button.click();
    const sheet = page.getByTestId('payment');
    assert.match(await sheet.innerText(), /149\u00a0₽\s+Atlas Secure VPN\s+Basic, 1 month/);
    await page.keyboard.press('Enter');
    await sheet.getByText('This invoice has expired').waitFor();
    await page.getByTestId('payment-pay').click();
    await sheet.getByText('did not answer in time').waitFor();
    await page.getByTestId('payment-pay').click();
    await page.locator('[data-testid=payment][data-status=paid]').waitFor();
    await sheet.waitFor({ state: 'detached' });
    await chat.getByTestId('service-note').filter({ hasText: 'You have paid 149' }).waitFor();
    await invoice.getByText('✓ Paid').waitFor();
    assert.equal(await button.isDisabled(), true);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/invoice.png` });
    await page.context().close();
  });

  it('adds a customer who starts by keyboard alone', async () => {
    const page = await open(1280, 800);
    await page.getByTestId('add-customer').press('Enter');
    await page.getByTestId('customer-name').fill('Zoe');
    await page.keyboard.press('Enter');
    await page.locator('[data-testid=start]:focus').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Chat of Zoe' }).getByText('Welcome to Atlas Secure').waitFor();
    await page.context().close();
  });

  it('says that the sandbox is gone, and comes back by itself with what it missed', async () => {
    const page = await open(1280, 800);
    await fetch(`${address}fixture/drop`, { method: 'POST' });
    await page.getByTestId('connection-banner').waitFor();
    await write(address, anna, 'sent meanwhile');
    await page.getByTestId('connection-banner').waitFor({ state: 'hidden' });
    await page.getByTestId(anna).getByText('sent meanwhile', { exact: true }).waitFor();
    await page.context().close();
  });

  it('shows one customer and the admin side by side, and goes between the two by keyboard', async () => {
    const page = await open(1280, 800);
    const shown = () => page.locator('section.chat').filter({ visible: true });
    const ids = () => shown().evaluateAll((all) => all.map((one) => one.getAttribute('data-testid')));
    assert.deepEqual(await ids(), [anna, owner]);
    assert.match(await page.getByTestId(owner).locator('header').innerText(), /Olga\s+owner/);
    await page.getByTestId('tab-700000002').press('Enter');
    assert.deepEqual(await ids(), [boris, owner]);
    const focused = () => page.evaluate(`document.activeElement.closest('section.chat')?.dataset.testid`);
    assert.equal(await focused(), boris);
    await page.keyboard.press('F6');
    assert.equal(await focused(), owner);
    await page.keyboard.type('/adm');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.getByTestId(owner).getByText('You said: /admin').waitFor();
    await page.keyboard.press('F6');
    assert.equal(await focused(), boris);
    await page.getByTestId('admin-menu').click();
    await page.getByTestId(owner).getByText('You said: /admin').nth(1).waitFor();
    await page.reload();
    await page.getByTestId(boris).waitFor();
    assert.deepEqual(await ids(), [boris, owner], 'whom the left pane showed last');
    await page.context().close();
  });

  it('marks the tab of whoever was written to out of sight, until they are looked at', async () => {
    for (const [width, height] of [
      [1280, 800],
      [390, 844],
    ] as const) {
      const page = await open(width, height);
      const tab = (chat: string) => page.getByTestId(chat.replace('chat', 'tab'));
      const isPhone = width < 720;
      const unread = (chat: string) => tab(chat).locator('.unread').innerText();
      for (const chat of [boris, owner]) await write(address, chat, '/start');
      await tab(boris).getByText('1').waitFor();
      if (isPhone) await tab(owner).getByText('1').waitFor();
      else await page.getByTestId(owner).getByText('Welcome to Atlas Secure').last().waitFor();
      assert.equal(await unread(owner), isPhone ? '1' : '', 'both panes are seen where there is room');
      await turnTo(page, boris);
      await tab(boris).locator('.unread').waitFor({ state: 'hidden' });
      await page.context().close();
    }
  });

  it('saves a file that the bot has sent, under its name', async () => {
    const page = await open(1280, 800);
    const file = page.getByTestId(owner).getByTestId('document');
    assert.match(await file.innerText(), /sales-2026-11\.csv\s+29 bytes/);
    const [download] = await Promise.all([page.waitForEvent('download'), file.click()]);
    assert.equal(download.suggestedFilename(), 'sales-2026-11.csv');
    assert.equal(await readFile(await download.path(), 'utf8'), 'day,kopecks\n2026-11-29,14900\n');
    await page.context().close();
  });

  it('writes Arabic from right to left, in texts and on buttons, and Latin from left to right', async () => {
    const page = await open(1280, 800);
    const directions = (chat: string, what: string): Promise<unknown> =>
      page.evaluate(
        `[...new Set([...document.querySelectorAll('[data-testid=${chat}] ${what}')].map((one) => getComputedStyle(one).direction))]`,
      );
    const arabic = await turnTo(page, laila);
    for (const what of ['.text', '.message-text', '.inline-button', '.button-label']) {
      assert.deepEqual(await directions(laila, what), ['rtl'], what);
    }
    const text = await arabic.locator('[data-message-id="31"] .message-text').boundingBox();
    const time = await arabic.locator('[data-message-id="31"] .meta').boundingBox();
    assert.ok(
      text && time && time.x < text.x + text.width / 2,
      'the time stands where a line ends: on the left',
    );
    await turnTo(page, anna);
    assert.deepEqual(await directions(anna, '.message-text'), ['ltr']);
    assert.deepEqual(await directions(anna, '.inline-button'), ['ltr']);
    await page.context().close();
  });

  it('shows one chat at a time on a phone, without sideways scrolling, the troubles as a sheet', async () => {
    const page = await open(390, 844);
    assert.equal(await page.getByTestId(boris).isVisible(), false);
    assert.equal(await page.getByTestId(owner).isVisible(), false);
    await turnTo(page, boris);
    assert.equal(await page.getByTestId(anna).isVisible(), false);
    await turnTo(page, owner);
    assert.equal(await page.getByTestId(boris).isVisible(), false);
    await page.getByTestId('admin-menu').click();
    await page.getByTestId(owner).getByText('You said: /admin').last().waitFor();
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 390);
    await page.getByTestId('troubles').click();
    await page.getByTestId('switch-node-down').check();
    await page.keyboard.press('Escape');
    await page.getByTestId('switch-node-down').waitFor({ state: 'hidden' });
    await page.context().close();
  });

  it('writes no error to the console under the strict policy', async () => {
    const page = await open(1280, 800);
    const complaints: string[] = [];
    page.on('console', (line) => complaints.push(`${line.type()} ${line.text()}`));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.reload();
    await page.getByTestId(anna).waitFor();
    await page.getByTestId('theme').click();
    assert.deepEqual(complaints, []);
    await page.context().close();
  });
});
