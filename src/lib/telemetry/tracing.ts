/**
 * `server`: a tap or a notice comes in. `job`: promised work. `client`: a call goes out. `internal`: a transaction.
 */
export type SpanKind = 'server' | 'job' | 'client' | 'internal';

/** `parent`: a W3C traceparent from elsewhere; without one the span belongs to the one that is open here. */
export type SpanStart = { name: string; kind: SpanKind; parent?: string | null };

export type Tracer = {
  run<T>(span: SpanStart, work: () => Promise<T>): Promise<T>;
  /** The open span, as a traceparent that can be stored. */
  current(): string | null;
  stop(): Promise<void>;
};

let active: Tracer | null = null;

/** Where spans go from now on; null: nowhere. */
export function setTracer(tracer: Tracer | null): void {
  active = tracer;
}

/** Does `work` under a span, when traces are kept. */
export function traced<T>(span: SpanStart, work: () => Promise<T>): Promise<T> {
  return active ? active.run(span, work) : work();
}

export function traceparent(): string | null {
  return active?.current() ?? null;
}
