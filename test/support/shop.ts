/** A shop of one test: a database of its own, a clock that is set by hand, and customers made directly. */
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { EVERY_FEATURE_ON } from '../../src/domain/operations/features.ts';
import { randomIds } from '../../src/lib/ids.ts';
import { createLogger } from '../../src/lib/logger.ts';
import { insertCustomer } from '../../src/store/customers.ts';
import { openDatabase } from '../../src/store/postgres/database.ts';
import type { Shop, Tap } from '../../src/usecases/shop.ts';
import { createShopDatabase } from './world.ts';

export type TestShop = Shop & {
  url: string;
  /** Moves the clock. */
  advance(ms: number): void;
  /** A customer with an empty wallet; returns its id. */
  addCustomer(telegramId: number): Promise<string>;
  /** The right to act for a chat, as a process that works it would have. */
  tap(chatId: number): Promise<Tap>;
  /** Asks the database as the application's role. */
  ask<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  [Symbol.asyncDispose](): Promise<void>;
};

/** `connections`: how many transactions may run at once. */
export async function openTestShop(connections = 20): Promise<TestShop> {
  const database = await createShopDatabase();
  const logger = createLogger({ name: 'test', level: 'silent' });
  const db = openDatabase(
    {
      url: database.url,
      minSize: 0,
      maxSize: connections,
      acquireTimeoutMs: 20_000,
      commandTimeoutMs: 20_000,
    },
    logger,
  );
  let time = Date.parse('2026-11-24T12:00:00Z');
  const ask = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
    (await db.pool.query<Row>(text, values)).rows;
  return {
    db,
    ids: randomIds,
    features: EVERY_FEATURE_ON,
    clock: { now: () => new Date(time) },
    url: database.url,
    advance: (ms) => {
      time += ms;
    },
    async addCustomer(telegramId) {
      const customerId = randomIds.rowId();
      await insertCustomer(db, {
        customerId,
        telegramId: BigInt(telegramId),
        firstName: 'Anna',
        username: null,
        createdAt: new Date(time),
      });
      return customerId;
    },
    async tap(chatId) {
      const workerId = randomUUID();
      await ask(
        `insert into chat_leases (chat_key, fence, locked_by, locked_until) values ($1, 1, $2, $3)
         on conflict (chat_key) do update set fence = chat_leases.fence + 1, locked_by = $2, locked_until = $3`,
        [chatId, workerId, new Date(time + 86_400_000)],
      );
      const [row] = await ask<{ fence: string }>('select fence from chat_leases where chat_key = $1', [
        chatId,
      ]);
      return {
        key: `test:${randomUUID()}`,
        lease: { chatKey: BigInt(chatId), fence: BigInt(row?.fence ?? 0), workerId },
      };
    },
    ask,
    async [Symbol.asyncDispose]() {
      await db.close();
      await database.drop();
    },
  };
}
