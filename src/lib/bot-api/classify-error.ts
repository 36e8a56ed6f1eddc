import { GrammyError, HttpError } from 'grammy';

/**
 * What a failed Bot API call means.
 * `already-so`: what we wanted is the case (message not modified). `query-gone`: the tap was answered or is
 * too old. `message-gone`: nothing left to edit or delete. `unreachable`: this person cannot get messages.
 * `limited`: wait `retryAfterMs`. `unreached`: no connection could be made, so certainly nothing has happened. `conflict`: another getUpdates, or a webhook. `unauthorized`: the token is
 * not valid. `unknown-outcome`: it may or may not have happened. `refused`: anything else Telegram says no to.
 * Source: payments.md §2.4.
 */
export type BotApiFailure =
  | { kind: 'already-so' }
  | { kind: 'query-gone' }
  | { kind: 'message-gone' }
  | { kind: 'unreachable' }
  | { kind: 'limited'; retryAfterMs: number }
  | { kind: 'unreached' }
  | { kind: 'conflict' }
  | { kind: 'unauthorized' }
  | { kind: 'unknown-outcome' }
  | { kind: 'refused'; description: string };

const BY_TEXT: [pattern: RegExp, kind: 'already-so' | 'query-gone' | 'message-gone' | 'unreachable'][] = [
  [/message is not modified/i, 'already-so'],
  [/query is too old|query ID is invalid/i, 'query-gone'],
  [
    /message to (edit|delete) not found|message can't be (edited|deleted)|there is no (text|caption) in/i,
    'message-gone',
  ],
  [
    /bot was blocked|user is deactivated|chat not found|bot was kicked|not a member|can't initiate conversation/i,
    'unreachable',
  ],
];

/** Null when `error` did not come from a Bot API call. */
export function classifyBotApiError(error: unknown): BotApiFailure | null {
  if (error instanceof HttpError) return { kind: isUnreached(error.error) ? 'unreached' : 'unknown-outcome' };
  if (!(error instanceof GrammyError)) return null;
  const { error_code: code, description } = error;
  if (code === 429) return { kind: 'limited', retryAfterMs: (error.parameters.retry_after ?? 1) * 1000 };
  if (code === 409) return { kind: 'conflict' };
  if (code === 401) return { kind: 'unauthorized' };
  if (code >= 500) return { kind: 'unknown-outcome' };
  const known = BY_TEXT.find(([pattern]) => pattern.test(description));
  return known ? { kind: known[1] } : { kind: 'refused', description };
}

const CONNECT_CODES = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/;

function isUnreached(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && CONNECT_CODES.test(String(cause.code));
}
