import { type FileHandle, open, readFile } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { Fault } from '../../lib/fault.ts';
import { StartRefusal } from '../start-refusal.ts';

/** One line of state: the CRC-32 of the JSON in hex, a space, the JSON. */
export function encodeLine(value: unknown): string {
  const json = JSON.stringify(value);
  return `${checksum(json)} ${json}\n`;
}

/** The value of one line without its newline; undefined when the line is not whole. */
export function decodeLine(line: string): unknown {
  const json = line.slice(9);
  return line[8] === ' ' && line.slice(0, 8) === checksum(json) ? JSON.parse(json) : undefined;
}

/**
 * Entries of a log, oldest first, and the length in bytes of what is whole. A torn last line (a crash in the
 * middle of a write, never confirmed to anybody) is left out; an absent file is an empty log.
 *
 * Throws: StartRefusal when a line before the last one is damaged: entries after it would be guesses.
 */
export async function readStateLog(path: string): Promise<{ entries: unknown[]; validBytes: number }> {
  const bytes = await readIfPresent(path);
  const entries: unknown[] = [];
  let validBytes = 0;
  while (validBytes < bytes.length) {
    const end = bytes.indexOf(0x0a, validBytes);
    const entry = end === -1 ? undefined : decodeLine(bytes.toString('utf8', validBytes, end));
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
  #length: number;

  private constructor(file: FileHandle, length: number) {
    this.#file = file;
    this.#length = length;
  }

  /** Opens for appending after `validBytes`; what follows them is cut off. */
  static async open(path: string, validBytes: number): Promise<StateLog> {
    const file = await open(path, 'a', 0o600);
    await file.truncate(validBytes);
    await file.sync();
    return new StateLog(file, validBytes);
  }

  /** Throws: Fault `state-not-written` (retryable), with the log as it was before. */
  async append(entry: unknown): Promise<void> {
    const line = Buffer.from(encodeLine(entry));
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

function checksum(text: string): string {
  return crc32(text).toString(16).padStart(8, '0');
}
