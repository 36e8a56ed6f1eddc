import { Fault } from '../lib/fault.ts';

/** Callers that may wait: each waits for at most a few batches of core calls. */
const MAX_WAITING = 128;

/** Runs one piece of work at a time, in order of arrival. */
export class SerialQueue {
  #tail: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  /** Throws: what `work` throws; Fault `agent-busy` (retryable) when too many wait already. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#waiting >= MAX_WAITING) {
      throw new Fault('agent-busy', 'too many requests are waiting', { isRetryable: true });
    }
    this.#waiting += 1;
    const result = this.#tail.then(work);
    this.#tail = result.catch(() => undefined);
    return result.finally(() => {
      this.#waiting -= 1;
    });
  }
}
