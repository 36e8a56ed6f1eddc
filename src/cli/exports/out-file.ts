import { once } from 'node:events';
import { lstatSync } from 'node:fs';
import { access, constants, type FileHandle, open, rename, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Writable } from 'node:stream';
import { describeError, Fault } from '../../lib/fault.ts';

/** Where an export is written. `abandon`: nothing of it stays; after `finish` it does nothing. */
export type OutFile = {
  write(text: string): Promise<void>;
  finish(): Promise<void>;
  abandon(): Promise<void>;
};

/** What a file is called until it is whole. */
const PART = '.part';

/**
 * A file that only its owner can read (0600). It gets its name when it is whole and on the disk, so that a file of that
 * name is never half of one. What a killed process has left is written over by the next try, at its first `write`: until
 * then it may be what another export is writing. `isForced`: an existing file may be replaced, and nothing but a file.
 * Throws: Fault `file-exists`, `file-not-written` (not retryable).
 */
export async function openOutFile(path: string, isForced: boolean): Promise<OutFile> {
  const part = `${path}${PART}`;
  refuseExisting(path, isForced);
  await access(dirname(path), constants.W_OK).catch(rethrow(path));
  let file: FileHandle | null = null;
  const begin = async () => {
    if (file) return file;
    await rm(part, { force: true });
    // Exclusive: in a folder that others write to, nobody can have put a link there.
    file = await open(part, 'wx', 0o600);
    return file;
  };
  const close = async (opened: FileHandle) => {
    file = null;
    await opened.close();
  };
  return {
    async write(text) {
      const opened = await begin().catch(rethrow(path));
      await opened.appendFile(text).catch(rethrow(path));
    },
    async finish() {
      const opened = await begin().catch(rethrow(path));
      await opened.sync().catch(rethrow(path));
      await close(opened);
      try {
        refuseExisting(path, isForced);
        await rename(part, path).catch(rethrow(path));
      } catch (error) {
        await rm(part, { force: true });
        throw error;
      }
    },
    async abandon() {
      if (!file) return;
      await close(file);
      await rm(part, { force: true });
    },
  };
}

/** Throws: Fault `file-not-written` when the reader at the other end is gone. */
export function openOutStream(stream: Writable): OutFile {
  const broken = once(stream, 'error').then(([error]) => rethrow('standard output')(error));
  broken.catch(() => undefined);
  const written = (text: string) =>
    new Promise<void>((resolve, reject) =>
      stream.write(text, (error) => (error ? reject(error) : resolve())),
    ).catch(rethrow('standard output'));
  return {
    write: (text) => Promise.race([written(text), broken]),
    finish: async () => undefined,
    abandon: async () => undefined,
  };
}

/** A folder, a link or a device must not be taken away by putting a file in its place. */
function refuseExisting(path: string, isForced: boolean): void {
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (basename(path) === '' || (there && !there.isFile()))
    throw new Fault('file-not-written', `${path} is not the name of a file`, { isRetryable: false });
  if (isForced || !there) return;
  throw new Fault('file-exists', `${path} is there already; --force replaces it`, { isRetryable: false });
}

function rethrow(path: string): (cause: unknown) => never {
  return (cause) => {
    throw new Fault('file-not-written', `${path} cannot be written: ${describeError(cause)}`, {
      isRetryable: false,
      cause,
    });
  };
}
