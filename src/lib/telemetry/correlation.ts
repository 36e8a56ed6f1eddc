import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * What this async context works for. `id` names the tap, notice or slot that began it; `cause`, when work was found to
 * belong to an earlier tap, the event that led to it.
 */
type Correlation = { id: string; cause: string | null };

const scope = new AsyncLocalStorage<Correlation>();

/** Carries the id between our processes. */
export const CORRELATION_HEADER = 'x-correlation-id';
/** Carries it in a job, beside the payload; taken out before a handler sees that. */
export const CORRELATION_KEY = '_correlation';

/** Ids are ours, or shaped like ours: what a stranger sends never reaches a log line otherwise. */
const SHAPE = /^[\w:.-]{1,80}$/;

/** Runs `work`, and all that it starts, under this id. Null, or what is no id: under none. */
export function correlate<T>(id: unknown, work: () => T): T {
  if (typeof id !== 'string' || !SHAPE.test(id)) return scope.exit(work);
  return scope.run({ id, cause: null }, work);
}

/** From here on the work belongs to what began earlier: a payment to the tap that opened its invoice. */
export function adoptCorrelation(id: string): void {
  const current = scope.getStore();
  if (!current || current.id === id || !SHAPE.test(id)) return;
  current.cause = current.id;
  current.id = id;
}

export function correlationId(): string | null {
  return scope.getStore()?.id ?? null;
}

/** What every log line of this context carries. */
export function correlationFields(): { correlationId?: string; causeId?: string } {
  const current = scope.getStore();
  if (!current) return {};
  return { correlationId: current.id, ...(current.cause === null ? {} : { causeId: current.cause }) };
}

/** A payload as the queue stores it: with the id of who promised it. */
export function withCorrelation(payload: object): object {
  const id = correlationId();
  return id === null ? payload : { ...payload, [CORRELATION_KEY]: id };
}

/** Takes a stored payload apart again. */
export function splitCorrelation(stored: unknown): { payload: unknown; correlationId: unknown } {
  if (typeof stored !== 'object' || stored === null || !(CORRELATION_KEY in stored)) {
    return { payload: stored, correlationId: null };
  }
  const { [CORRELATION_KEY]: id, ...payload } = stored;
  return { payload, correlationId: id };
}
