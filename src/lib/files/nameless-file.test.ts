import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { openNamelessFile } from './nameless-file.ts';

describe('a nameless file', () => {
  const dir = join(mkdtempSync(join(tmpdir(), 'atlas-nameless-')), 'files');
  after(() => rmSync(join(dir, '..'), { recursive: true }));

  it('grows no more when it would leave too little of the disk to others', async () => {
    let room = 3;
    const file = await openNamelessFile(dir, { hasRoom: async () => room-- > 0 });
    const piece = Buffer.alloc(20_000_000);
    for (let times = 1; times <= 3; times += 1) await file.append(piece);
    await assert.rejects(file.append(piece), { code: 'disk-nearly-full', isRetryable: true });
    assert.equal(file.sizeBytes, 60_000_000);
    await file.close();
    assert.deepEqual(readdirSync(dir), []);
  });

  it('has room on a disk that has some', async () => {
    const file = await openNamelessFile(dir);
    await file.append('x');
    assert.equal(file.sizeBytes, 1);
    await file.close();
  });
});
