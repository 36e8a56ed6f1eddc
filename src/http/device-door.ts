import type { FastifyReply, FastifyRequest } from 'fastify';
import { readDeviceFacts } from '../domain/devices.ts';
import { pickLocale, translatorFor } from '../locales/translate.ts';
import { registerDevice } from '../usecases/devices/register-device.ts';
import type { Shop } from '../usecases/shop.ts';
import type { Subscription } from '../usecases/subscriptions/read-subscription.ts';

/** Apps that know these show their user why the subscription is empty. Source: xray.md §4.2. */
const LIMIT_HEADERS = { 'x-hwid-max-devices-reached': 'true', 'x-hwid-limit': 'true' };

/**
 * What the app that asks may have: all of the subscription, or, past the device limit, the same without
 * connections and with the headers that say why. An app that does not name its device is not counted: most do
 * not, and a header that its sender makes up keeps out nobody who wants in.
 */
export async function admitDevice(
  shop: Shop,
  exchange: { request: FastifyRequest; reply: FastifyReply; subscription: Subscription },
): Promise<Subscription> {
  const { request, reply, subscription } = exchange;
  const hwid = headerOf(request, 'x-hwid');
  if (hwid === '' || !subscription.isActive) return subscription;
  const facts = readDeviceFacts({
    os: headerOf(request, 'x-device-os'),
    osVersion: headerOf(request, 'x-ver-os'),
    model: headerOf(request, 'x-device-model'),
    userAgent: headerOf(request, 'user-agent'),
  });
  const { entitlementId, locale } = subscription;
  const registered = await registerDevice(shop, { entitlementId, hwid, facts });
  reply.header('x-hwid-active', 'true');
  if (registered.ok) return subscription;
  const t = translatorFor(pickLocale(locale, request.headers['accept-language']));
  const words = Buffer.from(t.text('device-limit-announce')).toString('base64');
  reply.headers({ ...LIMIT_HEADERS, announce: `base64:${words}` });
  return { ...subscription, connections: [] };
}

/** Node reads headers as Latin-1; a phone's name may be anything, and comes as UTF-8. */
function headerOf(request: FastifyRequest, name: string): string {
  const value = request.headers[name];
  const text = (Array.isArray(value) ? value.join(', ') : (value ?? '')).trim();
  const bytes = Buffer.from(text, 'latin1');
  const decoded = bytes.toString('utf8');
  return decoded.includes('\u{fffd}') || bytes.toString('latin1') !== text ? text : decoded;
}
