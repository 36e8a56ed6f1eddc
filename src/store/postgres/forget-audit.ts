import pg from 'pg';

/** Source: product.md §7.6: the longest that any of them is kept. */
const KEEP_MS = 365 * 86_400_000;
/** Entries per transaction, each of which keeps writers of new ones waiting: some milliseconds. */
const PAGE = 2_000;

/**
 * Deletes sealed audit entries a year after they were written, as the owner of the tables: the application's role cannot.
 * A checkpoint of the chain is kept in the same transaction. Safe to repeat, and to lose half-way. How many it were.
 * `ownerUrl`: a role that owns the database.
 */
export async function forgetAudit(ownerUrl: string, now: Date): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const before = new Date(now.getTime() - KEEP_MS);
    let forgotten = 0;
    for (;;) {
      const { rows } = await client.query<{ count: string }>(
        'select forget_audit_entries($1, $2, $3) as count',
        [before, now, PAGE],
      );
      const count = Number(rows[0]?.count ?? 0);
      forgotten += count;
      if (count < PAGE) return forgotten;
    }
  } finally {
    await client.end();
  }
}
