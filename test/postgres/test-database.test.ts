import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTestDatabase, testCluster } from '../support/postgres.ts';
import { query } from './launched.ts';

test('callers that ask at once share one template and get databases of their own', async () => {
  let built = 0;
  const migrate = async (url: string) => {
    built += 1;
    await query(url, "CREATE TABLE word AS SELECT 'migrated' AS word");
  };
  const variant = `test-database-${process.pid}`;
  const databases = await Promise.all([1, 2, 3].map(() => createTestDatabase({ migrate, variant })));
  assert.equal(built, 1);
  await Promise.all(databases.map(({ url, name }) => query(url, `UPDATE word SET word = '${name}'`)));
  for (const { url, name } of databases) {
    assert.deepEqual((await query(url, 'SELECT word FROM word')).rows, [{ word: name }]);
  }
  await Promise.all(databases.map((database) => database.drop()));
  const left = await query(
    await testCluster(),
    `SELECT 1 FROM pg_database WHERE datname LIKE 'test_${process.pid}_%'`,
  );
  assert.equal(left.rowCount, 0);
});

test('a template whose making failed is made anew by the next caller', async () => {
  const variant = `test-database-failing-${process.pid}`;
  const failing = () => Promise.reject(new Error('no migration today'));
  await assert.rejects(createTestDatabase({ migrate: failing, variant }), /no migration today/);
  const migrate = async (url: string) => void (await query(url, 'CREATE TABLE word ()'));
  const database = await createTestDatabase({ migrate, variant });
  await query(database.url, 'SELECT * FROM word');
  await database.drop();
});

test('without migrations the database is empty', async () => {
  const database = await createTestDatabase();
  const { rows } = await query(
    database.url,
    "SELECT count(*)::int AS n FROM pg_tables WHERE schemaname = 'public'",
  );
  assert.deepEqual(rows, [{ n: 0 }]);
  await database.drop();
});
