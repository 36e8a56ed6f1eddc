import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { StartRefusal } from '../start-refusal.ts';
import { DesiredStore, type StoredCredential } from './desired-store.ts';
import { StateSeal } from './state-seal.ts';

const seal = new StateSeal(['key']);
let stateDir = '';
beforeEach(() => {
  stateDir = mkdtempSync(join(tmpdir(), 'atlas-store-'));
});
afterEach(() => rmSync(stateDir, { recursive: true, force: true }));

const credential = (index: number, expiresAtMs = 1_000 + index): StoredCredential => ({
  email: `c${index}`,
  vlessId: `${index.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`,
  expiresAtMs,
});
const logPath = () => join(stateDir, String(readdirSync(stateDir).find((name) => name.endsWith('.log'))));

async function reopened(keys = ['key']): Promise<DesiredStore> {
  const store = await DesiredStore.open(stateDir, new StateSeal(keys));
  await store.close();
  return store;
}

describe('desired store', () => {
  it('holds what was committed, across restarts', async () => {
    const store = await DesiredStore.open(stateDir, seal);
    await store.commit({ put: [credential(1), credential(2)], lease: { owner: 'a', fence: '7' } });
    await store.commit({ remove: ['c1'], put: [credential(3)] });
    await store.close();
    for (const again of [await reopened(), await reopened()]) {
      assert.deepEqual([...again.credentials.values()], [credential(2), credential(3)]);
      assert.deepEqual(again.lease, { owner: 'a', fence: '7' });
      assert.deepEqual(again.expiries, store.expiries);
      assert.equal(again.nextExpiryMs, 1_002);
      assert.equal(again.findByUuid(credential(1).vlessId), undefined);
      assert.deepEqual(again.findByUuid(credential(3).vlessId), credential(3));
    }
  });

  it('drops a torn last line and nothing else', async () => {
    const store = await DesiredStore.open(stateDir, seal);
    await store.commit({ put: [credential(1)] });
    await store.commit({ put: [credential(2)] });
    await store.close();
    const whole = readFileSync(logPath());
    writeFileSync(logPath(), whole.subarray(0, whole.length - 9));
    assert.deepEqual([...(await reopened()).credentials.keys()], ['c1']);
  });

  it('refuses a log damaged in the middle', async () => {
    const store = await DesiredStore.open(stateDir, seal);
    await store.commit({ put: [credential(1)] });
    await store.close();
    const bytes = readFileSync(logPath());
    bytes[20] = (bytes[20] ?? 0) ^ 1;
    writeFileSync(logPath(), bytes);
    appendFileSync(logPath(), 'more\n');
    await assert.rejects(
      DesiredStore.open(stateDir, seal),
      (error) => error instanceof StartRefusal && error.exitCode === 1,
    );
  });

  it('refuses a damaged snapshot', async () => {
    await reopened();
    appendFileSync(join(stateDir, 'desired.snapshot'), 'x');
    await assert.rejects(DesiredStore.open(stateDir, seal), StartRefusal);
  });

  it('refuses a state that another key has signed, and keeps it when a key is changed', async () => {
    const store = await DesiredStore.open(stateDir, seal);
    await store.commit({ put: [credential(1)] });
    await store.close();
    await assert.rejects(reopened(['other']), /signed with another NODE_API_KEY/);
    assert.equal((await reopened(['new', 'key'])).credentials.size, 1);
    assert.equal((await reopened(['new'])).credentials.size, 1);
    await assert.rejects(reopened(['key']), StartRefusal);
  });

  it('takes no line that somebody wrote without the key, however well it is formed', async () => {
    const store = await DesiredStore.open(stateDir, seal);
    await store.commit({ put: [credential(1)] });
    await store.close();
    const forged = new StateSeal(['guess']).sign(JSON.stringify({ put: [credential(9)] }));
    const genuine = readFileSync(logPath(), 'utf8');
    writeFileSync(logPath(), `${forged}\n${genuine}`);
    await assert.rejects(reopened(), StartRefusal);
  });

  it('folds the log at 10,000 entries and keeps one generation of files', async () => {
    const store = await DesiredStore.open(stateDir, seal);
    const before = logPath();
    for (let batch = 0; batch < 10; batch += 1) {
      await store.commit({
        put: Array.from({ length: 1_000 }, (_, index) => credential(batch * 1_000 + index)),
      });
    }
    assert.notEqual(logPath(), before);
    assert.equal(readFileSync(logPath()).length, 0);
    await store.close();
    assert.equal(readdirSync(stateDir).length, 2);
    assert.equal((await reopened()).credentials.size, 10_000);
  });

  it('replaces the whole set at once', async () => {
    const store = await DesiredStore.open(stateDir, seal);
    await store.commit({ put: [credential(1)], lease: { owner: 'a', fence: '1' } });
    await store.replaceAll([credential(2)]);
    await store.commit({ put: [credential(3)] });
    await store.close();
    const again = await reopened();
    assert.deepEqual([...again.credentials.keys()], ['c2', 'c3']);
    assert.deepEqual(again.lease, { owner: 'a', fence: '1' });
  });

  it('tells what has expired', async () => {
    const store = await DesiredStore.open(stateDir, seal);
    await store.commit({ put: [credential(1, 100), credential(2, 200)] });
    assert.deepEqual(store.listExpired(99), []);
    assert.deepEqual(store.listExpired(100), ['c1']);
    await store.commit({ remove: ['c1'] });
    store.refreshNextExpiry();
    assert.equal(store.nextExpiryMs, 200);
    await store.close();
  });
});
