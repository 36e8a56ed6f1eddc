/** Whom an operator means by what they type: nobody but who it names now, and never a failure. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { findPerson } from '../../../src/usecases/customers/find-person.ts';
import { greetCustomer } from '../../../src/usecases/customers/greet-customer.ts';
import { openTestShop, type TestShop } from '../../support/shop.ts';

describe('what an operator types for a customer', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop();
  });
  afterEach(() => shop[Symbol.asyncDispose]());

  const meet = (telegramId: bigint, username: string | null) =>
    greetCustomer(shop, { telegramId, firstName: `Visitor ${telegramId}`, username });
  const found = async (typed: string) => (await findPerson(shop, typed))?.telegramId ?? null;

  it('may be a number that is too long for an id', async () => {
    await meet(7n, null);
    assert.equal(await found('7'), 7n);
    for (const typed of ['9223372036854775807', '9223372036854775808', '9'.repeat(19), '9'.repeat(200)])
      assert.equal(await found(typed), null, typed);
  });

  it('names whoever has the username now, not who had it before', async () => {
    await meet(1n, 'Wanted');
    shop.advance(1_000);
    await meet(2n, 'wanted');
    assert.equal(await found('@WANTED'), 2n, 'taken by somebody new');
    shop.advance(1_000);
    await meet(1n, 'wanted');
    assert.equal(await found('wanted'), 1n, 'taken back by somebody older');
    await meet(1n, 'other');
    assert.equal(await found('wanted'), null, 'given up');
  });
});
