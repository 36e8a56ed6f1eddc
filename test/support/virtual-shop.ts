/**
 * A shop whose time is moved by hand, with everything that happens without a tap: its passes, its queue, and what
 * customers are told. The node takes whatever it is given.
 */
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createJobHandlers } from '../../src/jobs/handlers.ts';
import { runJobs } from '../../src/jobs/run-jobs.ts';
import { createLogger } from '../../src/lib/logger.ts';
import { createMetrics } from '../../src/lib/metrics.ts';
import { createSecretBox } from '../../src/lib/secrets/secret-box.ts';
import type { NodeApi, NodeReport } from '../../src/ports/node-api.ts';
import type { Notice, Notifier, OperatorMessage } from '../../src/ports/notifier.ts';
import { addNode } from '../../src/usecases/nodes/add-node.ts';
import { openTestShop, type TestShop } from './shop.ts';
import { openTill, type Till } from './till.ts';

export const OWNER = 1n;

export type Told = { at: Date; telegramId: bigint; notice: Notice };

export type VirtualShop = {
  shop: TestShop;
  till: Till;
  told: Told[];
  toldOperators: OperatorMessage[];
  /** Who has blocked the bot. */
  blocked: Set<bigint>;
  /** A node that is away refuses what it is told. */
  node: { isAway: boolean };
  /** Does promised work until there is none. */
  settle(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
};

const logger = createLogger({ name: 'test', level: 'silent' });

export async function openVirtualShop(): Promise<VirtualShop> {
  const shop = await openTestShop();
  const till = openTill(shop);
  const node = { isAway: false };
  const told: Told[] = [];
  const toldOperators: OperatorMessage[] = [];
  const blocked = new Set<bigint>();
  const notifier: Notifier = {
    waitTurn: async () => undefined,
    async notify({ telegramId }, notice) {
      if (blocked.has(telegramId)) return 'undeliverable';
      told.push({ at: shop.clock.now(), telegramId, notice });
      return 'sent';
    },
    async tellOperator(_telegramId, message) {
      toldOperators.push(message);
      return 'sent';
    },
    sendDocument: async () => 'sent',
  };
  const secrets = createSecretBox([randomBytes(32)]);
  const fleet = { api: createWillingNode(node), secrets, fleetId: 'fleet', workerId: 'worker' };
  const facts = { actor: 'test', name: 'vpn1', url: 'http://127.0.0.1:1', apiKey: 'key', location: 'NL' };
  await addNode(shop, fleet, { ...facts, weight: 1, capacity: 1_000_000 });
  const stopping = new AbortController();
  const started = Promise.withResolvers<void>();
  const handlers = createJobHandlers({
    shop,
    fleet,
    notifier,
    broadcaster: { send: async () => ({ kind: 'sent' }) },
    appointed: [OWNER],
    providers: till.providers,
    lifeCycle: { renewalWindowMs: 6 * 3_600_000, maxActivationAttempts: 5 },
    metrics: createMetrics(),
    logger,
    exportsDir: join(tmpdir(), 'atlas-virtual-exports'),
    stopping: stopping.signal,
  });
  const jobs = runJobs(
    {
      pool: shop.db.pool,
      handlers,
      concurrency: 8,
      logger,
      onRunner: async () => undefined,
      onRunnersGone: async () => undefined,
    },
    stopping.signal,
    started.resolve,
  );
  await started.promise;
  return {
    shop,
    till,
    told,
    toldOperators,
    blocked,
    node,
    settle: () => untilIdle(shop),
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await jobs;
      await shop[Symbol.asyncDispose]();
    },
  };
}

/** Jobs that failed wait for another try, which no virtual time brings nearer: they do not count. */
async function untilIdle(shop: TestShop): Promise<void> {
  for (;;) {
    const [row] = await shop.ask<{ count: string }>(
      `select count(*) from graphile_worker._private_jobs where locked_at is not null or (attempts = 0 and run_at <= now())`,
    );
    if (Number(row?.count) === 0) return;
    await delay(2);
  }
}

function createWillingNode(node: { isAway: boolean }): NodeApi {
  const report: NodeReport = {
    agentVersion: 'test',
    core: { kind: 'simulated', version: '1', pid: 1, isRunning: true },
    inbounds: [{ tag: 'plain', host: '127.0.0.1', port: 1, network: 'tcp', security: 'none', flow: '' }],
    credentialCount: 0,
    configProblem: null,
    capabilities: { sessionCut: false },
    lease: null,
  };
  const answer = async () => {
    if (node.isAway) throw new Error('the node is away');
  };
  return {
    inspect: async () => report,
    readLegacy: async () => [],
    lease: answer,
    change: answer,
    converge: async () => {
      await answer();
      return { changed: false, isInStep: true, report };
    },
    readTraffic: async () => ({ epoch: 'e', cursor: 'c', entries: [], hasMore: false, onlineEmails: null }),
  };
}
