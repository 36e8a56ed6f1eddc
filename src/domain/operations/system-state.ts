/** What the shop needs around it. Without a critical one it cannot sell; without the other it can. */
export const COMPONENTS = ['database', 'payments', 'vpn_api'] as const;
export type Component = (typeof COMPONENTS)[number];
const CRITICAL: readonly Component[] = ['database', 'payments'];

/** Why a component is not well. */
export type Trouble =
  | 'no-answer'
  | 'some-providers-silent'
  | 'every-provider-silent'
  | 'no-nodes'
  | 'some-nodes-down'
  | 'every-node-down';
export type ComponentState =
  | { status: 'healthy'; reason: null }
  | { status: 'degraded' | 'unavailable'; reason: Trouble };

export type SystemFacts = {
  isDatabaseReady: boolean;
  /** Those that are switched on. */
  providers: { isSilent: boolean }[];
  nodes: { isHealthy: boolean }[];
  /** What was given, was tried again, and no node honours. */
  pendingActivations: number;
};

export type SystemState = {
  status: ComponentState['status'];
  severity: 'green' | 'yellow' | 'red';
  components: Record<Component, ComponentState>;
};

const HEALTHY: ComponentState = { status: 'healthy', reason: null };

/**
 * What the facts come to. Unavailable as a critical component is, degraded as any component is not well; red means
 * unavailable, yellow that something is not as it should be. Source: product.md §7.2.
 */
export function assessSystem(facts: SystemFacts): SystemState {
  const components = {
    database: facts.isDatabaseReady ? HEALTHY : unavailable('no-answer'),
    payments: assessPayments(facts.providers),
    vpn_api: assessNodes(facts.nodes),
  };
  const status = overallOf(components);
  const isYellow = status === 'degraded' || facts.pendingActivations > 0;
  return { status, severity: status === 'unavailable' ? 'red' : isYellow ? 'yellow' : 'green', components };
}

function overallOf(components: Record<Component, ComponentState>): SystemState['status'] {
  if (CRITICAL.some((name) => components[name].status === 'unavailable')) return 'unavailable';
  return COMPONENTS.every((name) => components[name].status === 'healthy') ? 'healthy' : 'degraded';
}

/** A shop without providers sells from wallets: that is how its owner wants it. */
function assessPayments(providers: SystemFacts['providers']): ComponentState {
  const silent = providers.filter(({ isSilent }) => isSilent).length;
  if (silent === 0) return HEALTHY;
  return silent < providers.length ? degraded('some-providers-silent') : unavailable('every-provider-silent');
}

function assessNodes(nodes: SystemFacts['nodes']): ComponentState {
  if (nodes.length === 0) return degraded('no-nodes');
  const healthy = nodes.filter(({ isHealthy }) => isHealthy).length;
  if (healthy === nodes.length) return HEALTHY;
  return healthy > 0 ? degraded('some-nodes-down') : unavailable('every-node-down');
}

function degraded(reason: Trouble): ComponentState {
  return { status: 'degraded', reason };
}

function unavailable(reason: Trouble): ComponentState {
  return { status: 'unavailable', reason };
}

/** A provider that has left this many calls in a row unanswered is silent: fewer may be a lost packet. */
const SILENT_AFTER_CALLS = 3;
/** Nobody may have called it since, so an old failure says nothing; recent books are asked for every ten minutes. */
const SILENT_FOR_MS = 15 * 60_000;

export function isSilent(trouble: { failedCalls: number; lastFailedAt: Date } | null, now: Date): boolean {
  if (trouble === null || trouble.failedCalls < SILENT_AFTER_CALLS) return false;
  return now.getTime() - trouble.lastFailedAt.getTime() < SILENT_FOR_MS;
}

/** A component as it is remembered. `changedAt`: since when it is so. */
export type RememberedState = ComponentState & { changedAt: Date; wellSince: Date | null };

/** Source: product.md §7.2. */
const COOL_DOWN_MS = 60_000;

/**
 * What is remembered of a component after it was measured once more; null: it was never in trouble before. One that
 * was unavailable has to answer for a minute before it counts as better.
 */
export function nextState(
  before: RememberedState | null,
  measured: ComponentState,
  now: Date,
): RememberedState {
  const last = before ?? { ...HEALTHY, changedAt: now, wellSince: null };
  if (last.status === 'unavailable' && measured.status !== 'unavailable') {
    const wellSince = last.wellSince ?? now;
    if (now.getTime() - wellSince.getTime() < COOL_DOWN_MS) return { ...last, wellSince };
  }
  if (last.status === measured.status)
    return { ...last, reason: measured.reason, wellSince: null } as RememberedState;
  return { ...measured, changedAt: now, wellSince: null };
}

/** What operators know. `isOpen`: of trouble, and not yet that it is over. */
export type AlertState = { toldAt: Date | null; isOpen: boolean };

/** Source: product.md §5.9. */
const ALERT_PAUSE_MS = 3_600_000;
/** What is over within a minute is written down, and nobody is woken for it. */
const ALERT_AFTER_MS = 60_000;

/**
 * What operators are told now: trouble at most once an hour, and once that what they were told of is over.
 * `troubledSince` null: everything is well.
 */
export function decideAlert(
  alert: AlertState,
  troubledSince: Date | null,
  now: Date,
): { tell: 'trouble' | 'recovery' | null; alert: AlertState } {
  if (troubledSince === null) {
    return { tell: alert.isOpen ? 'recovery' : null, alert: { ...alert, isOpen: false } };
  }
  const isLasting = now.getTime() - troubledSince.getTime() >= ALERT_AFTER_MS;
  const isRested = alert.toldAt === null || now.getTime() - alert.toldAt.getTime() >= ALERT_PAUSE_MS;
  if (!isLasting || !isRested) return { tell: null, alert };
  return { tell: 'trouble', alert: { toldAt: now, isOpen: true } };
}
