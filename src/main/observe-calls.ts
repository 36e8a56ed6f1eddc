import type { BotApiCall } from '../lib/bot-api/create-bot-api.ts';
import type { Logger } from '../lib/logger.ts';
import type { Metrics } from '../lib/metrics.ts';
import type { CallReport } from '../lib/telemetry/call-report.ts';

/** Whoever is told of calls to what is outside. */
export type CallObservers = {
  botApi(report: BotApiCall): void;
  provider(name: string, report: CallReport): void;
  node(report: CallReport): void;
};

/** Counts every call and writes a line for it; a poll that brought nothing is worth none. */
export function observeCalls(metrics: Metrics, logger: Logger): CallObservers {
  const write = (component: string, { operation, outcome, status, durationMs }: CallReport) => {
    const level = outcome === 'ok' ? 'debug' : 'info';
    const facts = { component, operation, outcome, status, durationMs: Math.round(durationMs) };
    logger[level](facts, 'a call was made');
  };
  return {
    botApi(report) {
      metrics.botApiCall(report);
      if (!report.isPoll) write('bot-api', report);
    },
    provider(name, report) {
      metrics.providerCall(name, report);
      write(`provider:${name}`, report);
    },
    node(report) {
      metrics.nodeCall(report);
      write('nodes', report);
    },
  };
}
