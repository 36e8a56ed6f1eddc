/** Server processes are killed at named points of one purchase; the next ones must finish what they began. */
import assert from 'node:assert/strict';
import { FAILPOINTS, type Failpoint } from '../../src/lib/failpoint.ts';
import { eventually, findCore, reachesOverVless, startWebTarget } from '../support/core.ts';
import { Customer } from '../support/customer.ts';
import { World } from '../support/world.ts';
import { inLanes, type Proof, seconds, seededRandom, shuffled } from './proof.ts';
import {
  assertBoughtOnce,
  assertMessages,
  begin,
  buyByCrypto,
  buyFromWallet,
  type PayBy,
  topUp,
  UPDATES_UNTIL_PAY_TAP,
} from './shopping.ts';

/** One purchase, the way updates arrive, and the points at which one server after another is killed. */
export type KillPlan = { intake: 'polling' | 'webhook'; payBy: PayBy; points: readonly Failpoint[] };

/** Points every update passes: the tap that opens the invoice is the interesting one. */
const UPDATE_POINTS: readonly Failpoint[] = [
  'intake:before-commit',
  'intake:after-commit',
  'update:claimed',
  'update:before-finish',
];
/** Points a purchase from the wallet passes as well, in transactions of its own. */
const WALLET_POINTS: readonly Failpoint[] = ['settle:before-commit', 'settle:after-commit'];
/** After these the credential may have been sent by a process that could not say so any more. */
const MAY_REPEAT_KEY: readonly Failpoint[] = [
  'push:after-confirm',
  'deliver:before-send',
  'deliver:after-send',
];
/** A failpoint that is not reached by then never will be: the purchase has long come to its end. */
const REACH_DEADLINE_MS = 180_000;
/** Source: decisions.md §6. */
const CORE_RETURN_MS = 5_000;

/**
 * Few worlds, every point: a purchase that is killed at one point goes on to be killed at the next. The order
 * is that in which a purchase passes them; a node's check may confirm and deliver while the push is being
 * killed, so delivery is killed in a purchase of its own.
 */
export const CHAINED_PLANS: readonly KillPlan[] = [
  {
    intake: 'polling',
    payBy: 'crypto',
    points: [
      'intake:before-commit',
      'update:claimed',
      'invoice:before-provider',
      'invoice:after-provider',
      'invoice:after-store',
      'update:before-finish',
      'push:before-node',
      'push:after-node',
      'push:after-confirm',
    ],
  },
  {
    intake: 'webhook',
    payBy: 'crypto',
    points: [
      'intake:after-commit',
      'event:before-store',
      'event:after-store',
      'settle:before-commit',
      'settle:after-commit',
      'deliver:before-send',
      'deliver:after-send',
    ],
  },
  { intake: 'polling', payBy: 'wallet', points: WALLET_POINTS },
];

/** Every point alone with both ways of intake, those of the wallet as well, and the chains. */
function listAllPlans(): KillPlan[] {
  const alone = (payBy: PayBy, points: readonly Failpoint[]) =>
    points.flatMap((point) =>
      (['polling', 'webhook'] as const).map((intake): KillPlan => ({ intake, payBy, points: [point] })),
    );
  return [...alone('crypto', FAILPOINTS), ...alone('wallet', WALLET_POINTS), ...CHAINED_PLANS];
}

export function nameKillPlan({ intake, payBy, points }: KillPlan): string {
  return `${points.join(', ')} (${intake}, paid ${payBy === 'crypto' ? 'by Crypto Pay' : 'from the wallet'})`;
}

/**
 * Plays one plan in a world of its own and checks the end state. Returns how long the customer waited for the
 * credential, counted from the last kill.
 */
export async function playKillPlan(
  plan: KillPlan,
  node: 'real' | 'simulated',
): Promise<{ waitedMs: number }> {
  await using world = await World.open({ node });
  const target = await startWebTarget();
  try {
    const env = { PORT: String(world.port), ...(plan.intake === 'webhook' ? world.webhookEnv() : {}) };
    const anna = await Customer.create(world.client);
    if (plan.payBy === 'wallet') await fillWallet(world, anna, env);
    const shopping = Promise.withResolvers<string>();
    const hasFailed = shopping.promise.then(() => new Promise<never>(() => undefined));
    hasFailed.catch(() => undefined);
    for (const [index, point] of plan.points.entries()) {
      const pass = index === 0 && UPDATE_POINTS.includes(point) ? UPDATES_UNTIL_PAY_TAP : 1;
      await startDoomed(world, { ...env, ATLAS_FAILPOINT: `${point}:${pass}` });
      if (index === 0) shop(world, anna, plan.payBy).then(shopping.resolve, shopping.reject);
      await Promise.race([diesAt(world, point), hasFailed]);
    }
    const diedAtMs = performance.now();
    await world.startServer(env);
    const vlessId = await shopping.promise;
    const waitedMs = performance.now() - diedAtMs;
    await assertBoughtOnce(world, { vlessId, payBy: plan.payBy, targetPort: target.port });
    const mayRepeatKey = plan.points.some((point) => MAY_REPEAT_KEY.includes(point));
    await assertMessages(world, { payBy: plan.payBy, mayRepeatKey });
    return { waitedMs };
  } finally {
    target.close();
  }
}

async function shop(world: World, customer: Customer, payBy: PayBy): Promise<string> {
  if (payBy === 'wallet') return buyFromWallet(customer);
  await Promise.all([world.addNode(), begin(customer)]);
  return buyByCrypto(customer);
}

/** Everything before the purchase happens with a server of its own, so that its passings do not count. */
async function fillWallet(world: World, customer: Customer, env: Record<string, string>): Promise<void> {
  const server = await world.startServer(env);
  await Promise.all([world.addNode(), begin(customer)]);
  await topUp(customer);
  await server.kill('SIGKILL');
}

/** Work that waits for it may kill the process before it says that it is ready. */
async function startDoomed(world: World, env: Record<string, string>): Promise<void> {
  const count = world.servers.length;
  await world.startServer(env).catch((error: unknown) => {
    if (world.servers[count]?.child.signalCode !== 'SIGKILL') throw error;
  });
}

/** The newest process ended by SIGKILL, which nobody but its failpoint sends. */
async function diesAt(world: World, point: Failpoint): Promise<void> {
  const server = world.servers.at(-1);
  const hasEnded = async () => server?.child.exitCode !== null || server.child.signalCode !== null;
  await eventually(`${point} is reached`, hasEnded, REACH_DEADLINE_MS);
  assert.equal(server?.child.signalCode, 'SIGKILL', `${point}: ended otherwise: ${server?.log}`);
}

/** Kills the core under a credential in use; returns how long its traffic was refused. */
async function playCoreKill(): Promise<number> {
  await using world = await World.open({ node: 'real' });
  const target = await startWebTarget();
  try {
    await world.startServer();
    const anna = await Customer.create(world.client);
    const vlessId = await shop(world, anna, 'crypto');
    assert.equal(await reachesOverVless(world.vlessPort, vlessId, target.port), true);
    const before = (await world.node?.state())?.core.pid ?? 0;
    const startedAtMs = performance.now();
    process.kill(before, 'SIGKILL');
    await eventually(
      'traffic passes through another core',
      async () =>
        (await world.node?.state())?.core.pid !== before &&
        reachesOverVless(world.vlessPort, vlessId, target.port),
      CORE_RETURN_MS,
    );
    return performance.now() - startedAtMs;
  } finally {
    target.close();
  }
}

/** Worlds that run side by side: mostly they wait for one another's processes. */
const LANES = 3;

/** Every failpoint, both ways of intake, on a real core where there is one; then the core itself is killed. */
export const proveKillPoints: Proof = async ({ seed }) => {
  const node = findCore() ? 'real' : 'simulated';
  const plans = shuffled(listAllPlans(), seededRandom(seed));
  const waits = await inLanes(plans, LANES, async (plan) => {
    try {
      return (await playKillPlan(plan, node)).waitedMs;
    } catch (error) {
      throw new Error(`killed at ${nameKillPlan(plan)}`, { cause: error });
    }
  });
  const kills = plans.reduce((sum, plan) => sum + plan.points.length, 0);
  const figures: Record<string, string> = {
    'each once': 'charge, invoice, grant, entitlement, credential',
    'longest wait for the key after a kill': seconds(Math.max(...waits)),
  };
  if (node === 'real') figures['credentials back after kill -9 of the core'] = seconds(await playCoreKill());
  return {
    size: `${kills} kills of ${plans.length} purchases at ${FAILPOINTS.length} points, ${node} core`,
    figures,
  };
};
