import { createHttpClient } from '../../src/lib/http-client.ts';
import { createYooKassa } from '../../src/payments/yookassa/create-yookassa.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { DEFAULT_YOOKASSA_SECRET_KEY, DEFAULT_YOOKASSA_SHOP_ID } from '../../src/sandbox/settings.ts';
import { createSandboxClient, startReceiver } from '../sandbox/sandbox-client.ts';
import { noticesOf } from './notices-of.ts';
import { describeProvider } from './payment-provider.ts';
import type { ProviderTraits } from './suite.ts';

const traits: ProviderTraits = {
  price: '149.00 RUB',
  notices: 'hint',
  canBeAsked: true,
  knowsStrangers: true,
  findsLostInvoice: true,
  expires: true,
  cancel: false,
  refund: { isPartial: true, isNoticed: true, isDated: true },
  list: { pageSize: 100 },
  unknownId: '00000001-000f-5000-8000-000000000000',
};

type Books = {
  payments: { metadata: { invoice_id?: string } }[];
  refunds: { payment_id: string }[];
};

describeProvider('YooKassa', traits, async () => {
  const receiver = await startReceiver();
  const sandbox = await startSandbox({ yookassaWebhookUrl: receiver.url });
  const client = createSandboxClient(sandbox.port);
  const http = createHttpClient(client.base);
  const settings = {
    shopId: DEFAULT_YOOKASSA_SHOP_ID,
    secretKey: DEFAULT_YOOKASSA_SECRET_KEY,
    basePath: '/yookassa/v3',
    returnUrl: 'https://t.me/atlas_secure_sandbox_bot',
    receipt: { email: 'receipts@example.org', vatCode: 1 },
    allowedAddresses: ['127.0.0.0/8'],
  };
  const fault = (fields: object) => client.chat('faults', { api: 'yookassa', kind: 'close', ...fields });
  const books = () => client.chat<Books>('yookassa');
  return {
    provider: createYooKassa(settings, http),
    payerTelegramId: 7_000_000_001n,
    pay: (paymentId) => client.chat('yookassa/pay', { paymentId }),
    passTime: async (advanceMs) => void (await client.chat('clock', { advanceMs })),
    nextNotice: noticesOf(receiver, '::ffff:127.0.0.1'),
    async loseNextAnswer(call) {
      const method = { create: 'createPayment', refund: 'createRefund' }[call];
      await fault({ method, when: 'after' });
    },
    async countInvoices(invoiceId) {
      return (await books()).payments.filter(({ metadata }) => metadata.invoice_id === invoiceId).length;
    },
    async countRefunds(chargeId) {
      return (await books()).refunds.filter(({ payment_id }) => payment_id === chargeId).length;
    },
    async cutOff() {
      await fault({ when: 'before', count: 3 });
      return async () => void (await fetch(`${client.base}/chat/faults`, { method: 'DELETE' }));
    },
    async close() {
      await http.close();
      await sandbox.close();
      await receiver[Symbol.asyncDispose]();
    },
  };
});
