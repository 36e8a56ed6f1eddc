/**
 * The world failing: a network, a disk, a peer. Carries a stable code, whether a retry can help, and the
 * cause; never a secret. Expected refusals are returned, bugs are assertions; neither is a Fault.
 */
export class Fault extends Error {
  readonly code: string;
  readonly isRetryable: boolean;
  /** How long the other side asks us to wait; null when it does not say. */
  readonly retryAfterMs: number | null;

  constructor(
    code: string,
    message: string,
    options: { isRetryable: boolean; retryAfterMs?: number; cause?: unknown },
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'Fault';
    this.code = code;
    this.isRetryable = options.isRetryable;
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}

/** True when `error` is a Fault with this code (any code when omitted). */
export function isFault(error: unknown, code?: string): error is Fault {
  return error instanceof Fault && (code === undefined || error.code === code);
}

/** One short line for logs and rows: the message without a stack, at most 300 characters. */
export function describeError(error: unknown): string {
  const text = error instanceof Error ? error.message || error.name : String(error);
  return text.slice(0, 300);
}
