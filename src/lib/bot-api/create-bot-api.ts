import { Readable } from 'node:stream';
import { Api, type ApiClientOptions } from 'grammy';
import { Pool } from 'undici';
import { type CallReport, outcomeOfStatus } from '../telemetry/call-report.ts';
import { traced } from '../telemetry/tracing.ts';
import { assertNoTransaction } from '../transaction-scope.ts';

export type BotApiSettings = {
  token: string;
  /** Where the Bot API lives, without a trailing slash. */
  apiRoot: string;
  /** Called after every answer of Telegram, a refusal included: proof that the way there is open. */
  onAnswer?: () => void;
  /** Told of every call; `isPoll`: the one that waits for updates. */
  onCall?: (report: BotApiCall) => void;
};

export type BotApiCall = CallReport & { isPoll: boolean };

export type BotApi = { api: Api; clientOptions: ApiClientOptions; close(): Promise<void> };

/** Connections to one Bot API: more than MAX_CONCURRENT_UPDATES, so that replies never queue for one. */
const CONNECTIONS = 32;
/** Longest a method may take, but for those below. */
const CALL_TIMEOUT_MS = 15_000;
const POLL = 'getUpdates';
/** How much longer than the long poll we wait for its answer. */
const POLL_GRACE_MS = 15_000;
/** A document of 50 MB over a line of 2 Mbit/s. */
const UPLOAD_TIMEOUT_MS = 200_000;
const MAX_POLL_MS = 50_000;

/**
 * grammY's API client over one undici pool. The pool's own timeouts stand in for the abort signal, which
 * costs less per call; only calls with a signal of their own (the long poll) can be aborted.
 */
export function createBotApi(settings: BotApiSettings): BotApi {
  const pool = new Pool(new URL(settings.apiRoot).origin, {
    connections: CONNECTIONS,
    pipelining: 1,
    keepAliveTimeout: 30_000,
    connect: { timeout: 5_000 },
    headersTimeout: CALL_TIMEOUT_MS,
    bodyTimeout: CALL_TIMEOUT_MS,
  });
  const clientOptions: ApiClientOptions = {
    apiRoot: settings.apiRoot,
    timeoutSeconds: UPLOAD_TIMEOUT_MS / 1000,
    fetch: createFetch(pool, settings) as unknown as NonNullable<ApiClientOptions['fetch']>,
  };
  return { api: new Api(settings.token, clientOptions), clientOptions, close: () => pool.destroy() };
}

type FetchInit = {
  method?: string;
  headers?: Record<string, string>;
  body?: string | AsyncIterable<Uint8Array>;
  signal?: AbortSignal;
};

function createFetch(pool: Pool, { onAnswer, onCall }: BotApiSettings) {
  return async (address: string, init: FetchInit = {}) => {
    assertNoTransaction('Bot API call');
    const { pathname, search } = new URL(address);
    const operation = pathname.slice(pathname.lastIndexOf('/') + 1);
    const isPoll = operation === POLL;
    const startedAt = performance.now();
    let status: number | null = null;
    try {
      const call = () => exchange(pool, { path: pathname + search, operation, init });
      const answer = await (isPoll ? call() : traced({ name: `bot-api ${operation}`, kind: 'client' }, call));
      status = answer.status;
      onAnswer?.();
      return { ok: answer.status < 300, status: answer.status, json: async () => JSON.parse(answer.text) };
    } finally {
      const durationMs = performance.now() - startedAt;
      if (!init.signal?.aborted)
        onCall?.({ operation, isPoll, outcome: outcomeOfStatus(status), status, durationMs });
    }
  };
}

async function exchange(
  pool: Pool,
  { path, operation, init }: { path: string; operation: string; init: FetchInit },
): Promise<{ status: number; text: string }> {
  const answer = await pool.request({
    path,
    method: init.method === 'GET' ? 'GET' : 'POST',
    headers: init.headers ?? {},
    body: bodyOf(init.body),
    ...optionsOf(operation, init),
  });
  return { status: answer.statusCode, text: await answer.body.text() };
}

function optionsOf(operation: string, init: FetchInit) {
  if (operation === 'sendDocument') return { headersTimeout: UPLOAD_TIMEOUT_MS };
  if (operation !== POLL) return {};
  return { headersTimeout: MAX_POLL_MS + POLL_GRACE_MS, signal: bridgeSignal(init.signal) };
}

function bodyOf(body: FetchInit['body']): string | Readable | null {
  if (body === undefined) return null;
  return typeof body === 'string' ? body : Readable.from(body);
}

/** grammY brings an AbortSignal from a polyfill, which undici does not accept. */
function bridgeSignal(signal: AbortSignal | undefined): AbortSignal | null {
  if (!signal) return null;
  const controller = new AbortController();
  if (signal.aborted) controller.abort();
  signal.addEventListener('abort', () => controller.abort());
  return controller.signal;
}
