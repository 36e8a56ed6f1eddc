/** Milliseconds of the machine's monotonic clock: on one machine comparable between processes. */
export function nowMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
