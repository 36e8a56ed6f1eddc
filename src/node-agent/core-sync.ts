import type { WireInbound } from '../nodes/protocol/contract.ts';
import type { CoreUser } from './core/core-user.ts';
import type { CoreDriver } from './core/driver.ts';
import { LiveSet } from './live-set.ts';

/** Calls to the core in flight at once: past 16 the core is the bottleneck. */
const CALLS_IN_FLIGHT = 16;
/** Entries handled between two turns of the event loop, under 10 ms. */
const SLICE_ENTRIES = 1_000;

export type WantedCredential = { email: string; vlessId: string };

/**
 * Brings the core to the desired set and knows what the core runs. Not safe to call twice at once: the agent
 * serialises its callers.
 */
export class CoreSync {
  readonly #driver: CoreDriver;
  readonly #inbounds: readonly WireInbound[];
  readonly live: LiveSet;

  constructor(driver: CoreDriver, inbounds: readonly WireInbound[]) {
    this.#driver = driver;
    this.#inbounds = inbounds;
    this.live = new LiveSet(inbounds.map(({ tag }) => tag));
  }

  /** What a core starting now must hold. */
  usersByTag(wanted: Iterable<WantedCredential>): Map<string, CoreUser[]> {
    const credentials = [...wanted];
    return new Map(
      this.#inbounds.map(({ tag, flow }) => [
        tag,
        credentials.map(({ email, vlessId }) => ({ email, vlessId, flow })),
      ]),
    );
  }

  /**
   * Makes every inbound run what is wanted of `emails`, and nothing else of them. All removals are confirmed
   * before the first add: two e-mails sharing a UUID, even for a moment, would lose it on both.
   */
  async apply(
    emails: Iterable<string>,
    wanted: (email: string) => WantedCredential | undefined,
  ): Promise<void> {
    const removals: (() => Promise<void>)[] = [];
    const additions: (() => Promise<void>)[] = [];
    let sliced = 0;
    for (const email of emails) {
      sliced += 1;
      if (sliced % SLICE_ENTRIES === 0) await new Promise((resolve) => setImmediate(resolve));
      const credential = wanted(email);
      for (const { tag, flow } of this.#inbounds) {
        const user = credential ? { email, vlessId: credential.vlessId, flow } : undefined;
        const held = this.live.find(tag, email);
        if (isSameUser(held, user)) continue;
        if (held) removals.push(() => this.remove(tag, email));
        if (user) additions.push(() => this.#add(tag, user));
      }
    }
    await runAll(removals);
    await runAll(additions);
  }

  /** Reads back what the core runs; only differences cost anything. False when this core cannot tell. */
  async readBack(): Promise<boolean> {
    for (const { tag } of this.#inbounds) {
      const users = await this.#driver.listUsers(tag);
      if (users === null) return false;
      const seen = new Set<string>();
      for (const user of users) {
        seen.add(user.email);
        if (seen.size % SLICE_ENTRIES === 0) await new Promise((resolve) => setImmediate(resolve));
        if (!isSameUser(this.live.find(tag, user.email), user)) this.live.put(tag, user);
      }
      this.live.retain(tag, seen);
    }
    return true;
  }

  async remove(tag: string, email: string): Promise<void> {
    await this.#driver.removeUser(tag, email);
    this.live.drop(tag, email);
  }

  async #add(tag: string, user: CoreUser): Promise<void> {
    await this.#driver.addUser(tag, user);
    this.live.put(tag, user);
  }
}

function isSameUser(held: CoreUser | undefined, user: CoreUser | undefined): boolean {
  return held?.vlessId === user?.vlessId && held?.flow === user?.flow;
}

/** Runs everything, a few at a time; throws the first failure once what is in flight has ended. */
async function runAll(tasks: readonly (() => Promise<void>)[]): Promise<void> {
  const queue = tasks[Symbol.iterator]();
  const workers = Array.from({ length: CALLS_IN_FLIGHT }, async () => {
    for (const task of queue) await task();
  });
  const results = await Promise.allSettled(workers);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}
