import type { Kopecks } from '../domain/money.ts';

/** A message to a customer that no tap asked for. The wording and language are the notifier's. */
export type Notice =
  | { kind: 'payment-received'; amountKopecks: Kopecks; endsAt: Date | null; isRenewal: boolean }
  | { kind: 'wallet-credited'; amountKopecks: Kopecks; balanceKopecks: Kopecks }
  | { kind: 'access-ready'; endsAt: Date; link: string };

export type Recipient = { telegramId: bigint; locale: string | null };

/** `undeliverable`: the customer blocked the bot or is gone; it never undoes money or access. */
export type Delivery = 'sent' | 'undeliverable';

/** Throws: Fault `telegram-unreachable` (retryable, outcome unknown), `telegram-limited` (retryable, not sent). */
export interface Notifier {
  notify(recipient: Recipient, notice: Notice): Promise<Delivery>;
}
