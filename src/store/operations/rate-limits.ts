import { z } from 'zod';
import type { Querier } from '../postgres/database.ts';
import { moment, statement } from '../postgres/statement.ts';

/** One action of one person, in the measures of its limit. `key`: what names it for good. */
export type LimitedTake = {
  telegramId: bigint;
  action: string;
  key: string;
  now: Date;
  refillMs: number;
  depthMs: number;
};

/*
 * domain/operations/rate-limits.ts says the rule; it is written here once more because reading, deciding and writing have to be
 * one statement: two processes that ask at the same moment wait for each other at the row.
 */
const takeStatement = statement(
  'take-rate-limit',
  z.object({ isAdmitted: z.boolean(), fullAt: moment }),
  `insert into rate_limits as r (telegram_id, action, last_key, full_at)
   values ($1, $2, $3, $4::timestamptz + $5::float8 * interval '1 millisecond')
   on conflict (telegram_id, action) do update set
     (full_at, last_key) = (select
        case when r.last_key = $3 then r.full_at when fits then next_at else least(r.full_at, empty_at) end,
        case when fits then $3 else r.last_key end
      from (select next_at, empty_at, next_at <= empty_at as fits
        from (select least(greatest(r.full_at, $4::timestamptz), empty_at) + $5::float8 * interval '1 millisecond'
            as next_at, empty_at
          from (select $4::timestamptz + $6::float8 * interval '1 millisecond' as empty_at) e) n) f)
   returning last_key = $3 as "isAdmitted", full_at as "fullAt"`,
);

/**
 * Takes one from a bucket, if it holds one. The take that was admitted last is admitted again without being counted.
 * `fullAt`: when the bucket will be full.
 */
export async function takeRateLimit(
  db: Querier,
  take: LimitedTake,
): Promise<{ isAdmitted: boolean; fullAt: Date }> {
  const { telegramId, action, key, now, refillMs, depthMs } = take;
  const [taken] = await db.query(takeStatement, [telegramId, action, key, now, refillMs, depthMs]);
  if (!taken) throw new Error('a rate limit gave no answer');
  return taken;
}
