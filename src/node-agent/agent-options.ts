import type { Clock } from '../lib/clock.ts';
import type { Logger } from '../lib/logger.ts';
import type { AgentErrorCode } from '../nodes/protocol/contract.ts';
import type { CoreBase } from './core/base-config.ts';
import type { CoreDriver } from './core/driver.ts';
import type { DesiredStore } from './state/desired-store.ts';

/** A value, or one of the agent's documented refusals. */
export type Outcome<T> = { value: T } | { refusal: AgentErrorCode };

export type AgentOptions = {
  driver: CoreDriver;
  base: CoreBase;
  /** Why `base` is an older one than the disk holds. */
  configProblem: string | null;
  store: DesiredStore;
  clock: Clock;
  logger: Logger;
  version: string;
};
