import { Counter, Histogram, type Registry } from 'prom-client';
import { CALL_OUTCOMES, type CallReport } from './call-report.ts';

/** Calls to what is outside, and to the database: how they ended and how long they took. */
export type CallFigures = {
  providerCall(provider: string, report: CallReport): void;
  /** `expectProvider`: one that is switched on; its series are there before its first call. */
  expectProvider(provider: string): void;
  /** A long poll is counted and not timed: it lasts as long as nothing happens. */
  botApiCall(report: CallReport & { isPoll: boolean }): void;
  nodeCall(report: CallReport): void;
  databaseStatement(durationMs: number): void;
};

/** From a fast answer to the longest deadline of a call. */
const CALL_BUCKETS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15];
/** From a cached read to the default limit of a statement. */
const DATABASE_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];

export function createCallFigures(registry: Registry): CallFigures {
  const registers = [registry];
  const providers = createPair(registry, {
    name: 'atlas_provider',
    help: 'Calls to payment providers',
    labels: ['provider'],
  });
  const botApi = createPair(registry, { name: 'atlas_bot_api', help: 'Calls to the Bot API', labels: [] });
  const nodes = createPair(registry, { name: 'atlas_node', help: 'Calls to node agents', labels: [] });
  const database = new Histogram({
    name: 'atlas_database_statement_seconds',
    help: 'How long statements took, waiting for a connection included.',
    buckets: DATABASE_BUCKETS,
    registers,
  });
  botApi.expect({});
  nodes.expect({});
  return {
    providerCall: (provider, report) => providers.count({ provider }, report),
    expectProvider: (provider) => providers.expect({ provider }),
    botApiCall: (report) => botApi.count({}, report, !report.isPoll),
    nodeCall: (report) => nodes.count({}, report),
    databaseStatement: (durationMs) => database.observe(durationMs / 1000),
  };
}

type Labels = Record<string, string>;
type Pair = {
  expect(labels: Labels): void;
  count(labels: Labels, report: CallReport, isTimed?: boolean): void;
};

/** A counter by outcome beside a histogram, of one kind of call. */
function createPair(registry: Registry, kind: { name: string; help: string; labels: string[] }): Pair {
  const registers = [registry];
  const calls = new Counter({
    name: `${kind.name}_calls_total`,
    help: `${kind.help}, by how they ended.`,
    labelNames: [...kind.labels, 'outcome'],
    registers,
  });
  const seconds = new Histogram({
    name: `${kind.name}_call_seconds`,
    help: `${kind.help}: how long they took.`,
    labelNames: kind.labels,
    buckets: CALL_BUCKETS,
    registers,
  });
  return {
    expect(labels) {
      for (const outcome of CALL_OUTCOMES) calls.inc({ ...labels, outcome }, 0);
      seconds.zero(labels);
    },
    count(labels, { outcome, durationMs }, isTimed = true) {
      calls.inc({ ...labels, outcome });
      if (isTimed) seconds.observe(labels, durationMs / 1000);
    },
  };
}
