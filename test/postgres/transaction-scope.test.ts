/** What a transaction forbids is forbidden to its own work alone, not to whoever comes by its connection later. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type pg from 'pg';
import { assertNoTransaction } from '../../src/lib/transaction-scope.ts';
import { insertCustomer } from '../../src/store/customers.ts';
import { openTestShop, type TestShop } from '../support/shop.ts';

describe('the scope of a transaction', () => {
  let shop: TestShop;
  before(async () => {
    shop = await openTestShop(1);
  });
  after(() => shop[Symbol.asyncDispose]());

  const customer = () => ({
    customerId: shop.ids.rowId(),
    telegramId: BigInt(Math.floor(performance.now() * 1000)),
    firstName: 'Anna',
    username: null,
    createdAt: shop.clock.now(),
  });

  it('holds for its work', async () => {
    await shop.db.transaction('test', async (tx) => {
      await insertCustomer(tx, customer());
      assert.throws(() => assertNoTransaction('a call'), /inside the transaction "test"/);
    });
    assertNoTransaction('a call');
  });

  it('is not entered by who waited for its connection, as the queue does when it listens anew', async () => {
    const waited = Promise.withResolvers<void>();
    const busy = Promise.withResolvers<void>();
    const holding = shop.db.transaction('test', () => busy.promise);
    shop.db.pool.connect((error, client, release) => {
      try {
        assert.ifError(error);
        assert.ok(client);
        assertNoTransaction('a call of who waited');
        waited.resolve();
      } catch (failure) {
        waited.reject(failure);
      } finally {
        release();
      }
    });
    busy.resolve();
    await holding;
    await waited.promise;
  });

  it('is not kept by a connection that it had opened', async () => {
    await using other = await openTestShop(1);
    await other.db.transaction('test', async (tx) => void (await insertCustomer(tx, customer())));
    const client: pg.PoolClient = await other.db.pool.connect();
    const heard = Promise.withResolvers<void>();
    client.on('notification', () => {
      try {
        assertNoTransaction('a call of who listens');
        heard.resolve();
      } catch (failure) {
        heard.reject(failure);
      }
    });
    try {
      await client.query('listen news');
      await client.query('notify news');
      await heard.promise;
    } finally {
      client.release();
    }
  });
});
