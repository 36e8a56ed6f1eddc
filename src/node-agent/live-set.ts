import { countInInbound, createSetDigest, type SetDigest } from '../nodes/protocol/digest.ts';
import type { CoreUser } from './core/core-user.ts';

type Inbound = { users: Map<string, CoreUser>; digest: SetDigest };

/** What the core has confirmed that it runs, by inbound tag and e-mail, with its digests kept in step. */
export class LiveSet {
  readonly #inbounds: Map<string, Inbound>;

  constructor(tags: readonly string[]) {
    this.#inbounds = new Map(tags.map((tag) => [tag, { users: new Map(), digest: createSetDigest() }]));
  }

  find(tag: string, email: string): CoreUser | undefined {
    return this.#inbounds.get(tag)?.users.get(email);
  }

  /** What each inbound holds for one e-mail. */
  held(email: string): { tag: string; vlessId: string; flow: string }[] {
    return [...this.#inbounds].flatMap(([tag, { users }]) => {
      const user = users.get(email);
      return user ? [{ tag, vlessId: user.vlessId, flow: user.flow }] : [];
    });
  }

  put(tag: string, user: CoreUser): void {
    this.drop(tag, user.email);
    const inbound = this.#inbounds.get(tag);
    if (!inbound) return;
    inbound.users.set(user.email, user);
    countInInbound(inbound.digest, user, 1);
  }

  drop(tag: string, email: string): void {
    const inbound = this.#inbounds.get(tag);
    const user = inbound?.users.get(email);
    if (!inbound || !user) return;
    inbound.users.delete(email);
    countInInbound(inbound.digest, user, -1);
  }

  /** Drops from one inbound whatever is not in `emails`. */
  retain(tag: string, emails: ReadonlySet<string>): void {
    for (const email of this.#inbounds.get(tag)?.users.keys() ?? []) {
      if (!emails.has(email)) this.drop(tag, email);
    }
  }

  clear(): void {
    for (const inbound of this.#inbounds.values()) {
      inbound.users.clear();
      inbound.digest = createSetDigest();
    }
  }

  emails(): Set<string> {
    return new Set([...this.#inbounds.values()].flatMap(({ users }) => [...users.keys()]));
  }

  uuids(): string[] {
    return [
      ...new Set(
        [...this.#inbounds.values()].flatMap(({ users }) => [...users.values()].map((one) => one.vlessId)),
      ),
    ];
  }

  /** Credentials that every inbound runs. */
  get count(): number {
    return Math.min(...[...this.#inbounds.values()].map(({ digest }) => digest.count));
  }

  digests(): Map<string, SetDigest> {
    return new Map([...this.#inbounds].map(([tag, { digest }]) => [tag, digest]));
  }
}
