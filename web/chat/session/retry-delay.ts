const firstDelayMs = 500;
const longestDelayMs = 10_000;

/** Doubles from half a second to ten, ± a quarter (`random` in 0..1) so that open pages do not retry in step. */
export function retryDelayMs(failures: number, random: number): number {
  const delayMs = Math.min(longestDelayMs, firstDelayMs * 2 ** failures);
  return Math.round(delayMs * (0.75 + random / 2));
}
