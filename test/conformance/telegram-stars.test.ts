import { createTelegramStars } from '../../src/payments/telegram-stars/create-telegram-stars.ts';
import { describeProvider } from './payment-provider.ts';
import type { ProviderTraits } from './suite.ts';
import { openTelegramTill } from './telegram-till.ts';

const KOPECKS_PER_STAR = 120;

const traits: ProviderTraits = {
  price: '125 XTR',
  notices: 'inbox',
  canBeAsked: true,
  knowsStrangers: false,
  findsLostInvoice: false,
  expires: false,
  cancel: true,
  refund: { isPartial: false, isNoticed: true, isDated: false },
  list: { pageSize: 100 },
  unknownId: '7000000001:999999',
};

describeProvider('Telegram Stars', traits, () =>
  openTelegramTill((api) => createTelegramStars({ api, kopecksPerStar: KOPECKS_PER_STAR })),
);
