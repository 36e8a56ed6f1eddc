/** Telegram's own invoices on the emulator: one person who pays them, and a bot that lets every payment pass. */
import assert from 'node:assert/strict';
import type { Api } from 'grammy';
import { createBotApi } from '../../src/lib/bot-api/create-bot-api.ts';
import type { PaymentProvider } from '../../src/ports/payment-provider.ts';
import type { PayOutcome } from '../../src/sandbox/contract/chat.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { DEFAULT_BOT_TOKEN } from '../../src/sandbox/settings.ts';
import type { Charge } from '../../src/sandbox/telegram/payments/terms.ts';
import { createSandboxClient, type Receiver, startReceiver } from '../sandbox/sandbox-client.ts';
import type { ProviderUnderTest } from './suite.ts';

/** No test here is about how fast a bot may write. */
const NO_LIMITS = { burst: 1_000_000, perSecond: 1_000_000 };

export async function openTelegramTill(
  createProvider: (api: Api) => PaymentProvider,
): Promise<ProviderUnderTest> {
  const receiver = await startReceiver();
  letEveryPaymentPass(receiver);
  const sandbox = await startSandbox({ chatLimits: NO_LIMITS });
  const client = createSandboxClient(sandbox.port);
  const payer = await client.visitor();
  const { ok } = await client.bot('setWebhook', { url: receiver.url });
  assert.ok(ok);
  const { api, close } = createBotApi({ token: DEFAULT_BOT_TOKEN, apiRoot: client.base });
  const fault = (fields: object) => client.chat('faults', { kind: 'close', ...fields });
  return {
    provider: createProvider(api),
    payerTelegramId: BigInt(payer),
    async pay(providerInvoiceId) {
      const [chatId, messageId] = providerInvoiceId.split(':').map(Number);
      const outcome = await client.chat<PayOutcome>('payments/pay', { chatId, messageId });
      assert.equal(outcome.outcome, 'paid');
    },
    passTime: async (advanceMs) => void (await client.chat('clock', { advanceMs })),
    nextNotice: paymentMessagesOf(receiver),
    async loseNextAnswer(call) {
      const method = { create: 'sendInvoice', refund: 'refundStarPayment' }[call];
      await fault({ method, when: 'after' });
    },
    countInvoices: async () => assert.fail('Telegram does not list invoices'),
    async countRefunds(chargeId) {
      const charges = await client.chat<Charge[]>('payments');
      return charges.filter((one) => one.chargeId === chargeId && one.refundedAt !== undefined).length;
    },
    async cutOff() {
      await fault({ when: 'before', count: 3 });
      return async () => void (await fetch(`${client.base}/chat/faults`, { method: 'DELETE' }));
    },
    async close() {
      await close();
      await sandbox.close();
      await receiver[Symbol.asyncDispose]();
    },
  };
}

/** Answers ride on the webhook's reply, past every planned fault. */
function letEveryPaymentPass(receiver: Receiver): void {
  receiver.answerWith(({ body }, response) => {
    const query = body.pre_checkout_query as { id: string } | undefined;
    const answer = { method: 'answerPreCheckoutQuery', pre_checkout_query_id: query?.id, ok: true };
    response.setHeader('content-type', 'application/json');
    response.end(query ? JSON.stringify(answer) : '');
  });
}

/** Reads the messages about payments one after the other; each call waits for the next. */
function paymentMessagesOf(receiver: Receiver): ProviderUnderTest['nextNotice'] {
  let seen = 0;
  return async () => {
    for (;;) {
      seen += 1;
      const update = (await receiver.waitFor(seen))[seen - 1];
      const message = update?.body.message as Record<string, unknown> | undefined;
      if (message?.successful_payment || message?.refunded_payment) {
        return { headers: {}, rawBody: Buffer.from(JSON.stringify(message)), address: '127.0.0.1' };
      }
    }
  };
}
