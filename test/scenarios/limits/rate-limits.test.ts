/** Limits are counted once, whichever process asks, and time gives back what was taken. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type LimitedAction, RATE_LIMITS, takeOne } from '../../../src/domain/operations/rate-limits.ts';
import { createLogger } from '../../../src/lib/logger.ts';
import { openDatabase } from '../../../src/store/postgres/database.ts';
import { forgetOld } from '../../../src/usecases/life-cycle/forget-old.ts';
import { keepLimits } from '../../../src/usecases/limits/keep-limits.ts';
import type { Shop } from '../../../src/usecases/shop.ts';
import { openTestShop, type TestShop } from '../../support/shop.ts';

const SECOND = 1_000;

describe('a rate limit in the database', () => {
  let shop: TestShop;
  let other: Shop;
  let people = 0;
  let keys = 0;
  before(async () => {
    shop = await openTestShop();
    const pool = { minSize: 0, maxSize: 10, acquireTimeoutMs: 20_000, commandTimeoutMs: 20_000 };
    const logger = createLogger({ name: 'test', level: 'silent' });
    other = { ...shop, db: openDatabase({ url: shop.url, ...pool }, logger) };
  });
  after(async () => {
    await other.db.close();
    await shop[Symbol.asyncDispose]();
  });

  const person = () => BigInt(1_000 + people++);
  async function act(telegramId: bigint, action: LimitedAction, at: Shop = shop): Promise<string> {
    const admission = await keepLimits(at, { telegramId, key: `tap:${keys++}` }, [action]);
    return admission.ok ? 'ok' : `${admission.seconds} s`;
  }

  it('is shared by two processes that ask at the same moment', async () => {
    const anna = person();
    const asked = Array.from({ length: 40 }, (_, n) => act(anna, 'payment-init', n % 2 === 0 ? shop : other));
    const admitted = (await Promise.all(asked)).filter((one) => one === 'ok');
    assert.equal(admitted.length, 5);
    assert.equal(await act(anna, 'payment-init', other), '12 s');
    assert.equal(await act(anna, 'payment-init'), '12 s');
  });

  it('is refilled by time, one by one, up to full', async () => {
    const anna = person();
    for (let n = 0; n < 5; n += 1) assert.equal(await act(anna, 'payment-init'), 'ok');
    assert.equal(await act(anna, 'payment-init'), '12 s');
    shop.advance(11 * SECOND);
    assert.equal(await act(anna, 'payment-init'), '1 s');
    shop.advance(SECOND);
    assert.equal(await act(anna, 'payment-init', other), 'ok');
    assert.equal(await act(anna, 'payment-init'), '12 s');
    shop.advance(86_400 * SECOND);
    const taken = [];
    for (let n = 0; n < 6; n += 1) taken.push(await act(anna, 'payment-init'));
    assert.deepEqual(taken, [...Array(5).fill('ok'), '12 s']);
  });

  it('keeps nobody waiting for a clock that was wrong', async () => {
    const anna = person();
    const ahead = { ...shop, clock: { now: () => new Date(shop.clock.now().getTime() + 86_400 * SECOND) } };
    assert.equal(await act(anna, 'payment-init', ahead), 'ok');
    assert.equal(await act(anna, 'payment-init'), '12 s');
    shop.advance(12 * SECOND);
    assert.equal(await act(anna, 'payment-init'), 'ok');
    assert.equal(await act(anna, 'payment-init'), '12 s');
  });

  it('of one person or one action is nobody else’s', async () => {
    const [anna, boris] = [person(), person()];
    assert.equal(await act(anna, 'trial-activate'), 'ok');
    assert.equal(await act(anna, 'trial-activate'), '3600 s');
    assert.equal(await act(boris, 'trial-activate'), 'ok');
    assert.equal(await act(anna, 'vpn-reissue'), 'ok');
  });

  it('does not count the same tap twice: what was let through before a crash is let through again', async () => {
    const anna = person();
    const again = () => keepLimits(shop, { telegramId: anna, key: 'the same' }, ['trial-activate']);
    assert.deepEqual([await again(), await again(), await again()], Array(3).fill({ ok: true }));
    assert.equal(await act(anna, 'trial-activate'), '3600 s');
  });

  it('of two kinds holds for both: five codes a minute, twenty a day', async () => {
    const anna = person();
    const attempt = async () => {
      const key = `tap:${keys++}`;
      return (await keepLimits(shop, { telegramId: anna, key }, ['promo-attempt', 'promo-attempt-daily'])).ok;
    };
    let admitted = 0;
    for (let minute = 0; minute < 10; minute += 1) {
      for (let n = 0; n < 6; n += 1) admitted += (await attempt()) ? 1 : 0;
      shop.advance(60 * SECOND);
    }
    assert.equal(admitted, 20);
    shop.advance(86_400 * SECOND);
    assert.equal(await attempt(), true);
  });

  it('decides as the rule in the domain does, whatever the pattern', async () => {
    for (const [action, limit] of Object.entries(RATE_LIMITS)) {
      const anna = person();
      let fullAt: Date | null = null;
      for (let n = 0; n < 3 * Math.min(limit.burst, 12); n += 1) {
        const taken = takeOne(limit, fullAt, shop.clock.now());
        fullAt = taken.fullAt;
        const { ok } = await keepLimits(shop, { telegramId: anna, key: `tap:${keys++}` }, [
          action as LimitedAction,
        ]);
        assert.equal(ok, taken.isAdmitted, `${action} ${n}`);
        const [row] = await shop.ask<{ full_at: Date }>(
          'select full_at from rate_limits where telegram_id = $1',
          [anna],
        );
        assert.equal(row?.full_at.getTime(), fullAt.getTime(), `${action} ${n}`);
        shop.advance(((n * 7) % 5) * 0.4 * (limit.windowMs / limit.count));
      }
    }
  });

  it('is forgotten once it is full again, and grows no further', async () => {
    shop.advance(3 * 86_400 * SECOND);
    await act(person(), 'visit');
    await act(person(), 'promo-attempt-daily');
    await forgetOld(shop);
    const rows = () => shop.ask('select action from rate_limits');
    assert.equal((await rows()).length, 2);
    shop.advance(3 * 3_600 * SECOND);
    await forgetOld(shop);
    assert.deepEqual(await rows(), []);
  });
});
