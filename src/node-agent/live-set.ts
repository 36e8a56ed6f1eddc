import { countInInbound, createInboundDigest, type InboundDigest } from '../nodes/protocol/digest.ts';
import type { CoreUser } from './core/driver.ts';

type Inbound = { users: Map<string, CoreUser>; digest: InboundDigest };

/** What the core has confirmed that it runs, by inbound tag and e-mail, with its digests kept in step. */
export class LiveSet {
  readonly #inbounds: ReadonlyMap<string, Inbound>;

  constructor(tags: readonly string[]) {
    this.#inbounds = new Map(tags.map((tag) => [tag, { users: new Map(), digest: createInboundDigest() }]));
  }

  find(tag: string, email: string): CoreUser | undefined {
    return this.#inbounds.get(tag)?.users.get(email);
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

  clear(tag: string): void {
    const inbound = this.#inbounds.get(tag);
    inbound?.users.clear();
    if (inbound) inbound.digest = createInboundDigest();
  }

  clearAll(): void {
    for (const tag of this.#inbounds.keys()) this.clear(tag);
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

  digests(): Map<string, InboundDigest> {
    return new Map([...this.#inbounds].map(([tag, { digest }]) => [tag, digest]));
  }
}
