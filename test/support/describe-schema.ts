import pg from 'pg';

/** One SELECT per kind of thing; each yields text lines, sorted by name. The job queue's schema is left out. */
const QUERIES = [
  `select format(E'create table %s (\\n%s\\n);', c.relname, string_agg(format('  %s %s%s%s', a.attname,
     format_type(a.atttypid, a.atttypmod), case when a.attnotnull then ' not null' else '' end,
     coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')), E',\\n' order by a.attnum)) as line
   from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
   left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
   where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' group by c.relname order by c.relname`,
  `select format('alter table %s add constraint %s %s;', conrelid::regclass, conname, pg_get_constraintdef(oid))
     as line
   from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'
   order by conrelid::regclass::text, conname`,
  `select indexdef || ';' as line from pg_indexes i where schemaname = 'public'
     and not exists (select from pg_constraint where conname = i.indexname) order by tablename, indexname`,
  `select pg_get_functiondef(oid) || ';' as line from pg_proc where pronamespace = 'public'::regnamespace
   order by proname`,
  `select pg_get_triggerdef(t.oid) || ';' as line from pg_trigger t join pg_class c on c.oid = t.tgrelid
   where not t.tgisinternal and c.relnamespace = 'public'::regnamespace order by c.relname, t.tgname`,
  `select format('grant %s on %s to atlas_app;', string_agg(lower(privilege_type), ', ' order by privilege_type),
     table_name) as line
   from information_schema.role_table_grants where grantee = 'atlas_app' and table_schema = 'public'
   group by table_name order by table_name`,
  `select format('grant update (%s) on %s to atlas_app;', string_agg(column_name, ', ' order by column_name),
     table_name) as line
   from information_schema.column_privileges p where grantee = 'atlas_app' and table_schema = 'public'
     and privilege_type = 'UPDATE' and not exists (select from information_schema.role_table_grants g
       where g.grantee = p.grantee and g.table_name = p.table_name and g.privilege_type = 'UPDATE')
   group by table_name order by table_name`,
];

/** The migrated schema as text that a reviewer can read and a diff can compare. */
export async function describeSchema(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const sections: string[] = [];
    for (const query of QUERIES) {
      const { rows } = await client.query<{ line: string }>(query);
      sections.push(rows.map((row) => row.line).join('\n'));
    }
    return `-- Written by \`npm run schema\` from a freshly migrated database. Do not edit.\n\n${sections.join('\n\n')}\n`;
  } finally {
    await client.end();
  }
}
