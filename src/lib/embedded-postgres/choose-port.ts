import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { Fault } from '../fault.ts';

/**
 * Below the ranges from which systems take ports for outgoing connections (Linux from 32768, others from
 * 49152): while the server restarts, no client socket can land on its port, and a client that keeps trying
 * cannot connect to itself.
 */
const FIRST_PORT = 20_000;
const LAST_PORT = 32_000;
const MAX_TRIES = 50;

/**
 * A TCP port of 127.0.0.1 that is free now; whoever uses it must be ready to find it taken.
 * Throws: Fault `embedded-postgres-port-taken` when none is found (retryable).
 */
export async function choosePort(): Promise<number> {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const port = randomInt(FIRST_PORT, LAST_PORT);
    if (await isFree(port)) return port;
  }
  throw new Fault('embedded-postgres-port-taken', 'no free TCP port on 127.0.0.1', { isRetryable: true });
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    await once(server.listen(port, '127.0.0.1'), 'listening');
    server.close();
    await once(server, 'close');
    return true;
  } catch {
    return false;
  }
}
