/** One customer's id as a core holds it on one inbound. `email` is the key, lower-case ASCII. */
export type CoreUser = { email: string; vlessId: string; flow: '' | 'xtls-rprx-vision' };

export type CoreStatus = {
  kind: 'xray' | 'v2ray' | 'simulated';
  version: string;
  pid: number | null;
  isRunning: boolean;
};

export type CoreHooks = {
  /** What a core must hold when it starts, by inbound tag. */
  usersByTag(): Map<string, CoreUser[]>;
  /** The core answers, after a start, a restart or a silence: what it holds must be read back. */
  onUp(): void;
  /** The core is gone; nothing it held can be relied on. */
  onDown(): void;
};

/**
 * One core, owned by the agent, run by somebody else, or simulated.
 *
 * Throws: Fault `core-down` (retryable) when it does not answer in time, `core-refused` when it answers no.
 */
export type CoreDriver = {
  status(): CoreStatus;
  /** Starts, adopts or attaches. Throws: StartRefusal when that can never work. */
  start(hooks: CoreHooks): Promise<void>;
  /** Adds or replaces. */
  addUser(tag: string, user: CoreUser): Promise<void>;
  /** Absent is fine. */
  removeUser(tag: string, email: string): Promise<void>;
  /** Null when this core cannot tell: the caller then trusts its own confirmed calls. */
  listUsers(tag: string): Promise<CoreUser[] | null>;
  /** Ends the core where the agent owns it. */
  stop(): Promise<void>;
  /** Lets go of the core and leaves it running. */
  release(): void;
};
