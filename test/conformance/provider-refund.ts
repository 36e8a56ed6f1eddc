/** Money back: once for one refund id, never more than the charge, never "declined" for what is not known. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import type { VerifiedRefund } from '../../src/domain/money/refunds.ts';
import type { VerifiedCharge } from '../../src/domain/money/settlement.ts';
import type { RefundRequest, RefundVerdict } from '../../src/ports/payment-provider.ts';
import type { RefundTraits, Suite } from './suite.ts';

/** Longer than providers remember a key. */
const DAYS_MS = 3 * 86_400_000;

type Fields = Partial<RefundRequest>;
type Refund = (charge: VerifiedCharge, fields?: Fields) => Promise<RefundVerdict>;

export function describeRefund(suite: Suite, traits: RefundTraits): void {
  const { under } = suite;
  const assertSame = (one: VerifiedRefund, other: VerifiedRefund): void =>
    assert.deepEqual(comparable(one, traits), comparable(other, traits));
  const refund: Refund = (charge, fields = {}) =>
    (under().provider.refund ?? assert.fail('no refund'))({
      refundId: randomUUID(),
      providerChargeId: charge.providerChargeId,
      payerTelegramId: charge.payerTelegramId,
      providerAmount: charge.providerAmount,
      providerCurrency: charge.providerCurrency,
      reason: 'asked for by the customer',
      ...fields,
    });

  describe('refund', () => {
    it('gives a charge back whole, once for one refund id', async () => {
      const { charge } = await suite.openAndPay();
      const refundId = randomUUID();
      const given = refundOf(await refund(charge, { refundId }));
      assertRefunds(given, charge, charge.providerAmount);
      assertSame(refundOf(await refund(charge, { refundId })), given);
      assert.equal(await under().countRefunds(charge.providerChargeId), 1);
      if (!traits.isNoticed) return;
      const { truth } = await suite.awaitNotice(
        ({ refund: told }) => told?.providerRefundId === given.providerRefundId,
      );
      assertSame(truth.refund ?? assert.fail('no refund'), given);
      assert.equal(truth.charge, null, 'the notice tells of the same refund and of nothing else');
    });

    it('is safe to ask again when the answer was lost', async () => {
      const { charge } = await suite.openAndPay();
      const refundId = randomUUID();
      await under().loseNextAnswer('refund');
      const first = await refund(charge, { refundId });
      assert.notEqual(first.kind, 'declined');
      const given = refundOf(await refund(charge, { refundId }));
      if (first.kind === 'ok') assertSame(given, first.refund);
      assert.equal(await under().countRefunds(charge.providerChargeId), 1);
    });

    it('is declined for a charge that the provider does not know', async () => {
      const { charge } = await suite.openAndPay();
      const verdict = await refund(charge, { providerChargeId: suite.traits.unknownId });
      assert.equal(verdict.kind, 'declined');
      assert.equal(await under().countRefunds(charge.providerChargeId), 0);
    });

    it('is unknown while the provider cannot be reached', async () => {
      const { charge } = await suite.openAndPay();
      const refundId = randomUUID();
      const restore = await under().cutOff();
      assert.deepEqual(await refund(charge, { refundId }), { kind: 'unknown' });
      await restore();
      refundOf(await refund(charge, { refundId }));
      assert.equal(await under().countRefunds(charge.providerChargeId), 1);
    });

    if (traits.isPartial) {
      describeParts(suite, refund);
      describeLater(suite, refund);
    }
  });
}

function describeParts({ openAndPay, under }: Suite, refund: Refund): void {
  it('gives a charge back in parts, and no more than all of it', async () => {
    const { charge } = await openAndPay();
    const parts = ['100.00', '49.00'];
    const given = [];
    for (const providerAmount of parts) {
      const part = refundOf(await refund(charge, { providerAmount }));
      assertRefunds(part, charge, providerAmount);
      given.push(part.providerRefundId);
    }
    assert.equal(new Set(given).size, 2);
    assert.equal((await refund(charge, { providerAmount: '0.01' })).kind, 'declined');
    assert.equal(await under().countRefunds(charge.providerChargeId), 2);
  });
}

function describeLater({ openAndPay, under }: Suite, refund: Refund): void {
  it('is the same refund days later', async () => {
    const { charge } = await openAndPay();
    const part = { refundId: randomUUID(), providerAmount: '10.00' };
    const given = refundOf(await refund(charge, part));
    await under().passTime(DAYS_MS);
    assert.deepEqual(refundOf(await refund(charge, part)), given);
    assert.equal(await under().countRefunds(charge.providerChargeId), 1);
  });
}

/** A refund without what its provider does not say. */
export function comparable(refund: VerifiedRefund, { isDated }: RefundTraits): Partial<VerifiedRefund> {
  const { refundedAt: _when, isChargeback: _cause, ...certain } = refund;
  return isDated ? refund : certain;
}

function refundOf(verdict: RefundVerdict): VerifiedRefund {
  return verdict.kind === 'ok' ? verdict.refund : assert.fail(JSON.stringify(verdict));
}

function assertRefunds(refund: VerifiedRefund, charge: VerifiedCharge, amount: string): void {
  assert.equal(refund.provider, charge.provider);
  assert.equal(refund.providerChargeId, charge.providerChargeId);
  assert.equal(`${refund.providerAmount} ${refund.providerCurrency}`, `${amount} ${charge.providerCurrency}`);
  assert.equal(refund.isChargeback, false);
  assert.ok(refund.refundedAt >= charge.chargedAt);
}
