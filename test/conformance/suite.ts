/** What the parts of the providers' suite share. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { kopecks } from '../../src/domain/money/money.ts';
import type { VerifiedCharge } from '../../src/domain/money/settlement.ts';
import type {
  OpenedInvoice,
  PaymentProvider,
  ProviderEvent,
  RawNotice,
} from '../../src/ports/payment-provider.ts';

/** What a provider can do, as data: what it cannot is not asked of it. */
export type ProviderTraits = {
  /** What 149 roubles are at this provider: amount, space, currency. */
  price: string;
  /** How a notice is known to be genuine. `inbox`: it comes as Telegram's update and needs no proof. */
  notices: 'signed' | 'hint' | 'inbox';
  /** False: there are no books to ask about one invoice, and `fetch` answers `unknown`. */
  canBeAsked: boolean;
  /** False: its books know payments only, and an invoice it never saw is one that nobody has paid. */
  knowsStrangers: boolean;
  /** False: an attempt whose answer was lost may have left a demand that can be paid too. */
  findsLostInvoice: boolean;
  /** True: a demand that nobody pays ends by itself. */
  expires: boolean;
  cancel: boolean;
  refund: RefundTraits | null;
  /** How many lines of its books one answer holds at most. */
  list: { pageSize: number } | null;
  /** Well-formed, and of nothing. */
  unknownId: string;
};

export type RefundTraits = {
  isPartial: boolean;
  /** The provider tells of a refund, also of one that nobody asked for here. */
  isNoticed: boolean;
  /** False: the provider says neither when it gave money back nor who had asked for it when it answers. */
  isDated: boolean;
};

/** An adapter joined to its emulator, and what a payer and a broken network can do there. */
export type ProviderUnderTest = {
  provider: PaymentProvider;
  payerTelegramId: bigint;
  /** Pays the provider's invoice as a customer would; rejects when it cannot be paid. */
  pay(providerInvoiceId: string): Promise<unknown>;
  /** Moves the provider's clock. */
  passTime(ms: number): Promise<void>;
  /** The next genuine notice that the emulator sends. Telegram's is the update's message as `rawBody`. */
  nextNotice(): Promise<RawNotice>;
  /** The answer to the next such call is lost after the provider has acted. */
  loseNextAnswer(call: 'create' | 'refund'): Promise<void>;
  /** How many invoices the provider holds for our invoice id. */
  countInvoices(invoiceId: string): Promise<number>;
  /** How many refunds of a charge the provider holds. */
  countRefunds(providerChargeId: string): Promise<number>;
  /** Every call fails until the returned function is called. */
  cutOff(): Promise<() => Promise<void>>;
  close(): Promise<void>;
};

/** An invoice of the suite. */
export type OpenInvoice = { invoiceId: string; opened: OpenedInvoice };

/** What the parts of the suite share. */
export type Suite = {
  traits: ProviderTraits;
  under(): ProviderUnderTest;
  open(): Promise<OpenInvoice>;
  /** Opens an invoice, pays it, and returns the charge that the provider tells of. */
  openAndPay(): Promise<OpenInvoice & { charge: VerifiedCharge; notice: RawNotice }>;
  /** The notice of the first event that `isWanted`, by its truth; others on the way are left. */
  awaitNotice(isWanted: (event: ProviderEvent) => boolean): Promise<{
    notice: RawNotice;
    event: ProviderEvent;
    truth: ProviderEvent;
  }>;
};

/** A test never waits through more notices than one list test makes. */
const MAX_NOTICES = 2_000;

/** `under` is asked late: the provider is opened before the first test. */
export function createSuite(traits: ProviderTraits, under: () => ProviderUnderTest): Suite {
  const openOne = async (): Promise<OpenInvoice> => {
    const invoiceId = randomUUID();
    return { invoiceId, opened: await under().provider.create(requestOf(under(), invoiceId), false) };
  };
  const awaitNotice: Suite['awaitNotice'] = async (isWanted) => {
    for (let count = 0; count < MAX_NOTICES; count += 1) {
      const notice = await under().nextNotice();
      const event = readNotice(suite, notice);
      const truth = await under().provider.confirm(event);
      if (isWanted(truth)) return { notice, event, truth };
    }
    return assert.fail('the notice never came');
  };
  const suite: Suite = {
    traits,
    under,
    open: openOne,
    awaitNotice,
    async openAndPay() {
      const invoice = await openOne();
      await under().pay(invoice.opened.providerInvoiceId);
      const { notice, truth } = await awaitNotice(({ charge }) => charge?.invoiceId === invoice.invoiceId);
      return { ...invoice, notice, charge: truth.charge ?? assert.fail('no charge') };
    },
  };
  return suite;
}

/** The request of the suite: 149 roubles for half an hour. */
export function requestOf({ payerTelegramId }: ProviderUnderTest, invoiceId: string) {
  return {
    invoiceId,
    amountKopecks: kopecks(14900n),
    description: 'Atlas Secure: Basic, 1 месяц',
    expiresInSeconds: 1800,
    payerTelegramId,
  };
}

export function referenceOf({ invoiceId, opened }: OpenInvoice) {
  return { invoiceId, providerInvoiceId: opened.providerInvoiceId };
}

/** The event of a notice: verified where it comes by a webhook, read where the inbox has stored it. */
export function readNotice({ traits, under }: Suite, notice: RawNotice): ProviderEvent {
  if (traits.notices === 'inbox') return under().provider.readStored(Buffer.from(notice.rawBody).toString());
  const verified = under().provider.verify(notice);
  return verified.ok ? verified.event : assert.fail(`refused: ${verified.refusal}`);
}
