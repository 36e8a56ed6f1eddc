/** One thing that keeps the agent from starting: the variable (or file) at fault and what is wrong with it. */
export type StartFault = { name: string; problem: string };

/**
 * The agent cannot start as it is set up. `exitCode` 2 is bad usage or configuration, 1 anything else.
 * Carries every fault found, so that an operator mends them in one go; values of secrets never.
 */
export class StartRefusal extends Error {
  readonly faults: readonly StartFault[];
  readonly exitCode: 1 | 2;

  constructor(faults: readonly StartFault[], exitCode: 1 | 2 = 2) {
    super(faults.map(({ name, problem }) => `${name}: ${problem}`).join('; '));
    this.name = 'StartRefusal';
    this.faults = faults;
    this.exitCode = exitCode;
  }
}
