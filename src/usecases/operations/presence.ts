import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { LEADER_LOCK, type LockSession } from '../../ports/lock-session.ts';
import { freeNodeLeasesOf } from '../../store/fleet/nodes.ts';
import { freeChatsOf, suspectUpdates } from '../../store/inbox.ts';
import { freeJobsOf } from '../../store/jobs.ts';
import { giveUpRecipientsOf } from '../../store/messaging/broadcast-recipients.ts';
import {
  addProcessRunner,
  deleteProcess,
  insertProcess,
  listOrphanRunners,
  listProcesses,
} from '../../store/processes.ts';
import type { Shop } from '../shop.ts';

/** This process among its equals. Its lock proves that it lives; the lock ends with its connection. */
export type Presence = { workerId: string; lockKey: bigint };

/** A name no other process has, and a lock key of its own. */
export function namePresence(): Presence {
  const random = randomBytes(8);
  const lockKey = random.readBigInt64BE() & 0x7fff_ffff_ffffn;
  return { workerId: `${hostname()}-${process.pid}-${random.toString('hex').slice(0, 8)}`, lockKey };
}

/** Takes the lock first, then becomes visible: a visible process whose lock is free is dead. */
async function enterFleet(shop: Shop, session: LockSession, presence: Presence): Promise<void> {
  if (!(await session.tryLock(presence.lockKey))) throw new Error('the lock of a new process is taken');
  await insertProcess(shop.db, { ...presence, startedAt: shop.clock.now() });
}

/** A process that lost its lock becomes visible anew; what it has in work stays its own as long as nobody took it. */
export async function reenterFleet(shop: Shop, session: LockSession, presence: Presence): Promise<void> {
  await deleteProcess(shop.db, presence.workerId);
  await enterFleet(shop, session, presence);
}

/** Gives back everything this process still holds; for a stop that was asked for. */
export async function leaveFleet(shop: Shop, presence: Presence): Promise<void> {
  await freeHoldingsOf(shop, presence.workerId);
}

/** A name under which the job queue locks jobs for this process. */
export async function nameRunner(shop: Shop, presence: Presence, runnerId: string): Promise<void> {
  await addProcessRunner(shop.db, presence.workerId, runnerId);
}

/** Frees the jobs held under names of ours that are no longer used. */
export async function freeRunners(shop: Shop, runnerIds: string[]): Promise<void> {
  await freeJobsOf(shop.db, runnerIds);
}

/**
 * A job held longer than this by nobody we know was held by a process that died while it was starting. Far
 * longer than any job takes, so that no living one is taken for it.
 */
const ORPHAN_RUNNER_MS = 15 * 60_000;
/** A runner has stored its name long before it has worked this long. */
const NAMING_MS = 3_000;

/**
 * The leader's round: frees the chats, nodes and jobs of every process whose lock can be taken. Does nothing
 * in a process that is not the leader. Returns the ids of the dead.
 */
export async function freeTheDead(shop: Shop, session: LockSession, self: Presence): Promise<string[]> {
  if (!(await session.tryLock(LEADER_LOCK))) return [];
  const dead: string[] = [];
  for (const process of await listProcesses(shop.db)) {
    if (process.workerId === self.workerId || !(await session.tryLock(process.lockKey))) continue;
    await freeJobsOf(shop.db, process.runnerIds);
    await freeChatsOfTheDead(shop, process.workerId);
    await freeHoldingsOf(shop, process.workerId);
    await session.unlock(process.lockKey);
    dead.push(process.workerId);
  }
  const orphans = await listOrphanRunners(shop.db, await unknownLocksBefore(shop, dead));
  if (orphans.length > 0) await freeJobsOf(shop.db, orphans);
  await session.unlock(LEADER_LOCK);
  return dead;
}

/** In one transaction: a chat that is free before its death is counted could kill the next one uncounted. */
async function freeChatsOfTheDead(shop: Shop, workerId: string): Promise<void> {
  await shop.db.transaction('free-chats-of-the-dead', async (tx) => {
    const chatKeys = await freeChatsOf(tx, workerId);
    await suspectUpdates(tx, spreadSuspects(chatKeys, shop.clock.now()));
  });
}

/** How far apart the updates of a dead process are worked again: longer than a killer needs to show itself. */
const SUSPECT_PAUSE_MS = 250;

/** The first at once; which of them killed the process cannot be told, so no two start together. */
function spreadSuspects(chatKeys: bigint[], now: Date): { chatKey: bigint; nextAttemptAt: Date }[] {
  return chatKeys.map((chatKey, index) => ({
    chatKey,
    nextAttemptAt: new Date(now.getTime() + index * SUSPECT_PAUSE_MS),
  }));
}

/**
 * Up to when a lock under an unknown name counts as a dead process's. One that died before it had stored its
 * runner's name left such locks; once every living process has stored its own, they can be nobody else's.
 */
async function unknownLocksBefore(shop: Shop, dead: string[]): Promise<Date> {
  const now = shop.clock.now();
  const living = await listProcesses(shop.db);
  const isEveryoneNamed = living.every((process) => process.runnerIds.length > 0);
  const ageMs = dead.length > 0 && isEveryoneNamed ? NAMING_MS : ORPHAN_RUNNER_MS;
  return new Date(now.getTime() - ageMs);
}

async function freeHoldingsOf(shop: Shop, workerId: string): Promise<void> {
  await freeChatsOf(shop.db, workerId);
  await freeNodeLeasesOf(shop.db, workerId);
  await giveUpRecipientsOf(shop.db, workerId, shop.clock.now());
  await deleteProcess(shop.db, workerId);
}
