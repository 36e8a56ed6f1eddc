/**
 * How one call over the network ended. `refused`: a clear no. `limited`: come back later. `failed`: no answer, or one
 * that does not say what happened.
 */
export type CallOutcome = 'ok' | 'refused' | 'limited' | 'failed';

export const CALL_OUTCOMES: readonly CallOutcome[] = ['ok', 'refused', 'limited', 'failed'];

/** One exchange, whatever came of it. `operation` holds no query and no token. Null as `status`: nobody answered. */
export type CallReport = {
  operation: string;
  outcome: CallOutcome;
  status: number | null;
  durationMs: number;
};

/** What a status says; null: there was no answer. */
export function outcomeOfStatus(status: number | null): CallOutcome {
  if (status === null || status >= 500) return 'failed';
  if (status === 429) return 'limited';
  return status >= 400 ? 'refused' : 'ok';
}
