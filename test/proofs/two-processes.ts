/** Two servers on one database; one is killed in the middle of a crowd, the other must end what both began. */
import assert from 'node:assert/strict';
import { eventually } from '../support/core.ts';
import { type ServerProcess, World } from '../support/world.ts';
import { startBalancer } from './balancer.ts';
import {
  assertCrowd,
  type CrowdResult,
  countInbox,
  gatherCrowd,
  UPDATES_PER_CHAT,
  unleash,
  untilDone,
} from './crowd.ts';
import { playOneCharge } from './one-charge.ts';
import { type Proof, seconds } from './proof.ts';

/** Source: Must show: the survivor takes over polling within this. */
export const TAKEOVER_MS = 10_000;
const POLLS = /this process polls Telegram/g;

/** Which of the servers has begun to poll, and how often. */
export function countPollings(server: ServerProcess): number {
  return server.log.match(POLLS)?.length ?? 0;
}

/** Waits until one of the servers polls and returns it. */
export async function findPoller(servers: ServerProcess[]): Promise<ServerProcess> {
  return eventually('a process polls', async () => servers.find((server) => countPollings(server) > 0));
}

/** A process acts for at most this many chats at once: the default of MAX_CONCURRENT_UPDATES. */
const ACTS_AT_ONCE = 20;

/** `waitingAtKill`: updates not yet acted on when the process was killed. */
export type CrowdRun = CrowdResult & { waitingAtKill: number };

/** Half-way through the crowd the polling process is killed; the one that stood by polls and works on. */
export async function playPolling(chats: number): Promise<CrowdRun & { takeoverMs: number }> {
  await using world = await World.open();
  const servers = [await world.startServer(), await world.startServer()];
  const poller = await findPoller(servers);
  const survivor = servers.find((server) => server !== poller);
  assert.ok(survivor);
  assert.equal(countPollings(survivor), 0, 'two processes poll');
  const guests = await gatherCrowd(world, chats);
  const acted = unleash(guests);
  const waitingAtKill = await killHalfWay(world, poller, chats);
  const startedAtMs = performance.now();
  await eventually('the survivor polls', async () => countPollings(survivor) > 0, TAKEOVER_MS);
  const takeoverMs = performance.now() - startedAtMs;
  await acted;
  await untilDone(world, chats * UPDATES_PER_CHAT);
  const result = await assertCrowd(world, guests, { mayRepeat: ACTS_AT_ONCE, order: 'per chat' });
  return { ...result, takeoverMs, waitingAtKill };
}

/** The same behind a load balancer: Telegram's webhook reaches either server, then only the survivor. */
export async function playWebhook(chats: number): Promise<CrowdRun> {
  const balancer = await startBalancer();
  try {
    await using world = await World.open();
    const env = { ...world.webhookEnv(), PUBLIC_BASE_URL: balancer.url };
    const [doomed, survivor] = [await world.startServer(env), await world.startServer(env)];
    balancer.share([doomed, survivor].map(({ url }) => Number(new URL(url).port)));
    const guests = await gatherCrowd(world, chats);
    const acted = unleash(guests);
    const waitingAtKill = await killHalfWay(world, doomed, chats);
    await acted;
    await untilDone(world, chats * UPDATES_PER_CHAT);
    const result = await assertCrowd(world, guests, { mayRepeat: ACTS_AT_ONCE, order: 'per queue' });
    return { ...result, waitingAtKill };
  } finally {
    balancer.close();
  }
}

/** Kills a server once half of the crowd's updates are done; returns how many were not. */
async function killHalfWay(world: World, server: ServerProcess, chats: number): Promise<number> {
  const updates = chats * UPDATES_PER_CHAT;
  await untilDone(world, updates / 2);
  await server.kill('SIGKILL');
  const waiting = updates - (await countInbox(world)).done;
  assert.ok(waiting > 0, 'killed too late to be in the midst of anything');
  return waiting;
}

const CHATS = 50;

/** A thousand updates of fifty chats by polling, as many by webhook, then one charge told seventeen times. */
export const proveTwoProcesses: Proof = async ({ seed }) => {
  const polling = await playPolling(CHATS);
  const webhook = await playWebhook(CHATS);
  const charge = await playOneCharge(seed);
  return {
    size: `${polling.updates} updates of ${CHATS} chats by polling, ${webhook.updates} by webhook`,
    figures: {
      lost: '0',
      'acted on twice': '0',
      'waiting at the kill': `${polling.waitingAtKill} and ${webhook.waitingAtKill}`,
      'begun again by the survivor': `${polling.repeated} and ${webhook.repeated}`,
      'polling taken over': seconds(polling.takeoverMs),
      'one charge of': `${charge.webhooks} webhooks and ${charge.polls} polls`,
    },
  };
};
