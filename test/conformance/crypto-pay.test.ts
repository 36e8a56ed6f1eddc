import { createHttpClient } from '../../src/lib/http-client.ts';
import { createCryptoPay } from '../../src/payments/cryptopay/create-crypto-pay.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { DEFAULT_CRYPTO_TOKEN } from '../../src/sandbox/settings.ts';
import { createSandboxClient, startReceiver } from '../sandbox/sandbox-client.ts';
import { describeProvider } from './payment-provider.ts';

describeProvider('Crypto Pay', async () => {
  const receiver = await startReceiver();
  const sandbox = await startSandbox({ cryptoWebhookUrl: receiver.url });
  const client = createSandboxClient(sandbox.port);
  const http = createHttpClient(client.base);
  const settings = {
    token: DEFAULT_CRYPTO_TOKEN,
    basePath: '/cryptopay/api',
    acceptedAssets: 'USDT,TON,BTC',
  };
  let seen = 0;
  return {
    provider: createCryptoPay(settings, http),
    pay: (providerInvoiceId) => client.chat(`invoices/${providerInvoiceId}/pay`, {}),
    expire: async () => void (await client.chat('clock', { advanceMs: 1_801_000 })),
    async nextNotice() {
      seen += 1;
      const notice = (await receiver.waitFor(seen))[seen - 1];
      if (!notice) throw new Error('no notice');
      return { headers: notice.headers, rawBody: notice.raw };
    },
    loseNextCreateAnswer: async () =>
      void (await client.chat('faults', {
        api: 'cryptopay',
        method: 'createInvoice',
        kind: 'close',
        when: 'after',
        count: 1,
      })),
    async countInvoices(invoiceId) {
      const { body } = await client.crypto('getInvoices', { count: 1000 });
      return body.result.items.filter((item) => item.payload === invoiceId).length;
    },
    async cutOff() {
      await client.chat('faults', { api: 'cryptopay', kind: 'close', when: 'before', count: 3 });
      return async () => void (await fetch(`${client.base}/chat/faults`, { method: 'DELETE' }));
    },
    async close() {
      await http.close();
      await sandbox.close();
      await receiver[Symbol.asyncDispose]();
    },
  };
});
