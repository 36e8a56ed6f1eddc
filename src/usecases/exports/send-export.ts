import type { Export } from '../../domain/exports.ts';
import { Fault } from '../../lib/fault.ts';
import { openNamelessFile } from '../../lib/files/nameless-file.ts';
import { rest } from '../../lib/pauses.ts';
import type { JobAttempt, JobPayloads } from '../../ports/jobs.ts';
import type { Notifier } from '../../ports/notifier.ts';
import type { Shop } from '../shop.ts';
import {
  createSheetFile,
  type SheetDocument,
  type SheetFile,
  sendDocuments,
  TELEGRAM_LIMITS,
} from './documents.ts';
import { readExport } from './read-export.ts';
import { recordExport } from './record-export.ts';

export type ExportDeps = {
  shop: Shop;
  notifier: Notifier;
  /** Who may have it. */
  operators: bigint[];
  /** Where files are made; nothing else may be in there. */
  exportsDir: string;
  /** Aborts when the process stops. */
  stopping: AbortSignal;
};

type Order = JobPayloads['send-export'];

/**
 * Makes an export and sends it to who asked for it. The file has no name, so that nothing of it stays, whatever happens
 * to this process. Safe to repeat: after a crash it is made anew, and may arrive twice. When the last try fails, who
 * waits for it is told.
 * Throws: Fault `export-running`, `export-stopped`, `disk-nearly-full`, `telegram-limited`, `telegram-unreachable` (all
 * retryable).
 */
export async function sendExport(deps: ExportDeps, order: Order, attempt: JobAttempt): Promise<void> {
  const telegramId = BigInt(order.telegramId);
  if (!deps.operators.includes(telegramId)) return;
  try {
    await makeAndSend(deps, order);
  } catch (error) {
    const message = { kind: 'export-failed', what: order.what } as const;
    // What keeps this from them is in the log as well, by what has kept the file.
    if (attempt.isLast) await deps.notifier.tellOperator(telegramId, message).catch(() => undefined);
    throw error;
  }
}

async function makeAndSend(deps: ExportDeps, order: Order): Promise<void> {
  const { shop, exportsDir } = deps;
  const { actor, what } = order;
  const audited = { actor, what, to: 'chat' };
  await shop.db.transaction('begin-export', (tx) => recordExport(tx, shop, { step: 'begun', ...audited }));
  const file = await openNamelessFile(exportsDir);
  try {
    const sheet = createSheetFile(file, TELEGRAM_LIMITS);
    const rows = await fill(deps, what, sheet);
    const at = shop.clock.now();
    const hasArrived = await sendAll(deps, order, { sheet, rows, at });
    if (!hasArrived) return;
    await shop.db.transaction('end-export', (tx) =>
      recordExport(tx, shop, { step: 'exported', rows, ...audited }),
    );
  } finally {
    await file.close();
  }
}

/** Customers come first: a sixth of the time at most, and half a million rows still take no more than a minute. */
const RESTS_PER_WORK = 5;

function restAfter(stopping: AbortSignal, workedMs: number): Promise<void> {
  return rest(Math.ceil(workedMs * RESTS_PER_WORK), stopping);
}

async function fill({ shop, stopping }: ExportDeps, what: Export, sheet: SheetFile): Promise<number> {
  let pageAtMs = performance.now();
  const write = async (lines: string) => {
    await sheet.write(lines);
    await restAfter(stopping, performance.now() - pageAtMs);
    pageAtMs = performance.now();
  };
  const read = await readExport(shop, what, { write, signal: stopping });
  if (read.ok) return read.rows;
  throw new Fault('export-running', 'another export is being made', { isRetryable: true });
}

/** False when whoever asked cannot be reached. */
async function sendAll(
  { notifier, exportsDir, stopping }: ExportDeps,
  { what, ...order }: Order,
  { sheet, rows, at }: { sheet: SheetFile; rows: number; at: Date },
): Promise<boolean> {
  const telegramId = BigInt(order.telegramId);
  let hasArrived = true;
  const send = async ({ extension, part, read }: SheetDocument) => {
    if (!hasArrived) return;
    await notifier.waitTurn(telegramId);
    const fileName = `${what}-${at.toISOString().slice(0, 10)}.${extension}`;
    const delivery = await notifier.sendDocument(telegramId, { what, rows, part, fileName, read });
    hasArrived = delivery === 'sent';
  };
  const packing = {
    dir: exportsDir,
    limits: TELEGRAM_LIMITS,
    restAfter: (workedMs: number) => restAfter(stopping, workedMs),
  };
  await sendDocuments(sheet, packing, send);
  return hasArrived;
}
