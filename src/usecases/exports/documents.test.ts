import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { openNamelessFile } from '../../lib/files/nameless-file.ts';
import { createSheetFile, type DocumentLimits, sendDocuments } from './documents.ts';

const HEAD = '\ufeffid,noise\n';
const LIMITS: DocumentLimits = { maxBytes: 2_000_000, stretchBytes: 50_000 };

describe('the documents of a sheet', () => {
  const dir = join(mkdtempSync(join(tmpdir(), 'atlas-sheet-')), 'exports');
  after(() => rmSync(join(dir, '..'), { recursive: true }));

  /** Rows of a number and text that packs badly, or well. */
  async function documentsOf(
    rows: string[],
  ): Promise<{ extension: string; part: number | null; bytes: Buffer }[]> {
    const file = await openNamelessFile(dir);
    const sheet = createSheetFile(file, LIMITS);
    await sheet.write(HEAD);
    for (const row of rows) await sheet.write(row);
    const sent: { extension: string; part: number | null; bytes: Buffer }[] = [];
    await sendDocuments(
      sheet,
      { dir, limits: LIMITS, restAfter: async () => undefined },
      async ({ extension, part, read }) => {
        assert.deepEqual(readdirSync(dir), [], 'a file has a name');
        const bytes = await bytesOf(read());
        assert.ok(bytes.equals(await bytesOf(read())), 'it can be read again');
        sent.push({ extension, part, bytes });
      },
    );
    await file.close();
    return sent;
  }
  const noisy = (count: number) =>
    Array.from({ length: count }, (_, i) => `${i},"${randomBytes(300).toString('base64')}\n"\n`);

  it('are the file itself while it is small', async () => {
    const rows = noisy(100);
    const [only, ...others] = await documentsOf(rows);
    assert.deepEqual([only?.extension, only?.part, others.length], ['csv', null, 0]);
    assert.equal(only?.bytes.toString(), HEAD + rows.join(''));
  });

  it('are the head alone when there are no rows', async () => {
    assert.equal((await documentsOf([]))[0]?.bytes.toString(), HEAD);
  });

  it('are one packed file when that is small enough', async () => {
    const rows = Array.from({ length: 200_000 }, (_, i) => `${i % 7},the same again and again\n`);
    const [only, ...others] = await documentsOf(rows);
    assert.deepEqual([only?.extension, only?.part, others.length], ['csv.gz', null, 0]);
    assert.equal(gunzipSync(only?.bytes ?? '').toString(), HEAD + rows.join(''));
  });

  it('are packed parts of whole rows, none too large, each with the head', async () => {
    const rows = noisy(20_000);
    const parts = await documentsOf(rows);
    assert.ok(parts.length > 3, `${parts.length} parts`);
    assert.deepEqual(
      parts.map(({ extension, part }) => [extension, part]),
      parts.map((_, index) => [`part${index + 1}.csv.gz`, index + 1]),
    );
    for (const { bytes } of parts) assert.ok(bytes.length <= LIMITS.maxBytes, `${bytes.length} bytes`);
    const texts = parts.map(({ bytes }) => gunzipSync(bytes).toString());
    for (const text of texts) assert.ok(text.startsWith(HEAD) && text.endsWith('"\n'));
    assert.equal(texts.map((text) => text.slice(HEAD.length)).join(''), rows.join(''));
  });

  it('take what a dead process has left away, and no file from a living one', async () => {
    const living = await openNamelessFile(dir);
    await living.append('mine');
    writeFileSync(join(dir, 'left'), 'by a dead process');
    await documentsOf(noisy(10));
    assert.deepEqual(readdirSync(dir), []);
    assert.equal((await bytesOf(living.read())).toString(), 'mine');
    await living.close();
  });
});

async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}
