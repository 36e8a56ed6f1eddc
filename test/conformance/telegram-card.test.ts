import { createTelegramCard } from '../../src/payments/telegram-card/create-telegram-card.ts';
import { DEFAULT_PROVIDER_TOKEN } from '../../src/sandbox/settings.ts';
import { describeProvider } from './payment-provider.ts';
import type { ProviderTraits } from './suite.ts';
import { openTelegramTill } from './telegram-till.ts';

const traits: ProviderTraits = {
  price: '149.00 RUB',
  notices: 'inbox',
  canBeAsked: false,
  knowsStrangers: false,
  findsLostInvoice: false,
  expires: false,
  cancel: true,
  refund: null,
  list: null,
  unknownId: '7000000001:999999',
};

describeProvider('Telegram card', traits, () =>
  openTelegramTill((api) => createTelegramCard({ api, providerToken: DEFAULT_PROVIDER_TOKEN })),
);
