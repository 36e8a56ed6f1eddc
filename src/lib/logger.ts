import { type Logger, pino } from 'pino';
import { correlationFields } from './telemetry/correlation.ts';

export type { Logger };

/** Secrets never reach a log line, wherever they hide in the logged object. */
const REDACTED_PATHS = ['token', 'secret', 'apiKey', 'password', 'url', '*.token', '*.secret', '*.apiKey'];

/**
 * A JSON logger on stderr, one line per event. `level` is a pino level name, or `silent`.
 * A line that is written on behalf of a tap, a notice or a slot carries its correlation id.
 * stdout stays free for the answers that scripts read.
 */
export function createLogger(options: { name: string; level: string }): Logger {
  return pino(
    {
      name: options.name,
      level: options.level,
      mixin: correlationFields,
      serializers: { err: describeBug },
      redact: { paths: REDACTED_PATHS, censor: '…' },
    },
    pino.destination({ fd: 2, sync: true }),
  );
}

/** An error for the log: no properties of its own, for they may hold what was being sent (a customer's key). */
function describeBug(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  return { type: error.name, message: error.message, stack: error.stack };
}
