import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import pg from 'pg';
import { createLogger } from '../../src/lib/logger.ts';
import { migrate } from '../../src/store/postgres/migrate.ts';
import { describeSchema } from '../support/describe-schema.ts';
import { createTestDatabase } from '../support/postgres.ts';
import { createShopDatabase } from '../support/world.ts';

const logger = createLogger({ name: 'test', level: 'silent' });

describe('the schema', () => {
  it('is the one in schema.sql', async () => {
    const database = await createShopDatabase();
    const described = await describeSchema(database.url);
    await database.drop();
    const written = readFileSync(new URL('../../schema.sql', import.meta.url), 'utf8');
    assert.equal(described, written, 'run `npm run schema` and read the diff');
  });

  it('has no moment without a zone, and no money that is not a whole number', async () => {
    const database = await createShopDatabase();
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query<{ name: string }>(
      `select table_name || '.' || column_name || ' ' || data_type as name from information_schema.columns
       where table_schema = 'public' and (data_type in ('timestamp without time zone', 'date', 'time without time zone',
         'real', 'double precision', 'numeric', 'money') or (column_name like '%_kopecks' and data_type <> 'bigint'))
         and table_name <> 'schema_migrations'`,
    );
    await client.end();
    await database.drop();
    assert.deepEqual(rows, []);
  });

  it('comes from an empty database when two processes migrate at once, and again as a no-op', async () => {
    const database = await createTestDatabase();
    const [first, second] = await Promise.all([
      migrate(database.url, null, logger),
      migrate(database.url, null, logger),
    ]);
    const files = readdirSync(new URL('../../migrations', import.meta.url));
    assert.equal(first.length + second.length, files.length, 'the chain ran once');
    assert.deepEqual(await migrate(database.url, null, logger), []);
    await database.drop();
  });
});
