import { dueSlot } from '../../domain/schedules.ts';
import type { JobName, JobOptions, JobPayloads } from '../../ports/jobs.ts';
import { addJob } from '../../store/jobs.ts';
import { claimScheduleSlot } from '../../store/schedules.ts';
import type { Shop } from '../shop.ts';

/** Work that is due every `intervalMs`, `offsetMs` after whole multiples of it. */
export type Schedule<Name extends JobName = JobName> = {
  name: string;
  intervalMs: number;
  offsetMs: number;
  job: Name;
  payload: (slotAt: Date) => JobPayloads[Name];
  options?: JobOptions;
};

/** Slots are remembered this long, so that a process with a late clock cannot take one again. */
const REMEMBER_MS = 3_600_000;

/**
 * Promises a schedule's job for its latest due slot. However many processes ask, one gets it; the others
 * find the slot taken. Returns the slot, taken by us or not, so that the caller need not ask again for it.
 */
export async function promiseScheduled<Name extends JobName>(
  shop: Shop,
  schedule: Schedule<Name>,
): Promise<Date> {
  const now = shop.clock.now();
  const shifted = new Date(now.getTime() - schedule.offsetMs);
  const slotAt = new Date(dueSlot(shifted, schedule.intervalMs).getTime() + schedule.offsetMs);
  const forgetBefore = new Date(now.getTime() - REMEMBER_MS);
  await shop.db.transaction('promise-scheduled', async (tx) => {
    if (!(await claimScheduleSlot(tx, { schedule: schedule.name, slotAt, forgetBefore }))) return;
    await addJob(tx, schedule.job, schedule.payload(slotAt), schedule.options);
  });
  return slotAt;
}
