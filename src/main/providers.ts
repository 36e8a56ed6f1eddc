import type { Api } from 'grammy';
import { isLoopback } from '../lib/env-reader.ts';
import { createHttpClient, type HttpClient } from '../lib/http-client.ts';
import type { CallReport } from '../lib/telemetry/call-report.ts';
import { createCryptoPay } from '../payments/cryptopay/create-crypto-pay.ts';
import { createTelegramCard, TELEGRAM_CARD } from '../payments/telegram-card/create-telegram-card.ts';
import { isStarPayment, readPaymentMessage } from '../payments/telegram-payments.ts';
import { createTelegramStars, TELEGRAM_STARS } from '../payments/telegram-stars/create-telegram-stars.ts';
import { createYooKassa } from '../payments/yookassa/create-yookassa.ts';
import type { PaymentProvider, ProviderEvent } from '../ports/payment-provider.ts';
import type { ProviderConfig } from './provider-config.ts';

/** Ways to collect money, by name, and what has to be closed after them. */
export type Providers = { byName: ReadonlyMap<string, PaymentProvider>; close(): Promise<void> };

/**
 * `returnUrl`: where a customer comes back to from a provider's page. `onCall` is told of every exchange with a provider
 * that has an API of its own.
 */
export type ProviderContext = {
  api: Api;
  returnUrl: string;
  onCall?: (provider: string, report: CallReport) => void;
};

/** Everything that is switched on. A new provider is one folder in payments/ and one line here. */
export function createProviders(config: ProviderConfig, context: ProviderContext): Providers {
  const clients: HttpClient[] = [];
  const providers: PaymentProvider[] = [];
  const connect = (provider: string, address: string) => {
    const { origin, pathname } = new URL(address);
    const http = createHttpClient(origin, (report) => context.onCall?.(provider, report));
    clients.push(http);
    return { http, basePath: pathname.replace(/\/+$/, '') };
  };
  const { telegramCard, stars, cryptoPay, yooKassa } = config;
  if (telegramCard) providers.push(createTelegramCard({ api: context.api, ...telegramCard }));
  if (yooKassa) {
    const { http, basePath } = connect('yookassa', yooKassa.apiUrl);
    const { returnUrl } = context;
    const emulator = isLoopback(new URL(yooKassa.apiUrl).hostname) ? { allowedAddresses: LOOPBACK } : {};
    providers.push(createYooKassa({ ...yooKassa, basePath, returnUrl, ...emulator }, http));
  }
  if (cryptoPay) {
    const { http, basePath } = connect('cryptobot', cryptoPay.apiUrl);
    providers.push(
      createCryptoPay({ token: cryptoPay.token, basePath, acceptedAssets: cryptoPay.assets }, http),
    );
  }
  if (stars) providers.push(createTelegramStars({ api: context.api, ...stars }));
  return {
    byName: new Map(providers.map((provider) => [provider.name, provider])),
    async close() {
      await Promise.all(clients.map((client) => client.close()));
    },
  };
}

/** An emulator on this machine sends from this machine. */
const LOOPBACK = ['127.0.0.0/8', '::1/128'];

/** Telegram's message about a payment: whose it is, its currency tells, and it counts even when that is switched off. */
export function readTelegramPayment(message: unknown): { provider: string; event: ProviderEvent } {
  const provider = isStarPayment(message) ? TELEGRAM_STARS : TELEGRAM_CARD;
  return { provider, event: readPaymentMessage(provider, JSON.stringify(message)) };
}
