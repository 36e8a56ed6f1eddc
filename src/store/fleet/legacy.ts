import { z } from 'zod';
import type { Legacy, LegacyFacts } from '../../domain/fleet/legacy-credentials.ts';
import type { Querier, Transaction } from '../postgres/database.ts';
import { noRow, statement } from '../postgres/statement.ts';

const factsStatement = statement(
  'find-legacy-facts',
  z.object({ entitled: z.array(z.string()), taken: z.array(z.string()) }),
  `select array(select c.telegram_id::text from customers c join entitlements e using (customer_id)
       where c.telegram_id = any ($1::bigint[])
         and (e.ends_at > $4 or e.suspended_at is not null)) as entitled,
     array(select vless_id::text from credentials where vless_id = any ($2::uuid[])
       union all select email from credentials where email = any ($3::text[])) as taken`,
);

/** What is known at `now` of a set's owners and ids. */
export async function findLegacyFacts(db: Querier, set: readonly Legacy[], now: Date): Promise<LegacyFacts> {
  const ids = set.map(({ vlessId }) => vlessId);
  const [row] = await db.query(factsStatement, [ownersOf(set), ids, set.map(({ email }) => email), now]);
  return {
    entitledTelegramIds: new Set(row?.entitled.map(BigInt)),
    takenIds: new Set(row?.taken),
  };
}

const lockOwnersStatement = statement(
  'lock-legacy-owners',
  noRow,
  `select from customers c join wallets w using (customer_id) where c.telegram_id = any ($1::bigint[])
   order by w.customer_id for update of w`,
);

/** Until the transaction ends, nobody else gives a set's owners access: what was decided about them still holds. */
export async function lockLegacyOwners(tx: Transaction, set: readonly Legacy[]): Promise<void> {
  if (set.length > 0) await tx.query(lockOwnersStatement, [ownersOf(set)]);
}

function ownersOf(set: readonly Legacy[]): bigint[] {
  return set.flatMap(({ telegramId }) => (telegramId === null ? [] : [telegramId]));
}
