import type { Feature } from '../../domain/operations/features.ts';
import { type Issue, listIssues, weighIssues } from '../../domain/operations/issues.ts';
import type { SystemState } from '../../domain/operations/system-state.ts';
import { findLastTrouble, type LastTrouble } from '../../store/audit.ts';
import { countUnconfirmed } from '../../store/life-cycle/activations.ts';
import { listSystemComponents } from '../../store/operations/system-state.ts';
import { countOpenTasks } from '../../store/operator-tasks.ts';
import { listRunningProcesses } from '../../store/processes.ts';
import { recordView } from '../audit/record-act.ts';
import { listFeatures } from '../features/manage-features.ts';
import type { Shop } from '../shop.ts';
import { readSystemState } from '../system/read-system-state.ts';
import { viewPendingWithdrawals } from '../withdrawals/list-withdrawals.ts';

type Look = { actor: string; providers: Iterable<string> };
type Waiting = { count: number; oldestAt: Date | null };

export type Dashboard = {
  state: SystemState;
  waiting: Waiting;
  tasks: number;
  withdrawals: number;
  lastTrouble: LastTrouble | null;
  /** The gravest first. */
  issues: Issue[];
};

/** The shop at a glance; that it was looked at is audited. */
export async function viewDashboard(shop: Shop, look: Look): Promise<Dashboard> {
  await recordView(shop, { actor: look.actor, action: 'dashboard-viewed' });
  const facts = await readFacts(shop, look.providers);
  const { tasks } = facts;
  const issues = await findIssues(shop, facts);
  return {
    ...facts,
    state: { ...facts.state, severity: weighIssues(facts.state.severity, issues) },
    issues,
    tasks: Object.values(tasks).reduce((sum, count) => sum + count, 0),
    withdrawals: (await viewPendingWithdrawals(shop)).length,
    lastTrouble: await findLastTrouble(shop.db),
  };
}

/** Processes of which each has its line; more are only counted. */
const SHOWN_PROCESSES = 10;

export type SystemView = {
  state: SystemState;
  /** Since when a component is as it is, where that is known. */
  since: Partial<Record<string, Date>>;
  waiting: Waiting;
  issues: Issue[];
  processes: { workerId: string; uptimeMs: number }[];
};

/** How every part does, and for how long; that it was looked at is audited. */
export async function viewSystem(shop: Shop, look: Look): Promise<SystemView> {
  await recordView(shop, { actor: look.actor, action: 'system-viewed' });
  const facts = await readFacts(shop, look.providers);
  const issues = await findIssues(shop, facts);
  const now = shop.clock.now().getTime();
  const changes = await listSystemComponents(shop.db);
  return {
    ...facts,
    state: { ...facts.state, severity: weighIssues(facts.state.severity, issues) },
    issues,
    since: Object.fromEntries(changes.map(({ component, changedAt }) => [component, changedAt])),
    processes: (await listRunningProcesses(shop.db, SHOWN_PROCESSES)).map(({ workerId, startedAt }) => ({
      workerId,
      uptimeMs: Math.max(0, now - startedAt.getTime()),
    })),
  };
}

type Facts = Awaited<ReturnType<typeof readFacts>>;

async function readFacts(shop: Shop, providers: Iterable<string>) {
  return {
    state: await readSystemState(shop, providers),
    waiting: await countUnconfirmed(shop.db, shop.clock.now()),
    tasks: (await countOpenTasks(shop.db)).byKind,
  };
}

async function findIssues(shop: Shop, { state, waiting, tasks }: Facts): Promise<Issue[]> {
  const features = await listFeatures(shop);
  const isOff = (wanted: Feature) => features.some(({ feature, isOn }) => feature === wanted && !isOn);
  return listIssues({
    components: state.components,
    waiting: waiting.count,
    wrongBooks: tasks.ledger,
    suspended: tasks['suspended-charge'],
    isOff: {
      payments: isOff('payments'),
      provisioning: isOff('vpn-provisioning'),
      renewal: isOff('auto-renewal'),
      passes: isOff('background-workers'),
    },
  });
}
