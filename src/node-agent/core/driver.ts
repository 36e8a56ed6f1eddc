import type { CoreBase } from './base-config.ts';
import type { CoreUser } from './core-user.ts';

export type CoreStatus = {
  kind: 'xray' | 'v2ray' | 'simulated';
  version: string;
  pid: number | null;
  isRunning: boolean;
};

/** Bytes of one user since its core started. */
export type UserBytes = { uplinkBytes: bigint; downlinkBytes: bigint };

/**
 * Which start of a core counted: its process where the agent knows it, else for how long it has run. Counters begin
 * at zero with every start.
 */
export type CoreRun = { kind: 'process'; id: string } | { kind: 'uptime'; seconds: number };

/** Counters as the core holds them, by e-mail; never reset by us, so that a lost answer loses nothing. */
export type CoreTraffic = {
  run: CoreRun;
  counters: ReadonlyMap<string, UserBytes>;
  /** Null when this core cannot tell who is connected. */
  onlineEmails: string[] | null;
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
  /**
   * Runs the core with another configuration, tested before the running one is given up; `use` is told which one
   * counts from now on. Null when it runs, else why not: then the one before it runs.
   */
  reconfigure(base: CoreBase, use: (base: CoreBase) => void): Promise<string | null>;
  /** What every user has carried since the core started, and who is connected now. */
  readTraffic(): Promise<CoreTraffic>;
  /** Ends the core where the agent owns it. */
  stop(): Promise<void>;
  /** Lets go of the core and leaves it running. */
  release(): void;
};
