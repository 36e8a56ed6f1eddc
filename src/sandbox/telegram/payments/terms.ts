/** What an invoice message asks for; amounts are in the currency's smallest unit. Source: payments.md §2.1. */
export type InvoiceOffer = {
  title: string;
  description: string;
  startParameter: string;
  /** The bot's own words, at most 128 bytes; the payer never sees them. */
  payload: string;
  currency: Currency;
  totalAmount: number;
};

export type Currency = 'RUB' | 'XTR';

/** One person about to pay one invoice message, which may be in another person's chat. */
export type Terms = {
  payerId: number;
  chatId: number;
  messageId: number;
  payload: string;
  currency: Currency;
  totalAmount: number;
};

/** A payment that has gone through. */
export type Charge = Terms & {
  chargeId: string;
  providerChargeId: string;
  /** Unix seconds. */
  paidAt: number;
  refundedAt?: number;
  /** True: the store took the stars back, and the bot did not ask for it. */
  isChargeback?: boolean;
};
