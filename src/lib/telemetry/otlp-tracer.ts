import {
  type Context,
  context,
  defaultTextMapGetter,
  defaultTextMapSetter,
  type Span,
  SpanKind,
  SpanStatusCode,
} from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { isFault } from '../fault.ts';
import { correlationId } from './correlation.ts';
import type { SpanStart, Tracer } from './tracing.ts';

const KINDS = {
  server: SpanKind.SERVER,
  job: SpanKind.CONSUMER,
  client: SpanKind.CLIENT,
  internal: SpanKind.INTERNAL,
};
/** Traces are seen while a person still looks for them. */
const SEND_EVERY_MS = 2_000;
/** A collector that is away must not hold up a stop. */
const SEND_TIMEOUT_MS = 3_000;

/**
 * Spans over OTLP/HTTP by the official SDK. They hold names, ids and codes of faults: never a body, an address or a
 * message. A collector that is away costs nothing but its spans.
 */
export function createOtlpTracer(endpoint: string): Tracer {
  const exporter = new OTLPTraceExporter({
    url: `${endpoint}/v1/traces`,
    timeoutMillis: SEND_TIMEOUT_MS,
  });
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'atlas-secure' }),
    spanProcessors: [
      new BatchSpanProcessor(exporter, {
        scheduledDelayMillis: SEND_EVERY_MS,
        exportTimeoutMillis: SEND_TIMEOUT_MS,
      }),
    ],
  });
  provider.register();
  const tracer = provider.getTracer('atlas-secure');
  return {
    run: (span, work) =>
      tracer.startActiveSpan(span.name, { kind: KINDS[span.kind] }, contextOf(span), (open) =>
        finish(open, work),
      ),
    current() {
      const carrier: Record<string, string> = {};
      propagator.inject(context.active(), carrier, defaultTextMapSetter);
      return carrier.traceparent ?? null;
    },
    stop: () => provider.shutdown().catch(() => undefined),
  };
}

const propagator = new W3CTraceContextPropagator();

function contextOf({ parent }: SpanStart): Context {
  if (parent === undefined || parent === null) return context.active();
  return propagator.extract(context.active(), { traceparent: parent }, defaultTextMapGetter);
}

async function finish<T>(span: Span, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR, message: isFault(error) ? error.code : 'bug' });
    throw error;
  } finally {
    // Only now is it known whose work it was.
    const id = correlationId();
    if (id !== null) span.setAttribute('atlas.correlation_id', id);
    span.end();
  }
}
