/** What Telegram is told before it takes money: decided on stored facts, in the documented order, in time. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it, mock } from 'node:test';
import type { Api } from 'grammy';
import { createCheckoutAnswerer } from '../../../src/telegram/answer-checkout.ts';
import { type CheckoutRefusal, decideCheckout } from '../../../src/usecases/payments/decide-checkout.ts';
import { openTestShop, type TestShop } from '../../support/shop.ts';
import { openTill, type Till } from '../../support/till.ts';

describe('a checkout', () => {
  let shop: TestShop;
  let till: Till;
  let people = 0;
  before(async () => {
    shop = await openTestShop();
    till = openTill(shop);
  });
  after(() => shop[Symbol.asyncDispose]());

  /** An open invoice of 149 ₽, and who may pay it. */
  async function invoice(): Promise<{ payload: string; payerTelegramId: bigint }> {
    const telegramId = 60_000 + people++;
    const payload = await till.openInvoice(await shop.addCustomer(telegramId));
    return { payload, payerTelegramId: BigInt(telegramId) };
  }

  const asked = { currency: 'RUB', totalAmount: 14_900n };
  const change = (invoiceId: string, columns: string) =>
    shop.ask(`update invoices set ${columns} where invoice_id = $1`, [invoiceId]);

  it('of an open invoice by its customer for exactly its amount is accepted', async () => {
    assert.equal(await decideCheckout(shop, { ...(await invoice()), ...asked }), null);
  });

  const refused: [refusal: CheckoutRefusal, name: string, spoil: (payload: string) => Promise<unknown>][] = [
    ['gone', 'expired by its row', (id) => change(id, `status = 'expired'`)],
    ['gone', 'cancelled', (id) => change(id, `status = 'cancelled'`)],
    ['gone', 'superseded', (id) => change(id, `status = 'superseded'`)],
    ['paid', 'paid', (id) => change(id, `status = 'paid', paid_at = created_at`)],
    ['try-again', 'still being opened', (id) => change(id, `status = 'opening', provider_amount = null`)],
  ];
  for (const [refusal, name, spoil] of refused) {
    it(`of an invoice that is ${name} is refused: ${refusal}`, async () => {
      const mine = await invoice();
      await spoil(mine.payload);
      assert.equal(await decideCheckout(shop, { ...mine, ...asked }), refusal);
    });
  }

  it('of an invoice whose time is over is refused, whatever its row says', async () => {
    const mine = await invoice();
    shop.advance(1_800_000);
    assert.equal(await decideCheckout(shop, { ...mine, ...asked }), 'gone');
  });

  for (const payload of ['', 'garbage', randomUUID(), `${randomUUID()}x`]) {
    it(`of ${JSON.stringify(payload.slice(0, 8))} is refused: there is no such invoice`, async () => {
      assert.equal(await decideCheckout(shop, { payload, payerTelegramId: 1n, ...asked }), 'gone');
    });
  }

  it('by somebody else is refused', async () => {
    const { payload } = await invoice();
    assert.equal(await decideCheckout(shop, { payload, payerTelegramId: 1n, ...asked }), 'stranger');
  });

  for (const wrong of [
    { currency: 'RUB', totalAmount: 14_899n },
    { currency: 'RUB', totalAmount: 14_901n },
    { currency: 'XTR', totalAmount: 14_900n },
  ]) {
    it(`for ${wrong.totalAmount} ${wrong.currency} instead of 14900 RUB is refused`, async () => {
      assert.equal(await decideCheckout(shop, { ...(await invoice()), ...wrong }), 'changed');
    });
  }

  it('of a paid invoice by a stranger says that it is paid: the order of refusals', async () => {
    const { payload } = await invoice();
    await change(payload, `status = 'paid', paid_at = created_at`);
    assert.equal(
      await decideCheckout(shop, { payload, payerTelegramId: 1n, currency: 'USD', totalAmount: 1n }),
      'paid',
    );
  });

  // --- the answer -----------------------------------------------------------------------------------------

  type Answer = { id: string; ok: boolean; message: string | undefined };
  function telegram(fail?: Error): { api: Api; answers: Answer[] } {
    const answers: Answer[] = [];
    const answerPreCheckoutQuery = async (id: string, ok: boolean, other?: { error_message: string }) => {
      answers.push({ id, ok, message: other?.error_message });
      if (fail) throw fail;
      return true;
    };
    return { api: { answerPreCheckoutQuery } as unknown as Api, answers };
  }
  const query = (id: string, mine: { payload: string; payerTelegramId: bigint }) => ({
    update_id: 1,
    pre_checkout_query: {
      id,
      from: { id: Number(mine.payerTelegramId), language_code: 'en' },
      currency: 'RUB',
      total_amount: 14_900,
      invoice_payload: mine.payload,
    },
  });

  it('is answered yes, or no with words in the payer’s language; other updates are none', async () => {
    const { api, answers } = telegram();
    const answer = createCheckoutAnswerer(shop, api);
    const mine = await invoice();
    assert.equal(await answer(query('q1', mine)), true);
    assert.equal(await answer(query('q2', { ...mine, payload: 'gone' })), true);
    assert.equal(await answer({ update_id: 1, message: {} }), false);
    assert.deepEqual(answers[0], { id: 'q1', ok: true, message: undefined });
    assert.equal(answers[1]?.ok, false);
    assert.match(answers[1]?.message ?? '', /^[A-Z][\x20-\x7e’—]+$/);
  });

  it('that cannot be decided is left to come again, and after eight seconds declined with "try again"', async () => {
    const { api, answers } = telegram();
    const broken = { ...shop, db: { ...shop.db, query: () => Promise.reject(new Error('away')) } };
    const answer = createCheckoutAnswerer(broken, api);
    const mine = await invoice();
    let now = 1_000;
    const clock = mock.method(performance, 'now', () => now);
    try {
      await assert.rejects(answer(query('q3', mine)), { code: 'storage-down' });
      now += 7_999;
      await assert.rejects(answer(query('q3', mine)), { code: 'storage-down' });
      assert.equal(answers.length, 0, 'nothing is said while it may still be decided');
      now += 1;
      assert.equal(await answer(query('q3', mine)), true);
    } finally {
      clock.mock.restore();
    }
    assert.equal(answers.length, 1);
    assert.equal(answers[0]?.ok, false);
  });
});
