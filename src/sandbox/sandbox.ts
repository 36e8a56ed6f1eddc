import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type Clock, systemClock } from '../lib/clock.ts';
import { describeError } from '../lib/fault.ts';
import { createLogger, type Logger } from '../lib/logger.ts';
import { bundleWeb } from '../lib/web-bundle.ts';
import { chatRoutes, serveChat } from './chat/chat-api.ts';
import { createEventStreams } from './chat/event-stream.ts';
import { createPage } from './chat/page.ts';
import { paymentRoutes } from './chat/payment-controls.ts';
import { createSwitchboard } from './chat/switchboard.ts';
import { testControlRoutes } from './chat/test-controls.ts';
import { createCryptoPayApi } from './crypto-pay/crypto-pay.ts';
import { createInvoices } from './crypto-pay/invoices.ts';
import { createWebhookSender } from './crypto-pay/webhook-sender.ts';
import { createNodeProxy } from './node-proxy.ts';
import {
  DEFAULT_BOT_TOKEN,
  DEFAULT_CRYPTO_TOKEN,
  DEFAULT_PROVIDER_TOKEN,
  DEFAULT_YOOKASSA_SECRET_KEY,
  DEFAULT_YOOKASSA_SHOP_ID,
  type SandboxSettings,
} from './settings.ts';
import { createAlarms } from './state/alarms.ts';
import { createCounters } from './state/counters.ts';
import { createEvents } from './state/events.ts';
import { createFaultPlan } from './state/fault-plan.ts';
import { memoryJournal, openJournal } from './state/journal.ts';
import { DEFAULT_CHAT_LIMITS } from './telegram/send-limits.ts';
import { createTelegram } from './telegram/telegram.ts';
import { foreignReason } from './transport/guard.ts';
import { type Exchange, HttpRefusal, sendJson } from './transport/http.ts';
import { createYooKassa } from './yookassa/yookassa.ts';

/** Settings as far as a caller cares; the rest are the defaults of `settings.ts`, state in memory. */
export type SandboxOptions = Partial<SandboxSettings> & { clock?: Clock; random?: () => number };

export type Sandbox = {
  port: number;
  /** Looks at an injected clock again after it was moved. */
  wake(): void;
  close(): Promise<void>;
};

const CHAT_SOURCE = fileURLToPath(new URL('../../web/chat/', import.meta.url)).replace(/[\\/]$/, '');
const CHAT_CONTRACT = fileURLToPath(new URL('contract/chat.ts', import.meta.url));

/**
 * Starts the emulated outside world on one loopback port: the Bot API at `/bot<token>/<method>`, Crypto Pay at
 * `/cryptopay/api/<method>`, YooKassa at `/yookassa/v3`, the chat page at `/` with its interface under `/chat/`, the node agent behind
 * `/node/`. Resolves when it listens.
 *
 * Throws: the listen error (EADDRINUSE…) and the state directory's (EACCES, a corrupt file).
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const settings = { ...DEFAULTS, ...options };
  const logger = createLogger({ name: 'sandbox', level: settings.logLevel });
  const world = createWorld(settings, logger);
  const server = createServer((request, response) => void world.handle(request, response));
  server.keepAliveTimeout = 60_000;
  try {
    const port = await listen(server, settings);
    world.resume();
    return {
      port,
      wake: world.wake,
      async close() {
        world.closeStreams();
        const closed = new Promise((resolve) => server.close(resolve));
        server.closeAllConnections();
        await closed;
        await world.close();
      },
    };
  } catch (error) {
    await world.close();
    throw error;
  }
}

const DEFAULTS: SandboxSettings & { clock: Clock; random: () => number } = {
  host: '127.0.0.1',
  port: 0,
  stateDir: undefined,
  webDir: './.data/web',
  botToken: DEFAULT_BOT_TOKEN,
  botUsername: 'atlas_secure_sandbox_bot',
  providerToken: DEFAULT_PROVIDER_TOKEN,
  cryptoToken: DEFAULT_CRYPTO_TOKEN,
  cryptoWebhookUrl: undefined,
  yookassaShopId: DEFAULT_YOOKASSA_SHOP_ID,
  yookassaSecretKey: DEFAULT_YOOKASSA_SECRET_KEY,
  yookassaWebhookUrl: undefined,
  nodeTargetUrl: undefined,
  adminId: undefined,
  core: { kind: 'simulated', version: '' },
  chatLimits: DEFAULT_CHAT_LIMITS,
  openChats: false,
  logLevel: 'silent',
  clock: systemClock,
  random: Math.random,
};

type World = {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  wake(): void;
  resume(): void;
  closeStreams(): void;
  close(): Promise<void>;
};

function createWorld(settings: typeof DEFAULTS, logger: Logger): World {
  const journal = settings.stateDir === undefined ? memoryJournal() : openJournal(settings.stateDir);
  const alarms = createAlarms(settings.clock);
  const counters = createCounters(journal, alarms.nowMs());
  const events = createEvents();
  const faults = createFaultPlan();
  const shared = { journal, counters, alarms, events, faults, logger };
  const telegram = createTelegram({
    ...shared,
    settings: { ...settings, token: settings.botToken },
  });
  const invoices = createInvoices(shared);
  const crypto = { ...shared, token: settings.cryptoToken };
  const sender = createWebhookSender({ ...crypto, url: settings.cryptoWebhookUrl });
  const cryptoPay = createCryptoPayApi({ ...crypto, invoices });
  const switchboard = createSwitchboard(journal, events, settings.core);
  const yookassa = createYooKassa({ ...shared, settings, takeWebhookDelays: switchboard.takeWebhookDelays });
  const node = createNodeProxy(settings.nodeTargetUrl, () => switchboard.switches().nodeDown);
  const streams = createEventStreams(events);
  const chat = { ...shared, telegram, invoices, sender, switchboard, streams, cryptoPay };
  const routes = {
    ...chatRoutes(chat),
    ...testControlRoutes(chat),
    ...paymentRoutes(telegram),
    ...yookassa.routes,
  };
  const page = createPage(
    () => bundleWeb({ sourceDir: CHAT_SOURCE, outDir: settings.webDir, alsoHash: [CHAT_CONTRACT] }),
    logger,
  );
  const route = (exchange: Exchange): Promise<void> | void => {
    const { pathname } = exchange.url;
    if (pathname.startsWith('/bot')) return telegram.api.serve(exchange);
    if (pathname.startsWith('/chat/')) return serveChat(exchange, chat, routes);
    if (pathname.startsWith('/cryptopay/api/')) return cryptoPay.serve(exchange);
    if (pathname.startsWith('/yookassa/')) return yookassa.serve(exchange);
    if (pathname === '/node' || pathname.startsWith('/node/')) return node.serve(exchange);
    if (pathname.startsWith('/file/bot')) return telegram.api.serveFile(exchange);
    return page.serve(exchange);
  };
  return {
    handle: (request, response) => handle({ request, response, route, logger }),
    wake: alarms.wake,
    resume() {
      telegram.resume();
      sender.resume();
      yookassa.resume();
    },
    closeStreams: streams.closeAll,
    async close() {
      alarms.close();
      await Promise.all([telegram.close(), sender.close(), yookassa.close(), node.close()]);
      journal.close();
    },
  };
}

type Handling = {
  request: IncomingMessage;
  response: ServerResponse;
  route: (exchange: Exchange) => Promise<void> | void;
  logger: Logger;
};

const OTHER_DOORS = /^\/(bot|chat\/|cryptopay\/|yookassa\/v3\/|node(\/|$)|file\/bot)/;

async function handle({ request, response, route, logger }: Handling): Promise<void> {
  try {
    const url = new URL(request.url ?? '/', 'http://sandbox.invalid');
    const foreign = foreignReason(request, !OTHER_DOORS.test(url.pathname));
    if (foreign) throw new HttpRefusal(403, foreign);
    await route({ request, response, url });
  } catch (error) {
    const refusal = error instanceof HttpRefusal ? error : undefined;
    if (!refusal) logger.error({ reason: describeError(error) }, 'request failed');
    sendJson(response, refusal?.status ?? 500, { error: refusal?.message ?? 'internal error' });
  }
}

function listen(server: Server, { port, host }: { port: number; host: string }): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host.replace(/[[\]]/g, ''), () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
