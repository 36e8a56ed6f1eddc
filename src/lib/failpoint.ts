/** Places between a tap and its delivery where a process may be killed on purpose. */
export const FAILPOINTS = [
  'intake:before-commit',
  'intake:after-commit',
  'update:claimed',
  'update:before-finish',
  'invoice:before-provider',
  'invoice:after-provider',
  'invoice:after-store',
  'event:before-store',
  'event:after-store',
  'settle:before-commit',
  'settle:after-commit',
  'push:before-node',
  'push:after-node',
  'push:after-confirm',
  'deliver:before-send',
  'deliver:after-send',
] as const;

export type Failpoint = (typeof FAILPOINTS)[number];

const armed = parseArmed(process.env.ATLAS_FAILPOINT);

/**
 * Kills this process with SIGKILL when `ATLAS_FAILPOINT=<name>[:n]` names this point for its n-th passing;
 * does nothing otherwise. The composition root refuses the variable where it could do harm.
 */
export function failpoint(name: Failpoint): void {
  if (armed?.name !== name) return;
  armed.passesLeft -= 1;
  if (armed.passesLeft === 0) process.kill(process.pid, 'SIGKILL');
}

/** True when the variable is set to something that is not `<name>[:n]`. */
export function isFailpointMisnamed(): boolean {
  return process.env.ATLAS_FAILPOINT !== undefined && armed === null;
}

function parseArmed(value: string | undefined): { name: Failpoint; passesLeft: number } | null {
  const match = /^([a-z:-]+?)(?::(\d+))?$/.exec(value ?? '');
  const name = FAILPOINTS.find((point) => point === match?.[1]);
  return name ? { name, passesLeft: Number(match?.[2] ?? 1) } : null;
}
