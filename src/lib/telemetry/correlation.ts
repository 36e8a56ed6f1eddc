import { AsyncLocalStorage } from 'node:async_hooks';
import { traceparent } from './tracing.ts';

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
/** Carries the open span in the same way, while traces are kept. */
const TRACE_KEY = '_trace';

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

/** A payload as the queue stores it: with the id, and the trace, of who promised it. */
export function withCorrelation(payload: object): object {
  const [id, trace] = [correlationId(), traceparent()];
  return {
    ...payload,
    ...(id === null ? {} : { [CORRELATION_KEY]: id }),
    ...(trace === null ? {} : { [TRACE_KEY]: trace }),
  };
}

/** Takes a stored payload apart again. */
export function splitCorrelation(stored: unknown): StoredWork {
  if (typeof stored !== 'object' || stored === null) {
    return { payload: stored, correlationId: null, trace: null };
  }
  const { [CORRELATION_KEY]: id, [TRACE_KEY]: trace, ...payload } = stored as Record<string, unknown>;
  return { payload, correlationId: id ?? null, trace: typeof trace === 'string' ? trace : null };
}

type StoredWork = { payload: unknown; correlationId: unknown; trace: string | null };
