/** Three real cores under faults while customers come, renew, reissue and leave: afterwards all run what they should. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { CoreApi } from '../../src/node-agent/core/core-api.ts';
import { convergeNode } from '../../src/usecases/access/converge-node.ts';
import { finishReissue } from '../../src/usecases/access/finish-reissue.ts';
import { grantAccess } from '../../src/usecases/access/grant-access.ts';
import { pushAccess } from '../../src/usecases/access/push-access.ts';
import { reissueCredential } from '../../src/usecases/access/reissue-credential.ts';
import { revokeAccess } from '../../src/usecases/access/revoke-access.ts';
import { addNode } from '../../src/usecases/nodes/add-node.ts';
import { apiKey, TestNode } from '../node/agent-process.ts';
import { findCore } from '../support/core.ts';
import { FaultProxy } from '../support/fault-proxy.ts';
import { type FleetDeps, openFleet } from '../support/fleet.ts';
import { openTestShop } from '../support/shop.ts';
import { inLanes, type Proof, seconds, seededRandom } from './proof.ts';

const NODES = 3;
const CUSTOMERS = 500;
const FAULTS = 200;
/** As the timetable looks at a node. Source: decisions.md §6. */
const LOOK_EVERY_MS = 10_000;
/** Source: Must show of the fleet. */
const MAX_CONVERGENCE_MS = 30_000;

class FaultyNode {
  readonly node: TestNode;
  readonly proxy: FaultProxy;
  readonly #saved = mkdtempSync(join(tmpdir(), 'atlas-old-state-'));
  nodeId = '';

  private constructor(node: TestNode, proxy: FaultProxy) {
    this.node = node;
    this.proxy = proxy;
  }

  static async open(): Promise<FaultyNode> {
    const { node } = await TestNode.plain({ XRAY_BIN: findCore() ?? assert.fail('this proof needs a core') });
    await node.start();
    return new FaultyNode(node, await FaultProxy.open(() => node.url));
  }

  /** What the core itself says it runs. */
  async truth(): Promise<Map<string, string>> {
    const api = this.#core();
    try {
      return new Map((await api.listUsers('plain'))?.map(({ email, vlessId }) => [email, vlessId]));
    } finally {
      api.close();
    }
  }

  async killCore(): Promise<void> {
    const { pid } = JSON.parse(readFileSync(join(this.node.stateDir, 'core.pid'), 'utf8'));
    process.kill(pid, 'SIGKILL');
  }

  async killAgent(): Promise<void> {
    await this.node.kill();
    await this.node.start();
  }

  /** The agent wakes up with an older disk; what it has now is the older disk of the next time. */
  async restoreOldState(): Promise<void> {
    await this.node.kill();
    const { stateDir } = this.node;
    const states = readdirSync(stateDir).filter((name) => name.startsWith('desired'));
    const old = readdirSync(this.#saved);
    const next = mkdtempSync(join(tmpdir(), 'atlas-next-state-'));
    for (const name of states) cpSync(join(stateDir, name), join(next, name));
    if (old.length > 0) {
      for (const name of states) rmSync(join(stateDir, name));
      for (const name of old) cpSync(join(this.#saved, name), join(stateDir, name));
    }
    for (const name of old) rmSync(join(this.#saved, name));
    for (const name of states) cpSync(join(next, name), join(this.#saved, name));
    rmSync(next, { recursive: true });
    await this.node.start();
  }

  /** Somebody at the core's own interface takes one away, adds one, or gives one another id. */
  async editCore(random: () => number): Promise<void> {
    const api = this.#core();
    try {
      const users = (await api.listUsers('plain')) ?? [];
      const some = users[Math.floor(random() * users.length)];
      const vlessId = crypto.randomUUID();
      const kind = random();
      if (some && kind < 0.4) await api.removeUser('plain', some.email);
      else if (some && kind < 0.7) await api.addUser('plain', { ...some, vlessId });
      else await api.addUser('plain', { email: `hand.${vlessId}`, vlessId, flow: '' });
    } finally {
      api.close();
    }
  }

  async dispose(): Promise<void> {
    await this.proxy.close();
    await this.node.dispose();
    rmSync(this.#saved, { recursive: true });
  }

  #core(): CoreApi {
    const { apiAddress } = JSON.parse(readFileSync(join(this.node.stateDir, 'core.pid'), 'utf8'));
    return new CoreApi(apiAddress, { root: 'xray', canListUsers: true });
  }
}

type Fault = (one: FaultyNode, random: () => number) => Promise<void>;

const FAULT_KINDS: Record<string, Fault> = {
  'core killed': (one) => one.killCore(),
  'agent killed': (one) => one.killAgent(),
  'network cut': async (one, random) => {
    one.proxy.cut();
    await delay(500 + random() * 2_500);
    one.proxy.mend();
  },
  'answers lost': async (one, random) => {
    one.proxy.loseAnswers(1 + Math.floor(random() * 3));
    await delay(200);
  },
  'core edited': (one, random) => one.editCore(random),
  'old state restored': (one) => one.restoreOldState(),
};

export const proveConvergence: Proof = async ({ seed }) => {
  const random = seededRandom(seed);
  await using shop = await openTestShop();
  const deps = openFleet(shop);
  const nodes = await Promise.all(Array.from({ length: NODES }, () => FaultyNode.open()));
  const running = new AbortController();
  try {
    await inLanes(
      Array.from({ length: CUSTOMERS }, (_, index) => index + 1),
      8,
      (id) => grant(deps, id, 600),
    );
    for (const [index, one] of nodes.entries()) one.nodeId = await add(deps, one, index);
    const looks = nodes.map((one) => look(deps, one, running.signal));
    const stress = new AbortController();
    const changing = change(deps, random, stress.signal);
    const counts = new Map<string, number>();
    const perNode = Math.ceil(FAULTS / NODES);
    await Promise.all(nodes.map((one) => strike(one, { random, counts, times: perNode })));
    stress.abort();
    const changes = await changing;
    for (const one of nodes) one.proxy.mend();
    const slowestMs = await untilAllRight(deps, nodes);
    running.abort();
    await Promise.all(looks);
    const kinds = [...counts].map(([kind, count]) => `${count} × ${kind}`).join(', ');
    return {
      size: `${NODES} cores, ${CUSTOMERS} customers, ${perNode * NODES} faults`,
      figures: { faults: kinds, 'changes meanwhile': String(changes), 'in step after': seconds(slowestMs) },
    };
  } finally {
    running.abort();
    await deps.fleet.api.close();
    await Promise.all(nodes.map((one) => one.dispose()));
  }
};

async function add(deps: FleetDeps, one: FaultyNode, index: number): Promise<string> {
  const facts = { actor: 'proof', name: `vpn${index}`, location: 'NL', weight: 1, capacity: 1_000 };
  const added = await addNode(deps.shop, deps.fleet, { ...facts, url: one.proxy.url, apiKey });
  assert.ok(added.ok);
  return added.nodeId;
}

async function look(deps: FleetDeps, one: FaultyNode, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await convergeNode(deps, one.nodeId);
    await delay(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}

async function strike(
  one: FaultyNode,
  run: { random: () => number; counts: Map<string, number>; times: number },
): Promise<void> {
  const kinds = Object.entries(FAULT_KINDS);
  for (let struck = 0; struck < run.times; ) {
    const [name, fault] = kinds[Math.floor(run.random() * kinds.length)] ?? assert.fail();
    try {
      await fault(one, run.random);
      run.counts.set(name, (run.counts.get(name) ?? 0) + 1);
      struck += 1;
    } catch (error) {
      // A core that was just killed has no interface to edit, and cannot be killed again.
      if (name !== 'core edited' && name !== 'core killed') throw error;
    }
    await delay(run.random() * 400);
  }
}

async function grant(deps: FleetDeps, telegramId: number, forSeconds: number): Promise<void> {
  const term = { plan: 'basic', durationMs: forSeconds * 1_000 };
  await grantAccess(deps.shop, { actor: 'proof', telegramId: BigInt(telegramId), ...term });
}

/** Renewals, short terms that end by themselves, revocations and reissues, each pushed as its job would. */
async function change(deps: FleetDeps, random: () => number, signal: AbortSignal): Promise<number> {
  let changes = 0;
  while (!signal.aborted) {
    const telegramId = 1 + Math.floor(random() * CUSTOMERS);
    const kind = random();
    if (kind < 0.2) await revokeAccess(deps.shop, { actor: 'proof', telegramId: BigInt(telegramId) });
    else if (kind < 0.4) await reissue(deps, telegramId);
    else await grant(deps, telegramId, kind < 0.6 ? 5 + random() * 20 : 600);
    const { id } = await entitlementOf(deps, telegramId);
    // A push that a fault swallows is what the next look is for.
    if (random() < 0.8) await pushAccess(deps, id);
    changes += 1;
    await delay(random() * 60);
  }
  return changes;
}

async function reissue(deps: FleetDeps, telegramId: number): Promise<void> {
  const { id, customerId } = await entitlementOf(deps, telegramId);
  const done = await reissueCredential(deps.shop, { customerId, actor: 'proof' });
  if (done.ok) await finishReissue(deps, { entitlementId: id }).catch(() => undefined);
}

async function entitlementOf(
  { shop }: FleetDeps,
  telegramId: number,
): Promise<{ id: string; customerId: string }> {
  const [row] = await shop.ask<{ id: string; customerId: string }>(
    `select entitlement_id as id, customer_id as "customerId" from entitlements
     join customers using (customer_id) where telegram_id = $1`,
    [telegramId],
  );
  return row ?? assert.fail(`customer ${telegramId} has no entitlement`);
}

/** Watches until every core runs exactly what it should; how long that took. */
async function untilAllRight(deps: FleetDeps, nodes: FaultyNode[]): Promise<number> {
  const startedAtMs = performance.now();
  for (;;) {
    const wrong = await Promise.all(nodes.map((one) => differences(deps, one)));
    const tookMs = performance.now() - startedAtMs;
    if (wrong.every((count) => count === 0)) return tookMs;
    assert.ok(tookMs < MAX_CONVERGENCE_MS, `differences after ${seconds(tookMs)}: ${wrong.join(', ')}`);
    await delay(200);
  }
}

async function differences({ shop }: FleetDeps, one: FaultyNode): Promise<number> {
  const rows = await shop.ask<{ email: string; vlessId: string }>(
    `select c.email, c.vless_id as "vlessId" from placements p join entitlements e using (entitlement_id)
     join credentials c using (entitlement_id)
     where p.node_id = $1 and e.ends_at > $2 and c.revoked_at is null`,
    [one.nodeId, new Date()],
  );
  const wanted = new Map(rows.map(({ email, vlessId }) => [email, vlessId]));
  const found = await one.truth().catch(() => new Map<string, string>());
  const missing = [...wanted].filter(([email, vlessId]) => found.get(email) !== vlessId);
  return missing.length + [...found.keys()].filter((email) => !wanted.has(email)).length;
}
