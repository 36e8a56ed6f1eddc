import { collectDefaultMetrics, Registry } from 'prom-client';
import { type CallFigures, createCallFigures } from './telemetry/call-figures.ts';
import { createEventCounters, type EventCounters } from './telemetry/event-counters.ts';
import { createPromiseGauges, type PromiseGauges } from './telemetry/promise-gauges.ts';

/** Every metric of a server process, registered once at start. */
export type Metrics = { registry: Registry } & EventCounters & CallFigures & PromiseGauges;

/** Each series that can be named beforehand is there from the start, with zero: what never happened has a rate too. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    ...createEventCounters(registry),
    ...createCallFigures(registry),
    ...createPromiseGauges(registry),
  };
}
