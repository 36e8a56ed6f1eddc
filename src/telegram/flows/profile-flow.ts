import { renderQrPng } from '../../lib/qr-png.ts';
import { type Profile, viewProfile } from '../../usecases/access/view-profile.ts';
import { renderKeyMessage, renderProfile } from '../screens/profile-screens.ts';
import { keepMessage } from '../screens/screen.ts';
import { sendPicture, sendScreen, showScreen, type Visit } from '../visit.ts';

export async function showProfile(visit: Visit): Promise<void> {
  const { shop, customer, t } = visit;
  const profile = await viewProfile(shop, customer.customerId);
  const view = { profile, name: customer.firstName, telegramId: customer.telegramId };
  await showScreen(visit, renderProfile(t, view));
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
