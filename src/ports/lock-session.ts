/** A dedicated database connection that can hold advisory locks: they end with it, however the process ends. */
export type LockSession = {
  /** True when the lock is now ours. Never waits. */
  tryLock(key: bigint): Promise<boolean>;
  unlock(key: bigint): Promise<void>;
  /** Resolves when the connection is gone, and every lock with it. */
  readonly lost: Promise<void>;
  close(): Promise<void>;
};

/** Opens one outside the pool. Throws: Fault `database-unreachable`. */
export type OpenLockSession = () => Promise<LockSession>;

/** Locks that one process of the fleet holds at a time. The numbers are arbitrary and must never change. */
export const POLLER_LOCK = 7_305_801_120_002n;
export const LEADER_LOCK = 7_305_801_120_003n;
