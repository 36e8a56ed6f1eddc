import type { Export } from '../../domain/exports.ts';
import type { Shop } from '../shop.ts';
import { type ExportTarget, type ReadExport, readExport } from './read-export.ts';
import { recordExport } from './record-export.ts';

/**
 * Writes an export where an operator wants it. That it begins is audited before a row is read.
 * Refuses: `export-running`.
 * Throws: Fault `export-stopped` (retryable); what the target throws.
 */
export async function writeExport(
  shop: Shop,
  order: { actor: string; what: Export },
  target: ExportTarget,
): Promise<ReadExport> {
  const to = 'file';
  await shop.db.transaction('begin-export', (tx) => recordExport(tx, shop, { step: 'begun', to, ...order }));
  const read = await readExport(shop, order.what, target);
  if (!read.ok) return read;
  const { rows } = read;
  await shop.db.transaction('end-export', (tx) =>
    recordExport(tx, shop, { step: 'exported', rows, to, ...order }),
  );
  return read;
}
