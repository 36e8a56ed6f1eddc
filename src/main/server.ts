import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { UserFromGetMe } from 'grammy/types';
import { createHttpServer } from '../http/create-http-server.ts';
import type { SubscriptionRouteSettings } from '../http/subscription-routes.ts';
import { countJobs } from '../jobs/count-jobs.ts';
import { createJobHandlers } from '../jobs/handlers.ts';
import { runBroadcasts } from '../jobs/run-broadcasts.ts';
import { runDatabaseWatch } from '../jobs/run-database-watch.ts';
import { runJobs } from '../jobs/run-jobs.ts';
import { runMassReissue } from '../jobs/run-mass-reissue.ts';
import { runPresence } from '../jobs/run-presence.ts';
import { runSchedules } from '../jobs/run-schedules.ts';
import { runSealing } from '../jobs/run-sealing.ts';
import { runWatch } from '../jobs/run-watch.ts';
import { type BotApi, createBotApi } from '../lib/bot-api/create-bot-api.ts';
import { describeError, Fault } from '../lib/fault.ts';
import type { Logger } from '../lib/logger.ts';
import { createMetrics, type Metrics } from '../lib/metrics.ts';
import { createSubscriptionTokens } from '../lib/subscription-tokens.ts';
import { startTracing } from '../lib/telemetry/start-tracing.ts';
import { createNodeApi } from '../nodes/create-node-api.ts';
import type { PaymentProvider } from '../ports/payment-provider.ts';
import { forgetAudit } from '../store/postgres/forget-audit.ts';
import { type Intake, openIntake } from '../store/postgres/intake.ts';
import { openLockSession } from '../store/postgres/lock-session.ts';
import { createCheckoutAnswerer } from '../telegram/answer-checkout.ts';
import { createApology } from '../telegram/apologize.ts';
import { createBot } from '../telegram/create-bot.ts';
import { type Dispatcher, startDispatcher } from '../telegram/dispatcher.ts';
import { createNotifier } from '../telegram/notifier.ts';
import { createReceiver, type ReceiveUpdates } from '../telegram/receive-updates.ts';
import { createBroadcaster } from '../telegram/sending/broadcaster.ts';
import { createTelegramPolicy } from '../telegram/sending/telegram-policy.ts';
import type { Fleet } from '../usecases/access/node-target.ts';
import { identifyInstallation } from '../usecases/operations/identify-installation.ts';
import { freeRunners, namePresence, nameRunner, type Presence } from '../usecases/operations/presence.ts';
import type { Shop } from '../usecases/shop.ts';
import { watchProvider } from '../usecases/system/watch-provider.ts';
import type { Config, LiveConfig } from './config.ts';
import { observeCalls } from './observe-calls.ts';
import {
  installationDir,
  type OpenedShop,
  openSecrets,
  openShop,
  type Postgres,
  secretKeysOf,
} from './open-shop.ts';
import { createProviders, readTelegramPayment } from './providers.ts';
import { startTelegram } from './start-telegram.ts';
import { startWatchdog } from './watchdog.ts';

/** A server process that is up. `failed` resolves when it can no longer do its work and should end. */
export type RunningServer = {
  url: string;
  fleet: Fleet;
  shop: OpenedShop['shop'];
  readonly failed: Promise<unknown>;
  stop(): Promise<void>;
};

export type ServerSettings = {
  config: Config;
  /** What is outside: the real world, or the sandbox's emulators. */
  live: LiveConfig;
  postgres: Postgres;
  logger: Logger;
  chatPageUrl: string | null;
};

/** Part of the pool that background work may use. Source: product.md §11.A.16. */
const JOB_CONCURRENCY = 6;
/** Drain: updates and requests in flight. Source: decisions.md §3. */
const DRAIN_MS = 10_000;
/** Jobs in work when the process stops; one that waits for a silent node is left to another process. */
const JOBS_STOP_MS = 5_000;

/** Starts everything one server process runs, in the order in which each part needs the others. */
export async function startServer(settings: ServerSettings): Promise<RunningServer> {
  const { config, live, postgres, logger } = settings;
  const tracing = await startTracing(config.process.otlpEndpoint);
  const metrics = createMetrics();
  const calls = observeCalls(metrics, logger);
  const opened = await openShop(config, postgres, { logger, onStatement: metrics.databaseStatement });
  const { shop } = opened;
  await forgetAudit(postgres.ownerUrl, shop.clock.now());
  const botId = BigInt(live.botToken.split(':')[0] ?? '0');
  const mode = config.installation.kind;
  const installation = await identifyInstallation(shop, { mode, botId });
  const presence = namePresence();
  const watchdog = startWatchdog(config.process.telegramLivenessTimeoutMs);
  const botApi = createBotApi({
    token: live.botToken,
    apiRoot: live.apiRoot,
    onAnswer: () => watchdog.beat(),
    onCall: calls.botApi,
  });
  const botInfo = botInfoOf(botId);
  const providers = createProviders(live, {
    api: botApi.api,
    returnUrl: 'https://t.me/',
    onCall: calls.provider,
  });
  for (const name of providers.byName.keys()) metrics.expectProvider(name);
  const nodeApi = createNodeApi(calls.node);
  const secrets = openSecrets(config);
  const fleet: Fleet = {
    api: nodeApi,
    secrets,
    fleetId: installation.fleetId,
    workerId: presence.workerId,
  };
  const parts = {
    ...settings,
    ...opened,
    botInfo,
    botApi,
    providers: new Map([...providers.byName].map(([name, one]) => [name, watchProvider(shop, one)])),
    fleet,
    presence,
    metrics,
    subscriptions: subscriptionsOf({ shop, config, live, botInfo }),
  };
  const inbox = openInbox(parts);
  const state = { isDraining: false };
  const http = createHttp(parts, { receive: inbox.receive, isReady: () => !state.isDraining });
  const url = await listen(http, config);
  const background = await startBackground(parts);
  const telegram = startTelegram(parts, inbox.receive, watchdog);

  return {
    url,
    fleet,
    shop,
    failed: Promise.race([telegram.failed, postgres.gone]),
    async stop() {
      state.isDraining = true;
      telegram.stop();
      await Promise.all([closeHttp(http), inbox.dispatcher.drain(DRAIN_MS)]);
      await background.stop();
      watchdog.stop();
      await Promise.all([inbox.intake.close(), providers.close()]);
      await Promise.all([nodeApi.close(), botApi.close()]);
      await opened.db.close();
      await tracing.stop();
    },
  };
}

type Parts = ServerSettings &
  OpenedShop & {
    botInfo: UserFromGetMe;
    botApi: BotApi;
    providers: ReadonlyMap<string, PaymentProvider>;
    fleet: Fleet;
    presence: Presence;
    metrics: Metrics;
    subscriptions: SubscriptionRouteSettings | null;
  };

function openInbox(parts: Parts): { intake: Intake; dispatcher: Dispatcher; receive: ReceiveUpdates } {
  const { shop, providers, botApi, logger, metrics } = parts;
  const handle = createBot({
    shop,
    providers,
    token: parts.live.botToken,
    clientOptions: botApi.clientOptions,
    botInfo: parts.botInfo,
    secrets: parts.fleet.secrets,
    admins: parts.live.adminTelegramIds,
    secondApprovalFromKopecks: parts.live.withdrawalSecondApprovalKopecks,
    readPayment: readTelegramPayment,
    subscriptions: parts.subscriptions,
  });
  const dispatcher = startDispatcher({
    shop,
    workerId: parts.presence.workerId,
    handle,
    maxConcurrentUpdates: parts.config.process.maxConcurrentUpdates,
    logger,
    onOutcome: (outcome) => metrics.updates.inc({ status: outcome.status }),
  });
  const intake = openIntake(parts.postgres.url, BigInt(parts.botInfo.id), logger);
  const receive = createReceiver({
    clock: shop.clock,
    store: (updates, now) => intake.store(updates, now),
    wake: (chatKeys) => dispatcher.wake(chatKeys),
    answerCheckout: createCheckoutAnswerer(shop, botApi.api),
    apology: createApology(botApi.api, shop.clock),
  });
  return { intake, dispatcher, receive };
}

/** What is known of the bot before Telegram answers: the id, which the token holds. */
function botInfoOf(botId: bigint): UserFromGetMe {
  return {
    id: Number(botId),
    is_bot: true,
    first_name: 'Atlas Secure',
    username: 'atlas_secure_bot',
    can_join_groups: false,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
  } as UserFromGetMe;
}

function createHttp(
  parts: Parts,
  door: { receive: ReceiveUpdates; isReady: () => boolean },
): FastifyInstance {
  const { telegram } = parts.live;
  return createHttpServer({
    shop: parts.shop,
    logger: parts.logger,
    metrics: parts.metrics,
    metricsToken: parts.config.process.metricsToken,
    providers: parts.providers,
    trustedProxies: parts.config.process.trustedProxies,
    telegram: telegram.mode === 'webhook' ? { secret: telegram.secret, receive: door.receive } : null,
    subscriptions: parts.subscriptions,
    isReady: door.isReady,
    chatPageUrl: parts.chatPageUrl,
  });
}

function subscriptionsOf(parts: {
  shop: Shop;
  config: Config;
  live: LiveConfig;
  botInfo: UserFromGetMe;
}): SubscriptionRouteSettings | null {
  const { shop, config, live, botInfo } = parts;
  const { publicBaseUrl: baseUrl } = live;
  if (baseUrl === null) return null;
  const tokens = createSubscriptionTokens(secretKeysOf(config));
  return { shop, tokens, baseUrl, botName: () => botInfo.username };
}

async function listen(http: FastifyInstance, config: Config): Promise<string> {
  const { host, port } = config.process;
  try {
    return await http.listen({ host, port });
  } catch (cause) {
    throw new Fault('port-in-use', `PORT: cannot listen on ${host}:${port}: ${describeError(cause)}`, {
      isRetryable: false,
      cause,
    });
  }
}

/** Presence first, so that the queue's runners are known to the others before they lock a job. */
async function startBackground(parts: Parts): Promise<{ stop(): Promise<void> }> {
  const { shop, logger, presence, metrics } = parts;
  const stopping = new AbortController();
  const jobsStopping = new AbortController();
  const { signal } = stopping;
  const runnerIds: string[] = [];
  const entered = Promise.withResolvers<void>();
  const nameRunners = async () => {
    for (const runnerId of runnerIds.toReversed()) await nameRunner(shop, presence, runnerId);
    entered.resolve();
  };
  const present = runPresence({
    shop,
    presence,
    openLockSession: () => openLockSession(parts.postgres.url),
    onRound: nameRunners,
    logger,
    signal,
  });
  await entered.promise;
  const policy = createTelegramPolicy();
  const notifier = createNotifier(shop, parts.botApi.api, policy);
  const broadcaster = createBroadcaster(parts.botApi.api, policy);
  const handlers = createJobHandlers({
    ...parts,
    notifier,
    broadcaster,
    appointed: parts.live.adminTelegramIds,
    lifeCycle: parts.config.process.lifeCycle,
    exportsDir: join(installationDir(parts.config), 'exports'),
    stopping: jobsStopping.signal,
  });
  const started = Promise.withResolvers<void>();
  const jobs = runJobs(
    {
      pool: parts.db.pool,
      handlers,
      concurrency: JOB_CONCURRENCY,
      logger,
      onJob: countJobs(metrics, handlers),
      onRunner: async (runnerId) => {
        runnerIds.push(runnerId);
        await nameRunner(shop, presence, runnerId);
      },
      onRunnersGone: () => freeRunners(shop, runnerIds),
    },
    jobsStopping.signal,
    started.resolve,
  );
  await started.promise;
  const schedules = runSchedules(
    { shop, intervals: parts.config.process.lifeCycle, logger, metrics },
    signal,
  );
  const watch = runWatch(parts, signal);
  const sealing = runSealing(shop, logger, signal);
  const { workerId } = presence;
  const broadcasts = runBroadcasts({ shop, broadcaster, workerId, logger }, jobsStopping.signal);
  const reissue = runMassReissue(shop, logger, signal);
  const watching = runDatabaseWatch(shop, logger, signal);
  return {
    async stop() {
      jobsStopping.abort();
      await within(JOBS_STOP_MS, Promise.all([jobs, broadcasts]));
      await freeRunners(shop, runnerIds);
      stopping.abort();
      await Promise.all([present, schedules, watch, sealing, reissue, watching]);
    },
  };
}

/** Requests in flight get the drain's time; whoever drips on is cut off. */
async function closeHttp(http: FastifyInstance): Promise<void> {
  const closed = http.close();
  await within(DRAIN_MS, closed);
  http.server.closeAllConnections();
  await closed;
}

/** Waits for `work`, but no longer than `ms`. */
async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const late = new Promise<void>((resolve) => setTimeout(resolve, ms).unref());
  await Promise.race([work, late]);
}
