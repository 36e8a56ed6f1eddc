/**
 * The latest instant of a timetable that is due: whole multiples of the interval since the epoch. Processes
 * with clocks a little apart name the same slot, and a process that slept takes only the latest.
 */
export function dueSlot(now: Date, intervalMs: number): Date {
  return new Date(Math.floor(now.getTime() / intervalMs) * intervalMs);
}

/** Pause before an invoice is asked about again: often while the customer is paying, rarely later. */
export function nextInvoicePoll(invoice: { createdAt: Date; expiresAt: Date }, now: Date): Date | null {
  const ageMs = now.getTime() - invoice.createdAt.getTime();
  const pauseMs = ageMs < 600_000 ? 10_000 : ageMs < 3_600_000 ? 60_000 : 600_000;
  const next = new Date(now.getTime() + pauseMs);
  return next.getTime() > invoice.expiresAt.getTime() + LATE_PAYMENT_WATCH_MS ? null : next;
}

/** A paid-but-expired invoice is looked for this long. Source: product.md §5.6 (at least 24 h). */
const LATE_PAYMENT_WATCH_MS = 36 * 3_600_000;
