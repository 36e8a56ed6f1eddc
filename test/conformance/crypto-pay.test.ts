import { createHttpClient } from '../../src/lib/http-client.ts';
import { createCryptoPay } from '../../src/payments/cryptopay/create-crypto-pay.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { DEFAULT_CRYPTO_TOKEN } from '../../src/sandbox/settings.ts';
import { createSandboxClient, startReceiver } from '../sandbox/sandbox-client.ts';
import { noticesOf } from './notices-of.ts';
import { describeProvider } from './payment-provider.ts';
import type { ProviderTraits } from './suite.ts';

const traits: ProviderTraits = {
  price: '149.00 RUB',
  notices: 'signed',
  canBeAsked: true,
  knowsStrangers: true,
  findsLostInvoice: true,
  expires: true,
  cancel: true,
  refund: null,
  list: { pageSize: 200 },
  unknownId: '999999999',
};

describeProvider('Crypto Pay', traits, async () => {
  const receiver = await startReceiver();
  const sandbox = await startSandbox({ cryptoWebhookUrl: receiver.url });
  const client = createSandboxClient(sandbox.port);
  const http = createHttpClient(client.base);
  const settings = {
    token: DEFAULT_CRYPTO_TOKEN,
    basePath: '/cryptopay/api',
    acceptedAssets: 'USDT,TON,BTC',
  };
  const fault = (fields: object) => client.chat('faults', { api: 'cryptopay', kind: 'close', ...fields });
  return {
    provider: createCryptoPay(settings, http),
    payerTelegramId: 7_000_000_001n,
    pay: (providerInvoiceId) => client.chat(`invoices/${providerInvoiceId}/pay`, {}),
    passTime: async (advanceMs) => void (await client.chat('clock', { advanceMs })),
    nextNotice: noticesOf(receiver),
    loseNextAnswer: async () => void (await fault({ method: 'createInvoice', when: 'after' })),
    async countInvoices(invoiceId) {
      const { body } = await client.crypto('getInvoices', { count: 1000 });
      return body.result.items.filter((item) => item.payload === invoiceId).length;
    },
    countRefunds: async () => 0,
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
