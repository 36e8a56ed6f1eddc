import type { Kopecks } from '../domain/money/money.ts';
import type { VerifiedRefund } from '../domain/money/refunds.ts';
import type { VerifiedCharge } from '../domain/money/settlement.ts';

/** What we ask a provider to collect. `invoiceId` travels as the provider's payload and comes back with the money. */
export type InvoiceRequest = {
  invoiceId: string;
  amountKopecks: Kopecks;
  description: string;
  /** When the provider should stop accepting it. */
  expiresInSeconds: number;
  /** Whose chat Telegram's own invoices are sent to. */
  payerTelegramId: bigint;
};

export type OpenedInvoice = {
  providerInvoiceId: string;
  /** Null: the provider has put its own Pay button into the customer's chat. */
  payUrl: string | null;
  /** Exact decimal text in `providerCurrency`: what the customer is asked for. */
  providerAmount: string;
  providerCurrency: string;
};

/** Our invoice and, once known, the provider's name for it. */
export type InvoiceReference = { invoiceId: string; providerInvoiceId: string | null };

/** `unknown` is never a failure: it is asked again later. */
export type InvoiceVerdict =
  | { kind: 'ok'; charge: VerifiedCharge }
  | { kind: 'unpaid' }
  | { kind: 'declined' }
  | { kind: 'unknown' };

/**
 * What a provider's notice says. `objectId` and `state` identify it for good: the same pair is the same event
 * however often it is delivered. `isHint`: the notice proves nothing by itself; `confirm` asks for the truth
 * and only that moves money.
 */
export type ProviderEvent = {
  objectId: string;
  state: string;
  charge: VerifiedCharge | null;
  refund: VerifiedRefund | null;
  isHint: boolean;
};

/** `bad-address`: the notice came from where this provider does not send from. */
export type EventRefusal = 'bad-signature' | 'bad-address' | 'bad-body';

export type VerifiedEvent = { ok: true; event: ProviderEvent } | { ok: false; refusal: EventRefusal };

/** A notice as it came in. `address` is the peer's, seen through trusted proxies only. */
export type RawNotice = {
  headers: Record<string, string | string[] | undefined>;
  rawBody: Uint8Array;
  address: string;
};

/** Money back to whoever paid a charge. The same `refundId` is the same refund however often it is asked for. */
export type RefundRequest = {
  refundId: string;
  providerChargeId: string;
  /** Telegram's id of who paid, where the provider needs it. */
  payerTelegramId: bigint | null;
  providerAmount: string;
  providerCurrency: string;
  reason: string;
};

/** `unknown` is asked again with the same id; `declined` moves no money and is an operator's to look at. */
export type RefundVerdict =
  | { kind: 'ok'; refund: VerifiedRefund }
  | { kind: 'declined'; reason: string }
  | { kind: 'unknown' };

/** One line of a provider's own books. */
export type ProviderRecord =
  | { kind: 'charge'; charge: VerifiedCharge }
  | { kind: 'refund'; refund: VerifiedRefund };

/**
 * One way to collect money. What a provider cannot do is null, so that nobody asks for it.
 *
 * Throws: Fault `provider-unreachable` (retryable, outcome unknown), `provider-refused` (not retryable).
 */
export interface PaymentProvider {
  readonly name: string;
  /** The least it may be asked for. Null: no limit but what is above zero. */
  readonly minimumKopecks: Kopecks | null;
  /** True: notices come to `/webhooks/<name>`. False: Telegram's inbox brings them, and they are read with `readStored`. */
  readonly hasWebhook: boolean;
  /**
   * Opens an invoice, or finds the one that an earlier attempt with the same `invoiceId` has opened: safe to
   * repeat after an unknown outcome when `isRepeat` is true.
   */
  create(request: InvoiceRequest, isRepeat: boolean): Promise<OpenedInvoice>;
  /** Decides on the raw bytes, as received, whether a notice may be stored. Does no I/O. */
  verify(notice: RawNotice): VerifiedEvent;
  /** Reads again an event that was verified and stored: a webhook's body, or Telegram's message as JSON. */
  readStored(body: string): ProviderEvent;
  /** The truth behind a hint, asked from the provider; an event that is none comes back as it is. */
  confirm(event: ProviderEvent): Promise<ProviderEvent>;
  /** The provider's own word on some invoices, in the same order. */
  fetch(invoices: InvoiceReference[]): Promise<InvoiceVerdict[]>;
  /** Withdraws a demand; one that is paid, gone or unknown is left as it is. */
  readonly cancel: ((invoice: InvoiceReference) => Promise<void>) | null;
  readonly refund: ((request: RefundRequest) => Promise<RefundVerdict>) | null;
  /** Every charge and refund with `since` ≤ its time < `until`, in any order. */
  readonly list: ((range: { since: Date; until: Date }) => AsyncIterable<ProviderRecord>) | null;
}
