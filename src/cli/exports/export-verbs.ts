import { EXPORTS, type Export, parseExport } from '../../domain/exports.ts';
import { isFault } from '../../lib/fault.ts';
import { writeExport } from '../../usecases/exports/write-export.ts';
import { CLI_ACTOR } from '../arguments.ts';
import {
  type CliDeps,
  type CommandResult,
  failed,
  type Terminal,
  usage,
  type VerbGroup,
} from '../command.ts';
import { type OutFile, openOutFile, openOutStream } from './out-file.ts';

/** `atlas export`. */
export const addExportVerbs: VerbGroup = (program, verb, { deps, finish }) => {
  verb(program, 'export <what>', `write a table as CSV: ${EXPORTS.join(', ')}`)
    .requiredOption('--out <file>', 'where to; - is standard output')
    .option('--force', 'replace a file that is there')
    .action(async (what: string, options: Options) => finish(await exportCommand(deps, what, options)));
};

type Options = { out: string; force?: boolean; json?: boolean };

const STANDARD_OUTPUT = '-';
/** What takes longer says how far it is, so often. */
const PROGRESS_EVERY_MS = 3_000;

async function exportCommand(deps: CliDeps, name: string, options: Options): Promise<CommandResult> {
  const what = parseExport(name);
  if (what === null) return usage('what', `must be one of ${EXPORTS.join(', ')}`);
  const isStream = options.out === STANDARD_OUTPUT;
  if (isStream && options.json) return usage('--json', 'cannot share standard output with the export');
  return deps.withShop(async (shop) => {
    const terminal = deps.terminal();
    const file = await openOut(terminal, options);
    if (!('write' in file)) return file;
    try {
      const write = reporting(terminal, file);
      const order = { actor: CLI_ACTOR, what };
      const written = await writeExport(shop, order, {
        write,
        finish: () => file.finish(),
        signal: terminal.interrupted,
      });
      if (!written.ok)
        return failed(written.refusal, 'another export is being made: try again when it is done');
      return told(what, written.rows, options.out);
    } finally {
      await file.abandon();
    }
  });
}

async function openOut({ stdout }: Terminal, { out, force }: Options): Promise<OutFile | CommandResult> {
  if (out === STANDARD_OUTPUT) return openOutStream(stdout);
  try {
    return await openOutFile(out, force === true);
  } catch (error) {
    if (isFault(error)) return usage('--out', error.message);
    throw error;
  }
}

function reporting({ note }: Terminal, file: OutFile): (lines: string, rows: number) => Promise<void> {
  let done = 0;
  let toldAtMs = performance.now();
  return async (lines, rows) => {
    await file.write(lines);
    done += rows;
    if (performance.now() - toldAtMs < PROGRESS_EVERY_MS) return;
    toldAtMs = performance.now();
    note(`${done} rows`);
  };
}

function told(what: Export, rows: number, out: string): CommandResult {
  const lines = out === STANDARD_OUTPUT ? [] : [`${out}: ${rows} rows`];
  return { ok: true, data: { what, rows, file: out }, lines };
}
