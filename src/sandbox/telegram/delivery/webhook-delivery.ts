import { Agent, type Dispatcher, request } from 'undici';
import type { Alarms } from '../../state/alarms.ts';
import type { PendingUpdate, Updates } from './updates.ts';
import type { WebhookSettings } from './webhook-settings.ts';

/** Delay after the n-th failure, then random 60..120 s. Source: payments.md §2.2, read from the server's code. */
const RETRY_DELAYS_SECONDS = [0, 2, 4, 8, 16, 32];
const MAX_RETRY_AFTER_SECONDS = 3_600;
/** Telegram gives up on a silent webhook after about a minute. */
const ANSWER_TIMEOUT_MS = 60_000;
const MAX_ANSWER_BYTES = 1024 * 1024;

/** Sends pending updates to the webhook: FIFO and one in flight per queue, queues in parallel. */
export type WebhookDelivery = {
  start(settings: WebhookSettings): void;
  stop(): Promise<void>;
};

export type DeliveryDependencies = {
  updates: Updates;
  alarms: Alarms;
  /** Resolves when the update is on disk: an id the bot has seen is never given out again. */
  durable(): Promise<void>;
  /** Runs the call that a 2xx answer carried; its result is not returned to the bot. */
  runReply(body: unknown): Promise<void>;
  onFailure(message: string): void;
  /** Uniform in [0, 1). */
  random(): number;
};

type Run = {
  dependencies: DeliveryDependencies;
  settings: WebhookSettings;
  agent: Dispatcher;
  queues: Map<string, number[]>;
  ready: string[];
  active: number;
  isStopped: boolean;
};

export function createWebhookDelivery(dependencies: DeliveryDependencies): WebhookDelivery {
  const { updates, alarms } = dependencies;
  let run: Run | undefined;
  updates.onPush((update) => {
    if (!run) return;
    enqueue(run, update);
    pump(run);
  });
  return {
    start(settings) {
      const agent = new Agent({ connections: settings.maxConnections, keepAliveTimeout: 30_000 });
      run = { dependencies, settings, agent, queues: new Map(), ready: [], active: 0, isStopped: false };
      for (const update of updates.all()) enqueue(run, update);
      pump(run);
    },
    async stop() {
      if (!run) return;
      const stopped = run;
      run = undefined;
      stopped.isStopped = true;
      for (const queue of stopped.queues.keys()) alarms.cancel(`webhook:${queue}`);
      await stopped.agent.destroy();
    },
  };
}

function enqueue(run: Run, update: PendingUpdate): void {
  const queue = run.queues.get(update.queue);
  if (queue) queue.push(update.updateId);
  else {
    run.queues.set(update.queue, [update.updateId]);
    makeReady(run, update);
  }
}

/** Lets the head of a queue go as soon as it is due. */
function makeReady(run: Run, head: PendingUpdate): void {
  const { alarms } = run.dependencies;
  if (head.nextAttemptAtMs <= alarms.nowMs()) run.ready.push(head.queue);
  else {
    alarms.set(`webhook:${head.queue}`, head.nextAttemptAtMs, () => {
      if (run.isStopped) return;
      run.ready.push(head.queue);
      pump(run);
    });
  }
}

function pump(run: Run): void {
  while (!run.isStopped && run.active < run.settings.maxConnections) {
    const queue = run.ready.shift();
    if (queue === undefined) return;
    run.active += 1;
    void deliverHead(run, queue).finally(() => {
      run.active -= 1;
      pump(run);
    });
  }
}

async function deliverHead(run: Run, queue: string): Promise<void> {
  const { updates, alarms } = run.dependencies;
  const ids = run.queues.get(queue) ?? [];
  const update = updates.find(ids[0] ?? -1);
  if (update && update.expiresAtMs > alarms.nowMs()) {
    const outcome = await attempt(run, update);
    if (!outcome.isDelivered) {
      if (run.isStopped) return;
      if (postpone(update, outcome.retryAfterSeconds, run.dependencies)) return makeReady(run, update);
    }
  }
  if (update) updates.remove(update.updateId);
  ids.shift();
  while (ids.length > 0 && !updates.find(ids[0] ?? -1)) ids.shift();
  const next = updates.find(ids[0] ?? -1);
  if (next) makeReady(run, next);
  else run.queues.delete(queue);
}

type Outcome = { isDelivered: true } | { isDelivered: false; retryAfterSeconds: number | undefined };

async function attempt(run: Run, update: PendingUpdate): Promise<Outcome> {
  const { runReply, onFailure, durable } = run.dependencies;
  await durable();
  try {
    const answer = await request(run.settings.url, {
      dispatcher: run.agent,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(run.settings.secretToken ? { 'x-telegram-bot-api-secret-token': run.settings.secretToken } : {}),
      },
      body: JSON.stringify(update.body),
      headersTimeout: ANSWER_TIMEOUT_MS,
      bodyTimeout: ANSWER_TIMEOUT_MS,
    });
    const text = await answer.body.text();
    if (answer.statusCode >= 200 && answer.statusCode < 300) {
      if (text.length > 1 && text.length <= MAX_ANSWER_BYTES) await runReply(parseOrNull(text));
      return { isDelivered: true };
    }
    onFailure(`Wrong response from the webhook: ${answer.statusCode} ${answer.statusText ?? ''}`.trim());
    return { isDelivered: false, retryAfterSeconds: readRetryAfter(answer.headers['retry-after']) };
  } catch (error) {
    if (!run.isStopped) onFailure(reasonOf(error));
    return { isDelivered: false, retryAfterSeconds: undefined };
  }
}

/** Writes down the next attempt; false when the update would expire before it. */
function postpone(
  update: PendingUpdate,
  retryAfterSeconds: number | undefined,
  { alarms, updates, random }: DeliveryDependencies,
): boolean {
  const delay = RETRY_DELAYS_SECONDS[update.failures] ?? 60 + random() * 60;
  update.failures += 1;
  update.nextAttemptAtMs = alarms.nowMs() + (retryAfterSeconds ?? delay) * 1000;
  if (update.nextAttemptAtMs >= update.expiresAtMs) return false;
  updates.save(update);
  return true;
}

function readRetryAfter(header: string | string[] | undefined): number | undefined {
  const seconds = Number([header].flat()[0] ?? Number.NaN);
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), MAX_RETRY_AFTER_SECONDS) : undefined;
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Source: the texts getWebhookInfo shows for unreachable servers. */
function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ECONNREFUSED') return 'Connection refused';
  if (code.includes('TIMEOUT')) return 'Read timeout expired';
  return 'Connection closed by the webhook';
}
