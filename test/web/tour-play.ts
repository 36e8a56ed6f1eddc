/** A tour of the shop by tapping: what a customer meets on the way to a key, and what the admin sees. */
import type { Locator, Page } from 'playwright-core';
import type { Locale } from '../../src/locales/translate.ts';
import { customerChat } from './purchase-play.ts';

/** The screens of the tour, in the order in which they are met. */
export type TourScreen =
  | 'menu'
  | 'plans'
  | 'methods'
  | 'invoice'
  | 'profile'
  | 'connect'
  | 'referrals'
  | 'top-up'
  | 'admin'
  | 'admin-dashboard';

type OnScreen = (screen: TourScreen) => Promise<void>;

/**
 * Taps through all of it in one language; buttons are known by what they ask for, so that any catalogue will do.
 * `onScreen` runs while that screen is shown.
 */
export async function playTour(page: Page, locale: Locale, onScreen: OnScreen): Promise<void> {
  await playCustomer(page, locale, onScreen);
  await playAdmin(page, locale, onScreen);
}

async function playCustomer(page: Page, locale: Locale, onScreen: OnScreen): Promise<void> {
  const chat = customerChat(page);
  await start(chat, locale);
  await onScreen('menu');
  await tap(chat, 'plans', 'plan:basic');
  await onScreen('plans');
  await tap(chat, 'plan:basic', 'period:basic:90');
  await tap(chat, 'period:basic:90', 'pay:cryptobot:');
  await onScreen('methods');
  await tap(chat, 'pay:cryptobot:', 'check-invoice:');
  await onScreen('invoice');
  await chat.locator('[data-invoice=active]').last().tap();
  await page.getByTestId('invoice-pay').tap();
  await page.getByTestId('invoice').waitFor({ state: 'detached' });
  await chat.getByTestId('message-text').filter({ hasText: 'vless://' }).last().waitFor();
  await tap(chat, 'profile', 'renewal-on');
  await onScreen('profile');
  await tap(chat, 'connect', 'connect-qr');
  await onScreen('connect');
  await tap(chat, 'profile', 'renewal-on');
  await tap(chat, 'referrals', 'levels');
  await onScreen('referrals');
  await tap(chat, 'profile', 'renewal-on');
  await tap(chat, 'top-up', 'top-up-custom');
  await onScreen('top-up');
}

/** Starts as the admin, who has never pressed Start, and looks at how the shop does. */
export async function playAdmin(page: Page, locale: Locale, onScreen?: OnScreen): Promise<void> {
  const chat = page.getByTestId('pane-admin').locator('section.chat');
  await page.locator('.tabs-admin .tab').click();
  await start(chat, locale);
  await page.getByTestId('admin-menu').click();
  await buttonOf(chat, 'admin-dashboard').waitFor();
  await onScreen?.('admin');
  await press(chat, 'admin-dashboard', 'admin-waiting:0');
  await onScreen?.('admin-dashboard');
}

/** Who has started before asks for the languages again. */
async function start(chat: Locator, locale: Locale): Promise<void> {
  if (await chat.getByTestId('start').isVisible()) await chat.getByTestId('start').click();
  else {
    await chat.getByTestId('composer').fill('/language');
    await chat.getByTestId('send').click();
  }
  await press(chat, `locale:${locale}`, 'plans');
}

/** The newest button that asks for this, or for what begins so and ends with a colon. */
function buttonOf(chat: Locator, asked: string): Locator {
  const match = asked.endsWith(':') ? '^=' : '=';
  const either = [asked, `+${asked}`].map((data) => `[data-callback${match}"${data}"]`);
  return chat.locator(`.inline-button:is(${either.join()})`).last();
}

async function press(chat: Locator, asked: string, next: string): Promise<void> {
  await buttonOf(chat, asked).click();
  await buttonOf(chat, next).waitFor();
}

async function tap(chat: Locator, asked: string, next: string): Promise<void> {
  await buttonOf(chat, asked).tap();
  await buttonOf(chat, next).waitFor();
}
