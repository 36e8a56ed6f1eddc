import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, needsChromium } from './purchase-play.ts';

const fixture = fileURLToPath(new URL('../support/chat-page-fixture-main.ts', import.meta.url));
const anna = 'chat-700000001';
const boris = 'chat-700000002';

describe('the chat page in a browser', needsChromium(), () => {
  let server: ChildProcess;
  let browser: Browser;
  let address: string;

  const open = async (width: number, height: number): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(address);
    await page.getByTestId('chat-700000001').waitFor();
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
    const chat = page.getByTestId(boris);
    const button = (text: string) => chat.getByTestId('button').filter({ hasText: text });
    await button('Изменить').click();
    await chat.locator('[aria-busy=true]').waitFor();
    await chat.locator('.edited').waitFor();
    assert.equal(await chat.locator('[aria-busy=true]').count(), 0);
    await button('Просрочить').click();
    await chat.getByTestId('toast').waitFor();
    await page.getByTestId('chat-700000003').getByTestId('button').nth(1).click();
    assert.match(await page.getByTestId('alert').innerText(), /No active subscription/);
    await page.keyboard.press('Enter');
    await page.getByTestId('alert').waitFor({ state: 'detached' });
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
    await page.getByTestId('toast').filter({ hasText: 'This invoice has expired' }).waitFor();
    await button.click();
    await page.getByTestId('toast').filter({ hasText: 'did not answer in time' }).waitFor();
    await button.click();
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
    await fetch(`${address}chat/messages`, {
      method: 'POST',
      body: JSON.stringify({ chatId: 700000001, text: 'sent meanwhile' }),
    });
    await page.getByTestId('connection-banner').waitFor({ state: 'hidden' });
    await page.getByTestId(anna).getByText('sent meanwhile', { exact: true }).waitFor();
    await page.context().close();
  });

  it('shows one chat at a time on a phone, without sideways scrolling, the troubles as a sheet', async () => {
    const page = await open(390, 844);
    assert.equal(await page.getByTestId(boris).isVisible(), false);
    await page.getByTestId('tab-700000002').click();
    assert.equal(await page.getByTestId(anna).isVisible(), false);
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
