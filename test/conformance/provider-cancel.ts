/** Withdrawing a demand. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import type { InvoiceReference } from '../../src/ports/payment-provider.ts';
import { referenceOf, type Suite } from './suite.ts';

export function describeCancel(suite: Suite): void {
  const { traits, under } = suite;
  const cancel = async (invoice: InvoiceReference) =>
    (under().provider.cancel ?? assert.fail('no cancel'))(invoice);

  describe('cancel', () => {
    it('takes a demand back for good, and may be repeated', async () => {
      const invoice = await suite.open();
      await cancel(referenceOf(invoice));
      await cancel(referenceOf(invoice));
      await assert.rejects(under().pay(invoice.opened.providerInvoiceId), 'it cannot be paid');
      const [verdict] = await under().provider.fetch([referenceOf(invoice)]);
      assert.notEqual(verdict?.kind, 'ok');
    });

    it('leaves a paid invoice paid', async () => {
      const invoice = await suite.openAndPay();
      await cancel(referenceOf(invoice));
      if (!traits.canBeAsked) return;
      const { charge } = invoice;
      assert.deepEqual(await under().provider.fetch([referenceOf(invoice)]), [{ kind: 'ok', charge }]);
    });

    it('is nothing for an invoice that was never opened', async () => {
      await cancel({ invoiceId: randomUUID(), providerInvoiceId: null });
      await cancel({ invoiceId: randomUUID(), providerInvoiceId: traits.unknownId });
    });
  });
}
