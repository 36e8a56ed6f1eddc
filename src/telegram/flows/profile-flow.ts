import { renderQrPng } from '../../lib/qr-png.ts';
import { type Profile, viewProfile } from '../../usecases/access/view-profile.ts';
import {
  getSubscriptionToken,
  rotateSubscriptionToken,
} from '../../usecases/subscriptions/subscription-token.ts';
import { renderKeyMessage, renderNewLinkQuestion, renderProfile } from '../screens/profile-screens.ts';
import { keepMessage } from '../screens/screen.ts';
import { sendPicture, sendScreen, showScreen, type Visit } from '../visit.ts';

export async function showProfile(visit: Visit): Promise<void> {
  const { shop, customer, t } = visit;
  const profile = await viewProfile(shop, customer.customerId);
  const connectUrl = profile.access.kind === 'active' ? await subscriptionUrlOf(visit) : null;
  const view = { profile, name: customer.firstName, telegramId: customer.telegramId, connectUrl };
  await showScreen(visit, renderProfile(t, view));
}

/** A new link takes every device off the old one: asked before it is done. */
export async function askNewLink(visit: Visit): Promise<void> {
  await showScreen(visit, renderNewLinkQuestion(visit.t));
}

export async function makeNewLink(visit: Visit): Promise<void> {
  const { shop, customer, subscriptions, t } = visit;
  if (subscriptions) await rotateSubscriptionToken(shop, subscriptions.tokens, customer.customerId);
  await visit.answer(t.text('new-link-done'), 'alert');
  await showProfile(visit);
}

/** The page with every way to connect; null where customers cannot reach this server. */
async function subscriptionUrlOf({ shop, customer, subscriptions }: Visit): Promise<string | null> {
  if (!subscriptions) return null;
  const token = await getSubscriptionToken(shop, subscriptions.tokens, customer.customerId);
  return token === null ? null : `${subscriptions.baseUrl}/sub/${token}`;
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

async function findActive(visit: Visit): Promise<Extract<Profile['access'], { kind: 'active' }> | null> {
  const { shop, customer, t } = visit;
  const { access } = await viewProfile(shop, customer.customerId);
  if (access.kind === 'active') return access;
  await visit.answer(t.text(access.kind === 'preparing' ? 'key-preparing' : 'key-none'));
  return null;
}
