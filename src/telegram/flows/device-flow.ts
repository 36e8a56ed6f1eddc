import { renderQrPng } from '../../lib/qr/qr-png.ts';
import { reissueCredential } from '../../usecases/access/reissue-credential.ts';
import { type Profile, viewProfile } from '../../usecases/access/view-profile.ts';
import { removeDevices, viewDevices } from '../../usecases/devices/manage-devices.ts';
import { getSubscriptionToken } from '../../usecases/subscriptions/subscription-token.ts';
import { renderConnect, renderDevices, renderNewKeyQuestion } from '../screens/device-screens.ts';
import { renderKeyMessage } from '../screens/profile-screens.ts';
import { backButton } from '../screens/screen.ts';
import { sendPicture, showScreen, type Visit } from '../visit.ts';

type ActiveAccess = Extract<Profile['access'], { kind: 'active' }>;

/** Every way to connect; where customers cannot reach this server, the key itself. */
export async function showConnect(visit: Visit): Promise<void> {
  const { t } = visit;
  const access = await findActive(visit);
  if (!access) return;
  const url = await subscriptionUrlOf(visit);
  if (url !== null) return showScreen(visit, renderConnect(t, url));
  const key = renderKeyMessage(t, access.link);
  await showScreen(visit, { ...key, rows: [...key.rows, [backButton(t, { to: 'profile' })]] });
}

/** The link as a picture of its own, for another device's camera. */
export async function sendConnectQr(visit: Visit): Promise<void> {
  if (!(await findActive(visit))) return;
  const url = await subscriptionUrlOf(visit);
  if (url === null) return;
  await visit.answer();
  await sendPicture(visit, renderQrPng(url), visit.t.text('connect-qr-caption'));
}

export async function showDevices(visit: Visit): Promise<void> {
  const { shop, customer, t } = visit;
  const list = (await viewDevices(shop, customer.customerId)) ?? { limit: null, devices: [] };
  await showScreen(visit, renderDevices(t, { ...list, now: shop.clock.now() }));
}

/** `deviceId` null: all of them. A tap on one that is gone shows the list as it is now. */
export async function forgetDevices(visit: Visit, deviceId: string | null): Promise<void> {
  const { shop, customer, t } = visit;
  const { customerId } = customer;
  const count = await removeDevices(shop, { actor: `customer:${customerId}`, customerId, deviceId });
  await visit.answer(t.text(count > 0 ? 'devices-removed' : 'devices-gone'));
  await showDevices(visit);
}

/** A new key takes every device off the old one: asked before it is done. */
export async function askNewKey(visit: Visit): Promise<void> {
  if (await findActive(visit)) await showScreen(visit, renderNewKeyQuestion(visit.t));
}

export async function makeNewKey(visit: Visit): Promise<void> {
  const { shop, customer, tap, t } = visit;
  const reissue = await reissueCredential(shop, { customerId: customer.customerId, actor: null, tap });
  await visit.answer(t.text(reissue.ok ? 'new-key-done' : `new-key-${reissue.refusal}`), 'alert');
  await showDevices(visit);
}

/** The page with every way to connect; null where customers cannot reach this server. */
export async function subscriptionUrlOf({ shop, customer, subscriptions }: Visit): Promise<string | null> {
  if (!subscriptions) return null;
  const token = await getSubscriptionToken(shop, subscriptions.tokens, customer.customerId);
  return token === null ? null : `${subscriptions.baseUrl}/sub/${token}`;
}

/** Null, after it has been said why, when there is nothing to connect with. */
export async function findActive(visit: Visit): Promise<ActiveAccess | null> {
  const { shop, customer, t } = visit;
  const { access } = await viewProfile(shop, customer.customerId);
  if (access.kind === 'active') return access;
  await visit.answer(t.text(access.kind === 'preparing' ? 'key-preparing' : 'key-none'));
  return null;
}
