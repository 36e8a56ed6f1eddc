/** Every CHECK and UNIQUE on a table of money dropped, one at a time, and every guard of what was written. */
import pg from 'pg';
import { MONEY_TABLES } from '../../support/money-rows.ts';
import type { Fault } from './fault.ts';

const CONSTRAINTS = `select conrelid::regclass::text as table, conname as name, contype as kind from pg_constraint
    where conrelid = any ($1::regclass[]) and contype in ('c', 'u')
  union all
  select indrelid::regclass::text, indexrelid::regclass::text, 'i' from pg_index i
    where indrelid = any ($1::regclass[]) and indisunique
      and not exists (select from pg_constraint where conindid = i.indexrelid)
  order by 1, 2`;

/** Keys that are not ours: they say that something happens once. */
const TELLING_KEYS = [
  'withdrawal_approvals',
  'notices',
  'referrals',
  'referrers',
  'promo_sessions',
  'customer_discounts',
  'entitlement_reductions',
  'chain_links',
  'unsealed_rows',
];

/** What the application's role may not do, done to it. */
const RIGHTS = [
  'transfers',
  'audit_entries',
  'charges',
  'chain_links',
  'adjustments',
  'commission_reversals',
];
const TRIGGERS = [
  ['transfers', 'transfers_immutable'],
  ['transfers', 'transfers_no_truncate'],
  ['transfers', 'transfers_to_seal'],
  ['audit_entries', 'audit_entries_immutable'],
  ['audit_entries', 'audit_entries_no_truncate'],
  ['audit_entries', 'audit_entries_to_seal'],
  ['charges', 'charges_immutable'],
  ['quotes', 'quotes_immutable'],
  ['chain_links', 'chain_links_immutable'],
  ['chain_links', 'chain_links_no_truncate'],
  ['adjustments', 'adjustments_immutable'],
  ['collections', 'collections_immutable'],
  ['commission_reversals', 'commission_reversals_immutable'],
];

/** Reads them from a database with the present schema, so that none can be forgotten. */
export async function listSchemaFaults(url: string): Promise<Fault[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ table: string; name: string; kind: string }>(CONSTRAINTS, [
    MONEY_TABLES,
  ]);
  await client.end();
  const constraints = ['test/scenarios/money/constraints'];
  const audit = ['test/scenarios/money/constraints', 'test/scenarios/money/audit'];
  return [
    ...rows.map(({ table, name, kind }) => ({
      name: `${kind === 'c' ? 'CHECK' : 'UNIQUE'} ${name} dropped`,
      first: constraints,
      sql: kind === 'i' ? `drop index ${name}` : `alter table ${table} drop constraint ${name} cascade`,
    })),
    ...TELLING_KEYS.map((table) => ({
      name: `PRIMARY KEY of ${table} dropped`,
      first: constraints,
      sql: `alter table ${table} drop constraint ${table}_pkey cascade`,
    })),
    ...TRIGGERS.map(([table, trigger]) => ({
      name: `trigger ${trigger} dropped`,
      first: audit,
      sql: `drop trigger ${trigger} on ${table}`,
    })),
    ...RIGHTS.map((table) => ({
      name: `application may change ${table}`,
      first: audit,
      sql: `grant update, delete, truncate on ${table} to atlas_app`,
    })),
  ];
}
