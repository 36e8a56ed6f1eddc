import type { Kopecks } from '../domain/money.ts';
import type { VerifiedCharge } from '../domain/settlement.ts';

/** What we ask a provider to collect. `invoiceId` travels as the provider's payload and comes back with the money. */
export type InvoiceRequest = {
  invoiceId: string;
  amountKopecks: Kopecks;
  description: string;
  /** When the provider should stop accepting it. */
  expiresInSeconds: number;
};

export type OpenedInvoice = {
  providerInvoiceId: string;
  payUrl: string;
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
 * A notice that proved to be the provider's own. `objectId` and `state` identify it for good: the same pair
 * is the same event however often it is delivered.
 */
export type ProviderEvent = { objectId: string; state: string; charge: VerifiedCharge | null };

export type EventRefusal = 'bad-signature' | 'bad-body';

export type VerifiedEvent = { ok: true; event: ProviderEvent } | { ok: false; refusal: EventRefusal };

/**
 * One way to collect money.
 *
 * Throws: Fault `provider-unreachable` (retryable, outcome unknown), `provider-refused` (not retryable).
 */
export interface PaymentProvider {
  readonly name: string;
  /**
   * Opens an invoice, or finds the one that an earlier attempt with the same `invoiceId` has opened: safe to
   * repeat after an unknown outcome when `isRepeat` is true.
   */
  create(request: InvoiceRequest, isRepeat: boolean): Promise<OpenedInvoice>;
  /** Decides on the raw bytes, as received, whether a notice is genuine. Does no I/O. */
  verify(headers: Record<string, string | string[] | undefined>, rawBody: Uint8Array): VerifiedEvent;
  /** Reads again an event that was verified and stored. */
  readStored(body: string): ProviderEvent;
  /** The provider's own word on some invoices, in the same order. */
  fetch(invoices: InvoiceReference[]): Promise<InvoiceVerdict[]>;
}
