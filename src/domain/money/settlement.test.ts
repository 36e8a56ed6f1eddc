import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kopecks } from './money.ts';
import { decideSettlement, type InvoiceFacts, type VerifiedCharge } from './settlement.ts';

const charge: VerifiedCharge = {
  provider: 'cryptobot',
  providerChargeId: '1001',
  invoiceId: 'i',
  providerAmount: '149.00',
  providerCurrency: 'RUB',
  payerTelegramId: null,
  chargedAt: new Date(0),
};
const invoice: InvoiceFacts = {
  customerId: 'c',
  purpose: 'purchase',
  amountKopecks: kopecks(14900n),
  providerAmount: '149.00',
  providerCurrency: 'RUB',
  status: 'open',
};

describe('a verified charge', () => {
  // Source: decisions.md §5.
  const table: [
    name: string,
    charge: Partial<VerifiedCharge>,
    invoice: Partial<InvoiceFacts> | null,
    expected: string,
  ][] = [
    ['buys when it is the invoiced amount', {}, {}, 'buy paid 14900'],
    ['buys though the invoice is still being opened', {}, { status: 'opening' }, 'buy paid 14900'],
    [
      'buys at the stored price when the invoice has expired',
      {},
      { status: 'expired' },
      'buy paid-late 14900',
    ],
    ['buys when the invoice was cancelled', {}, { status: 'cancelled' }, 'buy paid-late 14900'],
    ['buys when a newer invoice took its place', {}, { status: 'superseded' }, 'buy paid-late 14900'],
    ['buys and leaves the excess in the wallet', { providerAmount: '200.00' }, {}, 'buy overpaid 20000'],
    [
      'goes to the wallet when it is a kopeck short',
      { providerAmount: '148.99' },
      {},
      'wallet underpaid 14899 open',
    ],
    [
      'goes to the wallet when the invoice is paid already',
      {},
      { status: 'paid' },
      'wallet already-paid 14900 open',
    ],
    [
      'buys when Stars are what was asked, whatever a star is worth today',
      { providerAmount: '125', providerCurrency: 'XTR' },
      { providerAmount: '125', providerCurrency: 'XTR' },
      'buy paid 14900',
    ],
    [
      'is worth its share when Stars are short',
      { providerAmount: '100', providerCurrency: 'XTR' },
      { providerAmount: '125', providerCurrency: 'XTR' },
      'wallet underpaid 11920 open',
    ],
    ['fills the wallet for a top-up', {}, { purpose: 'top-up' }, 'wallet topped-up 14900 paid'],
    [
      'fills the wallet for a late top-up',
      {},
      { purpose: 'top-up', status: 'expired' },
      'wallet topped-up 14900 paid',
    ],
    ['waits in suspense when nobody knows the invoice', {}, null, 'suspense unknown-invoice 14900'],
    ['waits in suspense in another currency', { providerCurrency: 'USD' }, {}, 'suspense other-currency 0'],
    [
      'waits in suspense with more digits than a kopeck has',
      { providerAmount: '149.001' },
      {},
      'suspense other-currency 0',
    ],
  ];
  for (const [name, changedCharge, changedInvoice, expected] of table) {
    it(name, () => {
      const facts = changedInvoice === null ? null : { ...invoice, ...changedInvoice };
      const settlement = decideSettlement({ ...charge, ...changedCharge }, facts);
      const paid = 'paysInvoice' in settlement ? (settlement.paysInvoice ? ' paid' : ' open') : '';
      const said = `${settlement.disposition} ${settlement.reason} ${settlement.creditKopecks}${paid}`;
      assert.equal(said, expected);
    });
  }
});
