/** No statement reads through a table that grows with customers or time: each has an index to go by. */
import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { listStatements } from '../src/store/postgres/statement.ts';
import { fillShop, GROWING } from './support/fill-shop.ts';
import { createShopDatabase } from './support/world.ts';

const root = join(import.meta.dirname, '..');

/** Statements that want most of a table, so that reading all of it is right. */
const READS_ALL: Record<string, string> = {
  'count-segment': 'how many a broadcast would reach asks about all customers',
  'count-stranded-by-node': 'removing a node asks about everybody who is placed on it',
  'count-subscriptions': 'statistics ask how many there are and how many have ended: that is all of them',
  'find-uncovered': 'the proof of the ledger checks everything that goes with money',
  'find-unchained-row': 'the proof of the chain looks for every row',
  'sum-referrers': 'the totals of the referral programme ask about every referrer',
  'find-wallet-fault': 'the proof of the ledger adds up every wallet',
};

/** The part of PostgreSQL's JSON plan that is looked at. */
type PlanNode = { 'Node Type': string; 'Relation Name'?: string; Schema?: string; Plans?: PlanNode[] };

describe('plans of the SQL statements, with a grown database', () => {
  let database: Awaited<ReturnType<typeof createShopDatabase>>;
  let client: pg.Client;

  before(async () => {
    database = await createShopDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await fillShop(client);
    await client.query(`set plan_cache_mode = force_generic_plan`);
    for (const file of globSync('src/store/**/*.ts', { cwd: root })) await import(join(root, file));
  });
  after(async () => {
    await client.end();
    await database.drop();
  });

  it('use an index on every table that grows', async () => {
    const found: string[] = [];
    for (const [name, text] of listStatements()) {
      const scanned = findScans(await explain(client, name, text));
      if (scanned.length > 0 && !(name in READS_ALL))
        found.push(`${name} reads all of ${scanned.join(', ')}`);
    }
    assert.deepEqual(found, []);
  });

  it('notice a statement without an index', async () => {
    const plan = await explain(client, 'unindexed', 'select from customers where first_name = $1');
    assert.deepEqual(findScans(plan), ['customers']);
  });

  it('excuse only statements that exist and need it', async () => {
    for (const name of Object.keys(READS_ALL)) {
      const text = listStatements().get(name);
      assert.ok(text, `${name} is no statement any more`);
      assert.notDeepEqual(findScans(await explain(client, name, text)), [], `${name} needs no excuse`);
    }
  });
});

/** The plan that serves every value of the parameters, as a long-lived connection uses it. */
async function explain(client: pg.Client, name: string, text: string): Promise<PlanNode> {
  await client.query('deallocate all');
  await client.query(`prepare "${name}" as ${text}`);
  const described = await client.query<{ count: number }>(
    `select cardinality(parameter_types) as count from pg_prepared_statements where name = $1`,
    [name],
  );
  const count = described.rows[0]?.count ?? 0;
  const values = count === 0 ? '' : `(${Array(count).fill('null').join(', ')})`;
  const explained = await client.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
    `explain (format json, verbose) execute "${name}"${values}`,
  );
  const [row] = explained.rows;
  assert.ok(row, `${name} has no plan`);
  return row['QUERY PLAN'][0].Plan;
}

function findScans(node: PlanNode): string[] {
  const table = node['Relation Name'] ?? '';
  const isScan = node['Node Type'] === 'Seq Scan' && node.Schema === 'public' && GROWING.includes(table);
  return [...(isScan ? [table] : []), ...(node.Plans ?? []).flatMap(findScans)];
}
