import { BrokenCircuitError, ExponentialBackoff, handleWhen, type IPolicy, retry } from 'cockatiel';
import type { z } from 'zod';
import { type Breaker, createBreaker } from '../lib/breaker.ts';
import { Fault, isFault } from '../lib/fault.ts';
import { createHttpClient, type HttpAnswer, type HttpClient } from '../lib/http-client.ts';
import type { CallReport } from '../lib/telemetry/call-report.ts';
import { CORRELATION_HEADER, correlationId } from '../lib/telemetry/correlation.ts';
import type { NodeTarget } from '../ports/node-api.ts';
import { agentErrorSchema } from './protocol/contract.ts';

/** Two retries, 200 ms and up: enough for a dropped connection; longer outages belong to the caller's job. */
const RETRIES = 2;
const FIRST_RETRY_MS = 200;
const MAX_RETRY_MS = 2_000;
/** Ten calls in a row that found nobody: stop asking for a while. */
const BREAK_AFTER = 10;
/** Then one call in this time finds out whether somebody is back. */
const HALF_OPEN_AFTER_MS = 3_000;
/** A state answer holds inbounds, not credentials. */
const MAX_ANSWER_BYTES = 1024 * 1024;

export type NodeCall<T> = {
  method: 'GET' | 'POST';
  path: string;
  body?: object;
  answer: z.ZodType<T>;
  timeoutMs: number;
  /** For answers that hold credentials. */
  maxAnswerBytes?: number;
};

/**
 * Talks to one agent: a deadline on every call, one retry layer, one breaker. Only a node that cannot be
 * reached feeds the breaker; a node that answers "no" is alive.
 *
 * Throws: Fault `node-unreachable` (retryable, and retried here), `node-core-down` (retryable: a core is back
 * within seconds, which is the caller's back-off, not ours), `node-refused`, `node-lease-held`,
 * `node-upload-lost`.
 */
export class NodeClient {
  readonly #target: NodeTarget;
  readonly #http: HttpClient;
  readonly #retries: IPolicy;
  readonly #breaker: Breaker;

  constructor(target: NodeTarget, onCall?: (report: CallReport) => void) {
    this.#target = target;
    this.#http = createHttpClient(new URL(target.url).origin, onCall);
    const isUnanswered = (error: unknown) => isFault(error, 'node-unreachable');
    const backoff = new ExponentialBackoff({ initialDelay: FIRST_RETRY_MS, maxDelay: MAX_RETRY_MS });
    this.#retries = retry(handleWhen(isUnanswered), { maxAttempts: RETRIES, backoff });
    this.#breaker = createBreaker({ failures: BREAK_AFTER, restMs: HALF_OPEN_AFTER_MS, isUnanswered });
  }

  async call<T>(call: NodeCall<T>): Promise<T> {
    try {
      return await this.#retries.execute(() => this.#breaker(() => this.#exchange(call)));
    } catch (error) {
      if (!(error instanceof BrokenCircuitError)) throw error;
      throw new Fault('node-unreachable', `node ${this.#target.nodeId} has been silent`, {
        isRetryable: true,
        cause: error,
      });
    }
  }

  close(): Promise<void> {
    return this.#http.close();
  }

  async #exchange<T>(call: NodeCall<T>): Promise<T> {
    const answer = await this.#send(call);
    if (answer.status !== 200) throw this.#faultOf(answer);
    const parsed = call.answer.safeParse(parseJson(answer.body));
    if (parsed.success) return parsed.data;
    throw this.#fault('node-refused', `answers ${call.path} in a shape that is not the agent's`);
  }

  async #send(call: NodeCall<unknown>): Promise<HttpAnswer> {
    const body = call.body && JSON.stringify(call.body);
    const id = correlationId();
    try {
      return await this.#http.request({
        method: call.method,
        path: new URL(this.#target.url).pathname.replace(/\/$/, '') + call.path,
        headers: {
          'x-api-key': this.#target.apiKey,
          ...(id === null ? {} : { [CORRELATION_HEADER]: id }),
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        timeoutMs: call.timeoutMs,
        maxBodyBytes: call.maxAnswerBytes ?? MAX_ANSWER_BYTES,
        ...(body ? { body } : {}),
      });
    } catch (cause) {
      if (isFault(cause, 'http-unreachable')) throw this.#fault('node-unreachable', 'does not answer', cause);
      if (isFault(cause)) throw this.#fault('node-refused', 'answers more than an agent does', cause);
      throw cause;
    }
  }

  #faultOf(answer: HttpAnswer): Fault {
    const error = agentErrorSchema.safeParse(parseJson(answer.body)).data;
    const detail = error?.detail.slice(0, 200) ?? '';
    if (error?.code === 'lease-held') return this.#fault('node-lease-held', detail);
    if (error?.code === 'upload-lost') return this.#fault('node-upload-lost', detail);
    if (error?.code === 'core-down') return this.#fault('node-core-down', detail);
    if (answer.status >= 500 || answer.status === 429) {
      return this.#fault('node-unreachable', `answers ${answer.status} ${detail}`);
    }
    return this.#fault('node-refused', `answers ${answer.status} ${detail}`);
  }

  #fault(code: string, text: string, cause?: unknown): Fault {
    const isRetryable =
      code === 'node-unreachable' || code === 'node-core-down' || code === 'node-upload-lost';
    return new Fault(code, `node ${this.#target.nodeId}: ${text}`, { isRetryable, cause });
  }
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
