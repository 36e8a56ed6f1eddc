import { type FileHandle, open, readFile } from 'node:fs/promises';
import { Fault } from '../../lib/fault.ts';
import { StartRefusal } from '../start-refusal.ts';
import type { StateSeal } from './state-seal.ts';

/** One signed line of state. */
export function encodeLine(seal: StateSeal, value: unknown): string {
  return `${seal.sign(JSON.stringify(value))}\n`;
}

/** The value of one line without its newline; undefined when the line is not whole or not ours. */
export function decodeLine(seal: StateSeal, line: string): unknown {
  const json = seal.open(line);
  return json === null ? undefined : JSON.parse(json);
}

/**
 * Entries of a log, oldest first, and the length in bytes of what is whole. A torn last line (a crash in the
 * middle of a write, never confirmed to anybody) is left out; an absent file is an empty log.
 *
 * Throws: StartRefusal when a line before the last one is damaged: entries after it would be guesses.
 */
export async function readStateLog(
  path: string,
  seal: StateSeal,
): Promise<{ entries: unknown[]; validBytes: number }> {
  const bytes = await readIfPresent(path);
  const entries: unknown[] = [];
  let validBytes = 0;
  while (validBytes < bytes.length) {
    const end = bytes.indexOf(0x0a, validBytes);
    const entry = end === -1 ? undefined : decodeLine(seal, bytes.toString('utf8', validBytes, end));
    if (entry === undefined) {
      const isLast = end === -1 || end === bytes.length - 1;
      if (isLast) break;
      throw new StartRefusal([{ name: path, problem: `is damaged at entry ${entries.length + 1}` }], 1);
    }
    entries.push(entry);
    validBytes = end + 1;
  }
  return { entries, validBytes };
}

/** Appends entries, each on the disk before `append` returns. One writer, one call at a time. */
export class StateLog {
  readonly #file: FileHandle;
  readonly #seal: StateSeal;
  #length: number;

  private constructor(file: FileHandle, seal: StateSeal, length: number) {
    this.#file = file;
    this.#seal = seal;
    this.#length = length;
  }

  /** Opens for appending after `validBytes`; what follows them is cut off. */
  static async open(path: string, seal: StateSeal, validBytes: number): Promise<StateLog> {
    const file = await open(path, 'a', 0o600);
    await file.truncate(validBytes);
    await file.sync();
    return new StateLog(file, seal, validBytes);
  }

  /** Throws: Fault `state-not-written` (retryable), with the log as it was before. */
  async append(entry: unknown): Promise<void> {
    const line = Buffer.from(encodeLine(this.#seal, entry));
    try {
      await this.#file.truncate(this.#length);
      await this.#file.appendFile(line);
      await this.#file.datasync();
      this.#length += line.length;
    } catch (cause) {
      throw new Fault('state-not-written', 'the state log could not be written', {
        isRetryable: true,
        cause,
      });
    }
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}

async function readIfPresent(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}
