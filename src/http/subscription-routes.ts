import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  formatFor,
  formatLinks,
  SUBSCRIPTION_FORMATS,
  type SubscriptionFormat,
} from '../domain/connections/formats.ts';
import { importLinkOf, parseImportApp } from '../domain/connections/import-links.ts';
import { formatMihomo } from '../domain/connections/mihomo.ts';
import { formatSingBox } from '../domain/connections/sing-box.ts';
import { formatXray } from '../domain/connections/xray.ts';
import type { SubscriptionTokens } from '../lib/subscription-tokens.ts';
import { pickPageLocale } from '../locales/page/translate-page.ts';
import type { Shop } from '../usecases/shop.ts';
import { readSubscription, type Subscription } from '../usecases/subscriptions/read-subscription.ts';
import { admitDevice } from './device-door.ts';
import { PAGE_POLICY } from './page/document.ts';
import { renderGonePage, renderSubscriptionPage } from './page/subscription-page.ts';
import { platformOf } from './page/visitor.ts';

export type SubscriptionRouteSettings = {
  shop: Shop;
  tokens: SubscriptionTokens;
  /** Where customers reach this server; the links on the page lead there. */
  baseUrl: string;
  /** The bot's name, for the page's way back; asked each time, because it may be learnt later. */
  botName: () => string;
};

/** What apps call a customer's profile; at most 25 characters. */
const PROFILE_TITLE = 'Atlas Secure';
const SUPPORT_URL = 'https://t.me/asc_support';
/** Hours between an app's looks for a change. */
const UPDATE_HOURS = '12';

const TYPES: Record<SubscriptionFormat, string> = {
  links: 'text/plain; charset=utf-8',
  xray: 'application/json; charset=utf-8',
  'sing-box': 'application/json; charset=utf-8',
  mihomo: 'text/yaml; charset=utf-8',
};

const BODIES: Record<SubscriptionFormat, (subscription: Subscription) => string> = {
  links: ({ connections }) => Buffer.from(formatLinks(connections)).toString('base64'),
  xray: ({ connections }) => JSON.stringify(formatXray(connections), null, 2),
  'sing-box': ({ connections }) => JSON.stringify(formatSingBox(connections), null, 2),
  mihomo: ({ connections }) => JSON.stringify(formatMihomo(connections), null, 2),
};

/**
 * One link for every app: `/sub/<token>` by the app's own name, `/sub/<token>/<format>` as asked, a page for a
 * browser, and `/sub/<token>/open/<app>`, which leads from https into an app's own scheme.
 */
export function addSubscriptionRoutes(server: FastifyInstance, settings: SubscriptionRouteSettings): void {
  const { shop, tokens } = settings;
  const read = (request: FastifyRequest) => {
    const { token } = request.params as { token: string };
    return readSubscription(shop, tokens, token);
  };
  server.get('/sub/:token', async (request, reply) => {
    const subscription = await read(request);
    if (isBrowser(request)) return sendPage(request, reply, { settings, subscription });
    if (!subscription) return refuse(reply);
    const admitted = await admitDevice(shop, { request, reply, subscription });
    return sendFormat(reply, admitted, formatFor(request.headers['user-agent'] ?? ''));
  });
  server.get('/sub/:token/:format', async (request, reply) => {
    const { format } = request.params as { format: string };
    const known = SUBSCRIPTION_FORMATS.find((one) => one === format);
    const subscription = known && (await read(request));
    if (!known || !subscription) return refuse(reply);
    return sendFormat(reply, await admitDevice(shop, { request, reply, subscription }), known);
  });
  server.get('/sub/:token/open/:app', async (request, reply) => {
    const { token, app } = request.params as { token: string; app: string };
    const known = parseImportApp(app);
    const subscription = known && (await read(request));
    if (!known || !subscription) {
      return isBrowser(request) ? sendPage(request, reply, { settings, subscription: null }) : refuse(reply);
    }
    const link = importLinkOf(known, `${settings.baseUrl}/sub/${token}`, PROFILE_TITLE);
    return keepSecret(reply).redirect(link, 302);
  });
}

function isBrowser(request: FastifyRequest): boolean {
  return /text\/html/.test(request.headers.accept ?? '');
}

/** Whoever guesses learns nothing: every wrong token, format and app is the same 404. */
function refuse(reply: FastifyReply): FastifyReply {
  return keepSecret(reply).code(404).send({ error: 'not-found' });
}

/** The address is a secret: nobody on the way may keep what it answers, and no other site may learn it. */
function keepSecret(reply: FastifyReply): FastifyReply {
  return reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
}

function sendFormat(
  reply: FastifyReply,
  subscription: Subscription,
  format: SubscriptionFormat,
): FastifyReply {
  return keepSecret(reply)
    .type(TYPES[format])
    .header('subscription-userinfo', describeUse(subscription))
    .header('profile-title', `base64:${Buffer.from(PROFILE_TITLE).toString('base64')}`)
    .header('profile-update-interval', UPDATE_HOURS)
    .header('support-url', SUPPORT_URL)
    .header('content-disposition', 'attachment; filename="atlas"')
    .send(BODIES[format](subscription));
}

/** In the words that apps show as a gauge; a total of 0 is "as much as you like". Source: xray.md §4.3. */
function describeUse({ usedBytes, limitBytes, endsAt }: Subscription): string {
  const expire = Math.floor(endsAt.getTime() / 1000);
  return `upload=0; download=${usedBytes}; total=${limitBytes ?? 0n}; expire=${expire}`;
}

function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  view: { settings: SubscriptionRouteSettings; subscription: Subscription | null },
): FastifyReply {
  const { settings, subscription } = view;
  const { token } = request.params as { token: string };
  const { lang } = request.query as { lang?: unknown };
  const locale = pickPageLocale({
    asked: typeof lang === 'string' ? lang : null,
    chosen: subscription?.locale ?? null,
    acceptLanguage: request.headers['accept-language'] ?? '',
  });
  const shared = {
    locale,
    title: PROFILE_TITLE,
    contacts: { bot: `https://t.me/${encodeURIComponent(settings.botName())}`, support: SUPPORT_URL },
  };
  const page = subscription
    ? renderSubscriptionPage({
        ...shared,
        subscription,
        url: `${settings.baseUrl}/sub/${token}`,
        platform: platformOf(request.headers['user-agent'] ?? ''),
        now: settings.shop.clock.now(),
      })
    : renderGonePage(shared);
  return keepSecret(reply)
    .code(subscription ? 200 : 404)
    .type('text/html; charset=utf-8')
    .header('content-security-policy', PAGE_POLICY)
    .send(page);
}
