import { Agent, request } from 'undici';
import type { Alarms } from '../state/alarms.ts';
import type { Journal } from '../state/journal.ts';

const ANSWER_TIMEOUT_MS = 10_000;

/** Something on its way: sent until it is taken, or until the delays are used up. */
export type Delivery<T> = { id: number; content: T; failures: number; nextAttemptAtMs: number };

/** Sends POST requests until they are taken; what is pending survives the process. */
export type RetryingSender<T> = {
  /** Queues one delivery per delay given, in milliseconds from now. */
  send(content: T, delaysMs: number[]): void;
  /** Tries everything pending again at its time: after a start, or once it may be sent again. */
  resume(): void;
  pending(): Delivery<T>[];
  close(): Promise<void>;
};

type Options<T> = {
  /** Its name in the journal. */
  kind: string;
  /** Undefined: nothing is sent. */
  url: string | undefined;
  /** Seconds between the attempts; after the last one it is given up. */
  retryDelaysSeconds: readonly number[];
  nextId: () => number;
  /** What is sent now, made anew for every attempt. */
  compose(content: T): { body: Buffer; headers: Record<string, string> };
  isTaken(status: number): boolean;
  /** False: attempts wait for `resume`. */
  isOn?: () => boolean;
  onGivenUp?: (content: T) => void;
  journal: Journal;
  alarms: Alarms;
};

export function createRetryingSender<T>(options: Options<T>): RetryingSender<T> {
  const { kind, url, journal, alarms, isOn = () => true } = options;
  const agent = new Agent({ connections: 16, keepAliveTimeout: 30_000 });
  const pending = new Map<number, Delivery<T>>();
  for (const { value } of journal.load<Delivery<T>>(kind)) pending.set(value.id, value);
  let isClosed = false;

  const schedule = (delivery: Delivery<T>): void => {
    pending.set(delivery.id, delivery);
    journal.put(kind, delivery.id, delivery);
    alarms.set(`${kind}:${delivery.id}`, delivery.nextAttemptAtMs, () => void attempt(delivery));
  };
  const forget = ({ id }: Delivery<T>): void => {
    pending.delete(id);
    journal.remove(kind, id);
  };
  const attempt = async (delivery: Delivery<T>): Promise<void> => {
    if (!url || !isOn() || isClosed) return;
    // What is told must outlive this process before anybody hears of it.
    await journal.durable();
    const status = await post(url, { agent, ...options.compose(delivery.content) });
    if (isClosed) return;
    const delaySeconds = options.retryDelaysSeconds[delivery.failures];
    if (status !== undefined && options.isTaken(status)) return forget(delivery);
    delivery.failures += 1;
    if (delaySeconds === undefined) {
      forget(delivery);
      options.onGivenUp?.(delivery.content);
    } else {
      delivery.nextAttemptAtMs = alarms.nowMs() + delaySeconds * 1000;
      schedule(delivery);
    }
  };
  return {
    send(content, delaysMs) {
      if (!url || !isOn()) return;
      for (const delayMs of delaysMs) {
        schedule({ id: options.nextId(), content, failures: 0, nextAttemptAtMs: alarms.nowMs() + delayMs });
      }
    },
    resume: () => pending.forEach(schedule),
    pending: () => [...pending.values()],
    async close() {
      isClosed = true;
      await agent.destroy();
    },
  };
}

type Posted = { agent: Agent; body: Buffer; headers: Record<string, string> };

/** The status of the answer, or undefined when there was none. */
async function post(url: string, { agent, body, headers }: Posted): Promise<number | undefined> {
  try {
    const answer = await request(url, {
      dispatcher: agent,
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
      headersTimeout: ANSWER_TIMEOUT_MS,
      bodyTimeout: ANSWER_TIMEOUT_MS,
    });
    await answer.body.dump();
    return answer.statusCode;
  } catch {
    return undefined;
  }
}
