import { type Dispatcher, Pool } from 'undici';
import { Fault } from './fault.ts';
import { type CallReport, outcomeOfStatus } from './telemetry/call-report.ts';
import { traced } from './telemetry/tracing.ts';
import { assertNoTransaction } from './transaction-scope.ts';

export type HttpAnswer = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
};

export type HttpRequest = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** The whole exchange, connect to last byte. */
  timeoutMs: number;
  /** An answer larger than this is a fault; default 4 MiB. */
  maxBodyBytes?: number;
};

export type HttpClient = {
  request(request: HttpRequest): Promise<HttpAnswer>;
  close(): Promise<void>;
};

/** Connections kept per origin: enough for MAX_CONCURRENT_UPDATES callers plus background work. */
const CONNECTIONS = 32;
const CONNECT_TIMEOUT_MS = 5_000;
const DEFAULT_MAX_BODY_BYTES = 4 * 1024 * 1024;

/**
 * One keep-alive pool to one origin, with a deadline on every call and the "no network inside a transaction"
 * guard. No retries and no breaker here: the adapter above adds exactly one layer of each. `onCall` is told of every
 * exchange.
 *
 * Throws: Fault `http-unreachable` (retryable) for refused, reset or timed out calls, `http-too-large`.
 */
export function createHttpClient(
  origin: string,
  onCall: (report: CallReport) => void = () => undefined,
): HttpClient {
  const pool = new Pool(origin, {
    connections: CONNECTIONS,
    pipelining: 1,
    keepAliveTimeout: 30_000,
    connect: { timeout: CONNECT_TIMEOUT_MS },
  });
  return {
    async request(request) {
      assertNoTransaction(`HTTP ${request.method} ${origin}`);
      const startedAt = performance.now();
      const operation = `${request.method} ${request.path.split('?')[0]}`;
      let status: number | null = null;
      try {
        const answer = await traced({ name: operation, kind: 'client' }, () => exchange(pool, request));
        status = answer.status;
        return answer;
      } catch (error) {
        if (error instanceof Fault) throw error;
        throw new Fault('http-unreachable', `${request.method} ${origin} failed: ${reasonOf(error)}`, {
          isRetryable: true,
          cause: error,
        });
      } finally {
        const durationMs = performance.now() - startedAt;
        onCall({ operation, outcome: outcomeOfStatus(status), status, durationMs });
      }
    },
    close: () => pool.destroy(),
  };
}

async function exchange(pool: Pool, request: HttpRequest): Promise<HttpAnswer> {
  const options: Dispatcher.RequestOptions = {
    method: request.method,
    path: request.path,
    headers: request.headers ?? {},
    body: request.body ?? null,
    signal: AbortSignal.timeout(request.timeoutMs),
  };
  const answer = await pool.request(options);
  const limit = request.maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer.body) {
    size += chunk.length;
    if (size > limit) {
      throw new Fault('http-too-large', `answer is larger than ${limit} bytes`, { isRetryable: false });
    }
    chunks.push(chunk);
  }
  return { status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : error.name;
  return code === 'TimeoutError' ? 'deadline passed' : code;
}
