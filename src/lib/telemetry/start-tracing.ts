import { setTracer } from './tracing.ts';

/**
 * Sends spans to an OTLP/HTTP collector from now on; null: there is none, and nothing of the SDK is loaded. Returns how
 * to stop, which sends what is left.
 */
export async function startTracing(endpoint: string | null): Promise<{ stop(): Promise<void> }> {
  if (endpoint === null) return { stop: async () => undefined };
  const { createOtlpTracer } = await import('./otlp-tracer.ts');
  const tracer = createOtlpTracer(endpoint);
  setTracer(tracer);
  return {
    async stop() {
      setTracer(null);
      await tracer.stop();
    },
  };
}
