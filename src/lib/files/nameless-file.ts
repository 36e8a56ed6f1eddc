import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../fault.ts';

/**
 * A file that has lost its name: nobody else can open it, and the system takes it back when it is closed or the process
 * ends, however that happens.
 */
export type NamelessFile = {
  append(bytes: string | Uint8Array): Promise<void>;
  readonly sizeBytes: number;
  /** The bytes from `from` up to `to` (default: all), without holding more than a piece of them. */
  read(from?: number, to?: number): AsyncGenerator<Uint8Array>;
  close(): Promise<void>;
};

/** A piece of a file on its way; many small ones cost time, large ones memory. */
const PIECE_BYTES = 65_536;

/** Stays free for whoever shares the disk: a database that cannot write its log any more ends. */
const KEEP_FREE_BYTES = 256_000_000;
/** The disk is looked at before each of these. */
const LOOK_EVERY_BYTES = 16_000_000;

/**
 * Opens a new one in `dir`, which is made (0700) when it is absent and holds nothing else. Between getting its name and
 * losing it a process may die; what such a one has left is removed by the next. Whoever is just as far loses
 * nothing: the name is given up anyway.
 * Throws: from `append`, Fault `disk-nearly-full` (retryable).
 */
export async function openNamelessFile(
  dir: string,
  { hasRoom } = { hasRoom: hasRoomToSpare },
): Promise<NamelessFile> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  for (const name of await readdir(dir)) await rm(join(dir, name), { force: true });
  const path = join(dir, randomUUID());
  const file = await open(path, 'wx+', 0o600);
  await rm(path, { force: true });
  let sizeBytes = 0;
  let lookAtBytes = 0;
  const look = async () => {
    if (!(await hasRoom(dir)))
      throw new Fault('disk-nearly-full', `there is too little room in ${dir}`, { isRetryable: true });
    lookAtBytes = sizeBytes + LOOK_EVERY_BYTES;
  };
  return {
    get sizeBytes() {
      return sizeBytes;
    },
    async append(bytes) {
      if (sizeBytes >= lookAtBytes) await look();
      const written = Buffer.from(bytes as string);
      await file.appendFile(written);
      sizeBytes += written.length;
    },
    async *read(from = 0, to = sizeBytes) {
      for (let at = from; at < to; ) {
        const piece = Buffer.allocUnsafe(Math.min(PIECE_BYTES, to - at));
        const { bytesRead } = await file.read(piece, 0, piece.length, at);
        if (bytesRead === 0) return;
        at += bytesRead;
        yield piece.subarray(0, bytesRead);
      }
    },
    close: () => file.close(),
  };
}

async function hasRoomToSpare(dir: string): Promise<boolean> {
  const { bavail, bsize } = await statfs(dir);
  return bavail * bsize >= KEEP_FREE_BYTES;
}
