/** Correlation ids of work that a timetable began. */
export const SLOT_PREFIX = 'slot:';

/** Whole milliseconds since `performance.now()` said `startedAt`, for a log line. */
export function since(startedAt: number): number {
  return Math.round(performance.now() - startedAt);
}
