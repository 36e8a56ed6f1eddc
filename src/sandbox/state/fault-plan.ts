/** Which of the emulated interfaces a planned fault belongs to. */
export type FaultApi = 'telegram' | 'cryptopay' | 'yookassa';

/**
 * A trouble planned for the next `count` calls of a method (`*` = any):
 * `status` answers with an HTTP error (500, 502 or 429 with `retryAfterSeconds`), `close` cuts the connection,
 * `delay` only waits. `when: 'after'` first acts on the call, so the caller loses the answer of a call that
 * took effect. `delayMs` may accompany any kind.
 */
export type PlannedFault = {
  api: FaultApi;
  method: string;
  count: number;
  kind: 'status' | 'close' | 'delay';
  when: 'before' | 'after';
  status?: number | undefined;
  retryAfterSeconds?: number | undefined;
  delayMs?: number | undefined;
};

export type FaultPlan = {
  add(fault: PlannedFault): void;
  clear(): void;
  list(): PlannedFault[];
  /** Uses up one call of the first fault that matches. */
  take(api: FaultApi, method: string): PlannedFault | undefined;
};

export function createFaultPlan(): FaultPlan {
  let faults: PlannedFault[] = [];
  return {
    add: (fault) => void faults.push({ ...fault }),
    clear: () => {
      faults = [];
    },
    list: () => faults.map((fault) => ({ ...fault })),
    take(api, method) {
      if (faults.length === 0) return undefined;
      const name = method.toLowerCase();
      const fault = faults.find(
        (one) => one.api === api && (one.method === '*' || one.method.toLowerCase() === name),
      );
      if (!fault) return undefined;
      fault.count -= 1;
      faults = faults.filter((one) => one.count > 0);
      return fault;
    },
  };
}
