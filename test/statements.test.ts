import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { listStatements } from '../src/store/postgres/statement.ts';
import { createShopDatabase } from './support/world.ts';

const root = join(import.meta.dirname, '..');

describe('every SQL statement', () => {
  let database: Awaited<ReturnType<typeof createShopDatabase>>;
  let client: pg.Client;

  before(async () => {
    database = await createShopDatabase();
    client = new pg.Client({ connectionString: database.url, options: '-c role=atlas_app' });
    await client.connect();
    for (const file of globSync('src/store/**/*.ts', { cwd: root })) await import(join(root, file));
  });
  after(async () => {
    await client.end();
    await database.drop();
  });

  it('is valid against the migrated schema, for the application role', async () => {
    assert.ok(listStatements().size > 40, `only ${listStatements().size} statements were found`);
    for (const [name, text] of listStatements()) {
      await assert.doesNotReject(client.query(`prepare "${name}" as ${text}`), name);
    }
  });

  it('takes its business time from a parameter, never from the clock of the database', () => {
    for (const [name, text] of listStatements()) {
      assert.doesNotMatch(text, /\bnow\(\)|current_timestamp|clock_timestamp|localtime/i, name);
    }
  });
});
