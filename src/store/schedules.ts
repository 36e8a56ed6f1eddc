import { z } from 'zod';
import type { Querier } from './postgres/database.ts';
import { statement } from './postgres/statement.ts';

const claimSlotStatement = statement(
  'claim-schedule-slot',
  z.object({ schedule: z.string() }),
  `with old as (delete from schedule_slots where schedule = $1 and slot_at < $3)
   insert into schedule_slots (schedule, slot_at) values ($1, $2)
   on conflict do nothing returning schedule`,
);

/** True for the one process that takes this slot. Slots before `forgetBefore` are dropped. */
export async function claimScheduleSlot(
  tx: Querier,
  slot: { schedule: string; slotAt: Date; forgetBefore: Date },
): Promise<boolean> {
  const rows = await tx.query(claimSlotStatement, [slot.schedule, slot.slotAt, slot.forgetBefore]);
  return rows.length > 0;
}
