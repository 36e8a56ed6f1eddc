import { renderQrPng } from '../../lib/qr/qr-png.ts';
import { viewProfile } from '../../usecases/access/view-profile.ts';
import { viewRenewal } from '../../usecases/life-cycle/renew-due.ts';
import { switchRenewal } from '../../usecases/life-cycle/switch-renewal.ts';
import { viewHistory } from '../../usecases/purchases/view-history.ts';
import { rotateSubscriptionToken } from '../../usecases/subscriptions/subscription-token.ts';
import { renderHistory } from '../screens/history-screens.ts';
import { renderKeyMessage, renderNewLinkQuestion, renderProfile } from '../screens/profile-screens.ts';
import { keepMessage } from '../screens/screen.ts';
import { sendPicture, sendScreen, showScreen, type Visit } from '../visit.ts';
import { findActive } from './device-flow.ts';

export async function showProfile(visit: Visit): Promise<void> {
  const { shop, customer, t } = visit;
  const profile = await viewProfile(shop, customer.customerId);
  const hasLink = visit.subscriptions !== null;
  const renewal = profile.renewsItself ? await viewRenewal(shop, customer.customerId) : null;
  const { firstName: name, telegramId } = customer;
  const view = { profile: { ...profile, renewal }, name, telegramId, hasLink };
  await showScreen(visit, renderProfile(t, view));
}

export async function showHistory(visit: Visit): Promise<void> {
  const terms = await viewHistory(visit.shop, visit.customer.customerId);
  await showScreen(visit, renderHistory(visit.t, terms));
}

export async function switchRenewalTo(visit: Visit, renewsItself: boolean): Promise<void> {
  const { shop, customer, t } = visit;
  const isSwitched = await switchRenewal(shop, customer.customerId, renewsItself);
  await visit.answer(
    isSwitched ? t.text(renewsItself ? 'renewal-on' : 'renewal-off') : t.text('error-stale'),
  );
  await showProfile(visit);
}

/** A new link takes every device off the old one: asked before it is done. */
export async function askNewLink(visit: Visit): Promise<void> {
  await showScreen(visit, renderNewLinkQuestion(visit.t));
}

export async function makeNewLink(visit: Visit): Promise<void> {
  const { shop, customer, subscriptions, tap, t } = visit;
  const { customerId } = customer;
  if (subscriptions) await rotateSubscriptionToken(shop, subscriptions.tokens, { tap, customerId });
  await visit.answer(t.text('new-link-done'), 'alert');
  await showProfile(visit);
}

/** The key as its own message, so that it can be forwarded to one's other devices. */
export async function sendKey(visit: Visit): Promise<void> {
  const access = await findActive(visit);
  if (!access) return;
  await visit.answer(visit.t.text('key-sent'));
  await sendScreen(visit, keepMessage(renderKeyMessage(visit.t, access.link)));
}

export async function sendQr(visit: Visit): Promise<void> {
  const access = await findActive(visit);
  if (!access) return;
  await visit.answer();
  await sendPicture(visit, renderQrPng(access.link), visit.t.text('qr-caption'));
}
