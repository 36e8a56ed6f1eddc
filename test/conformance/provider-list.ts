/** The provider's own books: complete over pages, and nothing outside the range. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import type { VerifiedRefund } from '../../src/domain/money/refunds.ts';
import type { ProviderRecord } from '../../src/ports/payment-provider.ts';
import { comparable } from './provider-refund.ts';
import type { OpenInvoice, Suite } from './suite.ts';

/** Providers' clocks tick in seconds. */
const TICK_MS = 2_000;
const END_OF_TIME = new Date(8.64e15);
/** Customers who buy at the same time. */
const AT_ONCE = 8;

export function describeList(suite: Suite, { pageSize }: { pageSize: number }): void {
  const { under, traits } = suite;
  const list = async (since: Date, until: Date): Promise<ProviderRecord[]> => {
    const records: ProviderRecord[] = [];
    const books = (under().provider.list ?? assert.fail('no list'))({ since, until });
    for await (const record of books) records.push(record);
    return records;
  };
  const openAndPayMany = async (count: number): Promise<OpenInvoice[]> => {
    const paid: OpenInvoice[] = [];
    const buy = async () => {
      while (paid.length < count) {
        const invoice = await suite.open();
        paid.push(invoice);
        await under().pay(invoice.opened.providerInvoiceId);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, buy));
    return paid;
  };

  describe('list', () => {
    it('has every charge of the range, over more than one page, and nothing else', async () => {
      await under().passTime(TICK_MS);
      const first = await suite.openAndPay();
      await under().passTime(TICK_MS);
      const inside = await openAndPayMany(pageSize + 1);
      await suite.open();
      await under().passTime(TICK_MS);
      const last = await suite.openAndPay();
      const charges = (await list(first.charge.chargedAt, last.charge.chargedAt)).flatMap((record) =>
        record.kind === 'charge' ? [record.charge] : [],
      );
      assert.deepEqual(
        charges.map(({ invoiceId }) => invoiceId).sort(),
        [first, ...inside].map(({ invoiceId }) => invoiceId).sort(),
        'since belongs to the range, until does not',
      );
      const ours = charges.find(({ invoiceId }) => invoiceId === first.invoiceId);
      assert.deepEqual(ours, first.charge, 'the same charge as the notice told');
      assert.deepEqual(await list(last.charge.chargedAt, last.charge.chargedAt), []);
    });

    const { refund } = traits;
    if (refund) {
      it('has the refunds of the range', async () => {
        const [early, late] = [await suite.openAndPay(), await suite.openAndPay()];
        await under().passTime(TICK_MS);
        const given = await refundWhole(suite, early.charge);
        await under().passTime(TICK_MS);
        const next = await refundWhole(suite, late.charge);
        const booked = refundsOf(await list(early.charge.chargedAt, END_OF_TIME));
        const timeOf = (made: VerifiedRefund): Date => {
          if (refund.isDated) return made.refundedAt;
          const found = booked.find(({ providerRefundId }) => providerRefundId === made.providerRefundId);
          return found?.refundedAt ?? assert.fail('not in the books');
        };
        const records = await list(timeOf(given), timeOf(next));
        assert.deepEqual(
          records.map(({ kind }) => kind),
          ['refund'],
        );
        assert.deepEqual(
          refundsOf(records).map((one) => comparable(one, refund)),
          [comparable(given, refund)],
        );
      });
    }
  });
}

function refundsOf(records: ProviderRecord[]): VerifiedRefund[] {
  return records.flatMap((record) => (record.kind === 'refund' ? [record.refund] : []));
}

async function refundWhole({ under }: Suite, charge: Awaited<ReturnType<Suite['openAndPay']>>['charge']) {
  const { providerChargeId, payerTelegramId, providerAmount, providerCurrency } = charge;
  const verdict = await under().provider.refund?.({
    refundId: randomUUID(),
    providerChargeId,
    payerTelegramId,
    providerAmount,
    providerCurrency,
    reason: 'asked for by the customer',
  });
  return verdict?.kind === 'ok' ? verdict.refund : assert.fail(JSON.stringify(verdict));
}
