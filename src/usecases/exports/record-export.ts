import type { Export } from '../../domain/exports.ts';
import type { Querier } from '../../store/postgres/database.ts';
import { recordAct } from '../audit/record-act.ts';
import type { Shop } from '../shop.ts';

/** `begun` comes before the first row leaves the database, `exported` when the whole file is where it should be. */
export type ExportStep = { step: 'requested' } | { step: 'begun' } | { step: 'exported'; rows: number };

/** Who has what of everybody, in the audit log: `customers-exported`. `to`: where it goes. */
export async function recordExport(
  tx: Querier,
  shop: Shop,
  { step, ...done }: ExportStep & { actor: string; what: Export; to: string },
): Promise<void> {
  const { actor, what, to } = done;
  await recordAct(shop, tx, {
    actor,
    action: `${what}-${step === 'exported' ? step : `export-${step}`}`,
    details: 'rows' in done ? { to, rows: done.rows } : { to },
  });
}
