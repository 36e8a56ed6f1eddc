import { z } from 'zod';
import type { Legacy, LegacyFacts } from '../../domain/legacy-credentials.ts';
import type { Querier } from '../postgres/database.ts';
import { statement } from '../postgres/statement.ts';

const factsStatement = statement(
  'find-legacy-facts',
  z.object({ entitled: z.array(z.string()), taken: z.array(z.string()) }),
  `select array(select c.telegram_id::text from customers c join entitlements e using (customer_id)
       where c.telegram_id = any ($1::bigint[])) as entitled,
     array(select vless_id::text from credentials where vless_id = any ($2::uuid[])
       union all select email from credentials where email = any ($3::text[])) as taken`,
);

/** What is known here of a set's owners and ids. */
export async function findLegacyFacts(db: Querier, set: readonly Legacy[]): Promise<LegacyFacts> {
  const owners = set.flatMap(({ telegramId }) => (telegramId === null ? [] : [telegramId]));
  const ids = set.map(({ vlessId }) => vlessId);
  const [row] = await db.query(factsStatement, [owners, ids, set.map(({ email }) => email)]);
  return {
    entitledTelegramIds: new Set(row?.entitled.map(BigInt)),
    takenIds: new Set(row?.taken),
  };
}
