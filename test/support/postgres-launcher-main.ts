/**
 * A process that runs an embedded PostgreSQL in the directory of its first argument: prints
 * `{"ownerUrl","pid"}` when it is ready or `{"code","message"}` when it is not, and stops at the end of stdin.
 * It imports the launcher only, so that a copy of a few files can run elsewhere and as somebody else.
 */

import { startEmbeddedPostgres } from '../../src/lib/embedded-postgres/embedded-postgres.ts';
import { isFault } from '../../src/lib/fault.ts';

const nothing = () => undefined;
const logger = { debug: nothing, info: nothing, warn: nothing, error: nothing };

try {
  const server = await startEmbeddedPostgres({ dir: process.argv[2] ?? '', durability: 'fast', logger });
  console.log(JSON.stringify({ ownerUrl: server.ownerUrl, pid: server.pid }));
  process.stdin.resume().once('end', () => void server.stop().then(() => process.exit(0)));
} catch (error) {
  if (!isFault(error)) throw error;
  console.log(JSON.stringify({ code: error.code, message: error.message }));
}
