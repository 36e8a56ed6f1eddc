import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type NamelessFile, openNamelessFile } from '../../lib/files/nameless-file.ts';

/** `maxBytes`: the largest document. `stretchBytes`: about so much is decided about at once. */
export type DocumentLimits = { maxBytes: number; stretchBytes: number };

/** Telegram takes 50 MB from a bot. Source: core.telegram.org/bots/api#senddocument. */
export const TELEGRAM_LIMITS: DocumentLimits = { maxBytes: 50_000_000, stretchBytes: 1_000_000 };

/** A CSV file that knows where it may be cut. */
export type SheetFile = {
  /** Whole rows; what comes first is the head, which every part repeats. */
  write(lines: string): Promise<void>;
  readonly file: NamelessFile;
  readonly headBytes: number;
  /** Where a stretch of whole rows ends, each about `stretchBytes` after the one before. */
  readonly cuts: number[];
};

export function createSheetFile(file: NamelessFile, { stretchBytes }: DocumentLimits): SheetFile {
  let headBytes = 0;
  const cuts: number[] = [];
  return {
    file,
    cuts,
    get headBytes() {
      return headBytes;
    },
    async write(lines) {
      await file.append(lines);
      if (headBytes === 0) headBytes = file.sizeBytes;
      else if (file.sizeBytes - (cuts.at(-1) ?? headBytes) >= stretchBytes) cuts.push(file.sizeBytes);
    },
  };
}

/** One of the documents that a sheet becomes. `part` null: it is the only one. `read`: from the beginning, each time. */
export type SheetDocument = { extension: string; part: number | null; read(): AsyncIterable<Uint8Array> };

/** `dir`: where parts are packed. `restAfter`: leaves the machine to others after so much work. */
export type Packing = {
  dir: string;
  limits: DocumentLimits;
  restAfter(workedMs: number): Promise<void>;
};

/**
 * Gives `send` the sheet as one document, packed when it would be too large, and cut into packed parts of whole rows,
 * each with the head, when that is still too large. Only one part is on the disk at a time.
 */
export async function sendDocuments(
  sheet: SheetFile,
  packing: Packing,
  send: (document: SheetDocument) => Promise<void>,
): Promise<void> {
  const { file, headBytes } = sheet;
  if (file.sizeBytes <= packing.limits.maxBytes) {
    return send({ extension: 'csv', part: null, read: () => file.read() });
  }
  let from = headBytes;
  for (let part = 1; from < file.sizeBytes; part += 1) {
    const packed = await openNamelessFile(packing.dir);
    try {
      const isFirst = part === 1;
      from = await pack(sheet, { from, into: packed, packing });
      const isOnly = isFirst && from === file.sizeBytes;
      const read = () => packed.read();
      await send({ extension: isOnly ? 'csv.gz' : `part${part}.csv.gz`, part: isOnly ? null : part, read });
    } finally {
      await packed.close();
    }
  }
}

/** More than what waits in the packer and around it, unseen, when it is asked whether another stretch fits. */
const UNDER_WAY_BYTES = 1_000_000;

/** Packs the head and as many stretches as fit; where the next part begins. */
async function pack(
  { file, headBytes, cuts }: SheetFile,
  { from, into, packing }: { from: number; into: NamelessFile; packing: Packing },
): Promise<number> {
  const { limits, restAfter } = packing;
  const enoughBytes = limits.maxBytes - limits.stretchBytes - UNDER_WAY_BYTES;
  let at = from;
  async function* stretches() {
    yield* file.read(0, headBytes);
    for (const end of [...cuts.filter((cut) => cut > from), file.sizeBytes]) {
      if (at > from && into.sizeBytes >= enoughBytes) return;
      const begunAtMs = performance.now();
      yield* file.read(at, end);
      at = end;
      await restAfter(performance.now() - begunAtMs);
    }
  }
  await pipeline(Readable.from(stretches()), createGzip(), async (packed) => {
    for await (const piece of packed) await into.append(piece as Uint8Array);
  });
  return at;
}
