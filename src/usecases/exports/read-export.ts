import type { Export } from '../../domain/exports.ts';
import { Fault } from '../../lib/fault.ts';
import { toCsv, toCsvHead } from '../../lib/files/csv.ts';
import { columnsOf, readExportPages, takeExportTurn } from '../../store/exports.ts';
import type { Shop } from '../shop.ts';

/** Where the lines of a file go. Resolves when the next ones may come, which is what keeps memory bounded. */
export type WriteLines = (lines: string, rows: number) => Promise<void>;

export type ReadExport = { ok: true; rows: number } | { ok: false; refusal: 'export-running' };

/** `finish`: nothing more comes; called while nobody else exports. */
export type ExportTarget = { write: WriteLines; finish?: () => Promise<void>; signal: AbortSignal };

/**
 * Writes one moment of the shop as CSV, in pieces of whole rows, the names of the columns first. One at a time in the
 * whole installation, for as long as its transaction lasts: an export must not take the database from customers.
 * Refuses: `export-running`.
 * Throws: Fault `export-stopped` (retryable) when `signal` aborts; what the target throws.
 */
export async function readExport(
  shop: Shop,
  what: Export,
  { write, finish, signal }: ExportTarget,
): Promise<ReadExport> {
  return shop.db.snapshot(`export-${what}`, async (snapshot) => {
    if (!(await takeExportTurn(snapshot))) return { ok: false, refusal: 'export-running' };
    await write(toCsvHead(columnsOf(what)), 0);
    let rows = 0;
    await readExportPages(snapshot, what, async (page) => {
      if (signal.aborted) throw new Fault('export-stopped', 'the export was stopped', { isRetryable: true });
      await write(toCsv(page), page.length);
      rows += page.length;
    });
    await finish?.();
    return { ok: true, rows };
  });
}
