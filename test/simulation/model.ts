/**
 * What the books must say, in plain maps: the written rules of money told a second time, without the product's
 * own calculators. Amounts are kopecks, times are milliseconds, everything is called by its number.
 */

export type ModelQuote = {
  n: number;
  price: bigint;
  days: number;
  promo: number | null;
  expiresAt: number;
  plan: string;
  isPaidFromWallet: boolean;
};

export type ModelCustomer = {
  balance: bigint;
  held: bigint;
  receivable: bigint;
  endsAt: number | null;
  referrer: number | null;
  isPaying: boolean;
  /** Referrals that pay, those counted in that the sequence did not make. */
  paying: number;
  isVip: boolean;
  personal: number | null;
  session: { promo: number; until: number } | null;
  quote: ModelQuote | null;
};

export type ModelPromo = {
  percent: number;
  max: number | null;
  used: number;
  /** Customer → until when a place is held. */
  places: Map<number, number>;
  /** Customer → redemptions. */
  uses: Map<number, number>;
};

export type ModelInvoice = {
  n: number;
  customer: number;
  purpose: 'purchase' | 'top-up';
  provider: ProviderName;
  amount: bigint;
  /** In the provider's unit: kopecks or stars. */
  asked: bigint;
  quote: ModelQuote | null;
  status: 'open' | 'paid' | 'superseded' | 'expired';
  expiresAt: number;
};

export type ProviderName = 'bank' | 'stars';

export type ModelCharge = {
  n: number;
  provider: ProviderName;
  currency: 'RUB' | 'XTR' | 'USD';
  /** In the currency's unit. */
  units: bigint;
  invoice: number | null;
  isKnown: boolean;
  /** Who has its money; null: suspense. */
  owner: number | null;
  /** An operator has said whose it is. */
  isAssigned: boolean;
  kopecks: bigint;
  bought: { price: bigint; durationMs: bigint } | null;
  done: bigint;
  commission: { referrer: number; amount: bigint; reversed: bigint; isPaid: boolean; at: number } | null;
  /** Given back at the provider, in the currency's unit, whether or not we know. */
  givenBack: bigint;
};

export type ModelRefund = {
  n: number;
  charge: number;
  amount: bigint;
  status: 'requested' | 'done' | 'declined';
  /** When it was asked for, by a clock that may have been put back since. */
  at: number;
};
export type ModelChargeback = { n: number; charge: number; units: bigint; isKnown: boolean };
export type ModelWithdrawal = {
  n: number;
  customer: number;
  amount: bigint;
  status: 'pending' | 'approved' | 'rejected';
  admins: Set<string>;
};

/** Promised work about money, in the order it was promised. */
export type ModelJob =
  | { kind: 'pay-commission'; charge: number }
  | { kind: 'reverse-commission'; charge: number }
  | { kind: 'send-refund'; refund: number };

export type Model = {
  now: number;
  customers: (ModelCustomer | null)[];
  promos: ModelPromo[];
  quotes: number;
  invoices: ModelInvoice[];
  charges: ModelCharge[];
  refunds: ModelRefund[];
  chargebacks: ModelChargeback[];
  withdrawals: ModelWithdrawal[];
  jobs: ModelJob[];
};

export const CUSTOMERS = 4;
/** Referrals of the first customer that pay before the sequence begins: two more, and the level changes. */
export const PAYING_BEFORE = 23;
export const KOPECKS_PER_STAR = 120n;
const DAY_MS = 86_400_000;
const QUOTE_MS = 300_000;
export const INVOICE_MS = 1_800_000;
export const MIN_WITHDRAWAL = 50_000n;
/** More than this needs two admins here: low, so that both cases come up. */
export const SECOND_APPROVAL = 100_000n;

const PRICES: Record<string, Record<number, bigint>> = {
  basic: { 30: 14_900n, 90: 39_900n, 180: 74_900n, 365: 139_900n },
  plus: { 30: 29_900n, 90: 69_900n, 180: 119_900n, 365: 229_900n },
};

export function newModel(now: number, promos: { percent: number; max: number | null }[]): Model {
  return {
    now,
    customers: Array.from({ length: CUSTOMERS }, () => null),
    promos: promos.map((promo) => ({ ...promo, used: 0, places: new Map(), uses: new Map() })),
    quotes: 0,
    invoices: [],
    charges: [],
    refunds: [],
    chargebacks: [],
    withdrawals: [],
    jobs: [],
  };
}

export function customerOf(model: Model, index: number): ModelCustomer {
  const customer = model.customers[index];
  if (!customer) throw new Error(`customer ${index} has not come yet`);
  return customer;
}

export function join(model: Model, index: number, referrer: number | null): void {
  if (model.customers[index]) return;
  const known = referrer !== null && referrer !== index && model.customers[referrer] ? referrer : null;
  model.customers[index] = {
    balance: 0n,
    held: 0n,
    receivable: 0n,
    endsAt: null,
    referrer: known,
    isPaying: false,
    paying: index === 0 ? PAYING_BEFORE : 0,
    isVip: false,
    personal: null,
    session: null,
    quote: null,
  };
}

// --- prices and promo codes -------------------------------------------------------------------------------

const floorPercent = (amount: bigint, percent: number) => (amount * BigInt(percent)) / 100n;

function reducedPrice(list: bigint, promo: number | null, standing: ModelCustomer): bigint {
  if (promo !== null) return list - floorPercent(list, promo);
  if (standing.isVip) return list - floorPercent(list, 30);
  if (standing.personal !== null) return list - floorPercent(list, standing.personal);
  return list;
}

/** Whoever looks at a code frees the overdue places of others, and learns whether it can be used. */
function isUsable(model: Model, promoN: number, index: number): boolean {
  const promo = model.promos[promoN] as ModelPromo;
  for (const [holder, until] of promo.places)
    if (holder !== index && until <= model.now) promo.places.delete(holder);
  if ((promo.uses.get(index) ?? 0) >= 1) return false;
  const others = promo.places.size - (promo.places.has(index) ? 1 : 0);
  return promo.max === null || promo.used + others < promo.max;
}

export function enterPromo(model: Model, index: number, promo: number): boolean {
  if (!isUsable(model, promo, index)) return false;
  customerOf(model, index).session = { promo, until: model.now + QUOTE_MS };
  return true;
}

export function quote(model: Model, index: number, choice: { plan: string; days: number }): ModelQuote {
  const customer = customerOf(model, index);
  const list = PRICES[choice.plan]?.[choice.days] ?? 0n;
  const session = customer.session && customer.session.until > model.now ? customer.session : null;
  const isCoded = session !== null && isUsable(model, session.promo, index);
  if (session && !isCoded) customer.session = null;
  const promo = isCoded && session ? session.promo : null;
  const percent = promo === null ? null : (model.promos[promo] as ModelPromo).percent;
  const expiresAt = model.now + QUOTE_MS;
  if (promo !== null) holdPlace(model, promo, index, expiresAt);
  customer.quote = {
    n: model.quotes++,
    price: reducedPrice(list, percent, customer),
    days: choice.days,
    promo,
    expiresAt,
    plan: choice.plan,
    isPaidFromWallet: false,
  };
  return customer.quote;
}

function holdPlace(model: Model, promo: number, index: number, until: number): void {
  const { places } = model.promos[promo] as ModelPromo;
  places.set(index, Math.max(places.get(index) ?? 0, until));
}

/** Whether the price that was shown is still the price, and its code's place is still held. */
export function isStanding(model: Model, index: number, held: ModelQuote): boolean {
  if (held.expiresAt <= model.now) return false;
  const list = PRICES[held.plan]?.[held.days] ?? 0n;
  if (held.promo === null) return reducedPrice(list, null, customerOf(model, index)) === held.price;
  return (model.promos[held.promo] as ModelPromo).places.has(index);
}

function redeem(model: Model, index: number, promoN: number): void {
  const promo = model.promos[promoN] as ModelPromo;
  const customer = customerOf(model, index);
  if (promo.places.delete(index)) promo.used += 1;
  else if (promo.max === null || promo.used + promo.places.size < promo.max) promo.used += 1;
  promo.uses.set(index, (promo.uses.get(index) ?? 0) + 1);
  if (customer.session?.promo === promoN) customer.session = null;
}

// --- invoices ---------------------------------------------------------------------------------------------

export function supersede(model: Model, index: number, purpose: ModelInvoice['purpose']): void {
  for (const invoice of model.invoices) {
    const isLive = invoice.customer === index && invoice.purpose === purpose && invoice.status === 'open';
    if (isLive) invoice.status = 'superseded';
  }
}

/** The invoice that opening one leads to: the live one of the same wish, or a new one. */
export function openInvoice(
  model: Model,
  wish: { customer: number; provider: ProviderName; amount: bigint; quote: ModelQuote | null },
): ModelInvoice {
  const purpose = wish.quote ? 'purchase' : 'top-up';
  const live = model.invoices.find(
    (one) =>
      one.customer === wish.customer &&
      one.purpose === purpose &&
      one.status === 'open' &&
      one.quote?.n === wish.quote?.n &&
      one.amount === wish.amount &&
      one.provider === wish.provider &&
      one.expiresAt > model.now,
  );
  if (live) return live;
  supersede(model, wish.customer, purpose);
  const asked =
    wish.provider === 'bank' ? wish.amount : (wish.amount + KOPECKS_PER_STAR - 1n) / KOPECKS_PER_STAR;
  const expiresAt = model.now + INVOICE_MS;
  if (wish.quote && wish.quote.promo !== null) holdPlace(model, wish.quote.promo, wish.customer, expiresAt);
  const n = model.invoices.length;
  const invoice: ModelInvoice = { n, ...wish, purpose, asked, status: 'open', expiresAt };
  model.invoices.push(invoice);
  return invoice;
}

export function expireInvoices(model: Model): void {
  for (const invoice of model.invoices) {
    if (invoice.status === 'open' && invoice.expiresAt <= model.now) invoice.status = 'expired';
  }
}

// --- money ------------------------------------------------------------------------------------------------

/** A credit goes first to what is owed. */
function collect(customer: ModelCustomer, credit: bigint): void {
  const taken = credit < customer.receivable ? credit : customer.receivable;
  if (taken <= 0n) return;
  customer.balance -= taken;
  customer.receivable -= taken;
}

function extend(model: Model, customer: ModelCustomer, days: number): void {
  customer.endsAt = Math.max(customer.endsAt ?? 0, model.now) + days * DAY_MS;
}

function takeFrom(customer: ModelCustomer, due: bigint): void {
  const taken = due < customer.balance ? due : customer.balance;
  customer.balance -= taken;
  customer.receivable += due - taken;
}

export function settle(model: Model, charge: ModelCharge): void {
  if (charge.isKnown) return;
  charge.isKnown = true;
  const invoice = charge.invoice === null ? null : (model.invoices[charge.invoice] as ModelInvoice);
  const currency = invoice?.provider === 'stars' ? 'XTR' : 'RUB';
  if (!invoice || charge.currency !== currency) {
    charge.kopecks = charge.currency === 'RUB' ? charge.units : 0n;
    return;
  }
  const customer = customerOf(model, invoice.customer);
  charge.owner = invoice.customer;
  charge.kopecks = currency === 'RUB' ? charge.units : (invoice.amount * charge.units) / invoice.asked;
  customer.balance += charge.kopecks;
  let spent = 0n;
  if (invoice.status !== 'paid' && charge.kopecks >= invoice.amount) {
    invoice.status = 'paid';
    if (invoice.quote) {
      spent = invoice.amount;
      customer.balance -= spent;
      charge.bought = { price: spent, durationMs: BigInt(invoice.quote.days * DAY_MS) };
      if (invoice.quote.promo !== null) redeem(model, invoice.customer, invoice.quote.promo);
      extend(model, customer, invoice.quote.days);
    }
  }
  collect(customer, charge.kopecks - spent);
  oweCommission(model, charge, customer);
}

function oweCommission(model: Model, charge: ModelCharge, buyer: ModelCustomer): void {
  if (buyer.referrer === null || charge.kopecks === 0n) return;
  const referrer = customerOf(model, buyer.referrer);
  if (!buyer.isPaying) {
    buyer.isPaying = true;
    referrer.paying += 1;
  }
  const percent = referrer.paying >= 50 ? 45 : referrer.paying >= 25 ? 25 : 10;
  const amount = floorPercent(charge.kopecks, percent);
  if (amount === 0n) return;
  charge.commission = { referrer: buyer.referrer, amount, reversed: 0n, isPaid: false, at: model.now };
  model.jobs.push({ kind: 'pay-commission', charge: charge.n });
}

/** Expected answer of paying the customer's quote from the wallet; the model has done it when it is `ok`. */
export function payFromWallet(model: Model, index: number): 'ok' | 'quote-stale' | 'money-short' {
  const customer = customerOf(model, index);
  const held = customer.quote as ModelQuote;
  if (held.isPaidFromWallet) return 'ok';
  if (!isStanding(model, index, held)) return 'quote-stale';
  if (customer.balance < held.price) return 'money-short';
  supersede(model, index, 'purchase');
  customer.balance -= held.price;
  if (held.promo !== null) redeem(model, index, held.promo);
  extend(model, customer, held.days);
  held.isPaidFromWallet = true;
  return 'ok';
}

// --- money back -------------------------------------------------------------------------------------------

const smaller = (a: bigint, b: bigint) => (a < b ? a : b);

/** What is asked for and not answered, the oldest first. */
export function requestedOf(model: Model, charge: ModelCharge): ModelRefund[] {
  return model.refunds
    .filter((one) => one.charge === charge.n && one.status === 'requested')
    .toSorted((a, b) => a.at - b.at || a.n - b.n);
}

/** Gives `amount` kopecks of an owned charge back in our books. */
function giveBack(model: Model, charge: ModelCharge, given: { amount: bigint; isChargeback: boolean }): void {
  const { amount, isChargeback } = given;
  const owner = charge.owner === null ? null : customerOf(model, charge.owner);
  const before = charge.done;
  charge.done += amount;
  if (!owner) return;
  let due = amount;
  if (charge.bought) {
    const { price, durationMs } = charge.bought;
    const [from, to] = [smaller(before, price), smaller(charge.done, price)];
    const part = to - from;
    const dueMs = (durationMs * to) / price - (durationMs * from) / price;
    const leftMs = BigInt(Math.max(0, (owner.endsAt ?? 0) - model.now));
    const revokedMs = smaller(dueMs, leftMs);
    if (revokedMs > 0n) owner.endsAt = (owner.endsAt ?? 0) - Number(revokedMs);
    const usedPrice = dueMs === 0n ? 0n : (part * (dueMs - revokedMs)) / dueMs;
    due = amount - part + (isChargeback ? usedPrice : 0n);
  }
  takeFrom(owner, due);
  uncountIfNothingLeft(model, charge.owner as number, owner);
  model.jobs.push({ kind: 'reverse-commission', charge: charge.n });
}

function uncountIfNothingLeft(model: Model, index: number, owner: ModelCustomer): void {
  const isLeft = model.charges.some(
    (one) => one.isKnown && one.owner === index && !one.isAssigned && one.kopecks > one.done,
  );
  if (isLeft || !owner.isPaying || owner.referrer === null) return;
  owner.isPaying = false;
  customerOf(model, owner.referrer).paying -= 1;
}

/** What a provider tells of money given back, by itself or as the answer to `refund`. */
export function applyRefund(
  model: Model,
  told: { charge: ModelCharge; units: bigint; isChargeback: boolean; refund: ModelRefund | null },
): boolean {
  const { charge, units, isChargeback } = told;
  if (!charge.isKnown) return false;
  const amount = charge.currency === 'RUB' ? units : (charge.kopecks * units) / charge.units;
  const requested = requestedOf(model, charge);
  if (amount > charge.kopecks - charge.done) return false;
  const isSuspended = charge.owner === null;
  const doneBefore = model.refunds.some((one) => one.charge === charge.n && one.status === 'done');
  if (isSuspended ? doneBefore : amount === 0n) return false;
  const asked = told.refund ?? requested.find((one) => one.amount === amount) ?? null;
  if (asked) {
    asked.status = 'done';
    giveBack(model, charge, { amount, isChargeback: false });
    return true;
  }
  let left = charge.kopecks - charge.done - requested.reduce((sum, one) => sum + one.amount, 0n) - amount;
  for (const one of requested.toReversed()) {
    if (left >= 0n && !isSuspended) break;
    one.status = 'declined';
    left += one.amount;
  }
  model.refunds.push({ n: model.refunds.length, charge: charge.n, amount, status: 'done', at: model.now });
  giveBack(model, charge, { amount, isChargeback });
  return true;
}

export function deliverChargeback(model: Model, chargeback: ModelChargeback): void {
  if (chargeback.isKnown) return;
  const charge = model.charges[chargeback.charge] as ModelCharge;
  const { units } = chargeback;
  chargeback.isKnown = applyRefund(model, { charge, units, isChargeback: true, refund: null });
}

/** Whether a refund may be asked for; `amount` null: all that is left. */
export function requestRefund(model: Model, charge: ModelCharge, amount: bigint | null): ModelRefund | null {
  const live = model.refunds.filter((one) => one.charge === charge.n && one.status !== 'declined');
  const left = charge.kopecks - live.reduce((sum, one) => sum + one.amount, 0n);
  const wanted = amount ?? left;
  const isWhole = live.length === 0 && wanted === charge.kopecks;
  if (!charge.isKnown || (left === 0n && live.length > 0) || wanted > left) return null;
  if (!isWhole && (charge.currency !== 'RUB' || charge.owner === null)) return null;
  const refund: ModelRefund = {
    n: model.refunds.length,
    charge: charge.n,
    amount: wanted,
    status: 'requested',
    at: model.now,
  };
  model.refunds.push(refund);
  model.jobs.push({ kind: 'send-refund', refund: refund.n });
  return refund;
}

export function assign(model: Model, charge: ModelCharge, index: number): boolean {
  const isOpen = requestedOf(model, charge).length > 0;
  const left = charge.kopecks - charge.done;
  if (!charge.isKnown || charge.owner !== null || isOpen || left === 0n) return false;
  charge.owner = index;
  charge.isAssigned = true;
  const customer = customerOf(model, index);
  customer.balance += left;
  collect(customer, left);
  return true;
}

// --- withdrawals, adjustments -----------------------------------------------------------------------------

export function withdraw(
  model: Model,
  index: number,
  amount: bigint,
): 'ok' | 'amount-below-minimum' | 'debt' | 'money-short' | 'commission-waits' {
  const customer = customerOf(model, index);
  if (amount < MIN_WITHDRAWAL) return 'amount-below-minimum';
  if (customer.receivable > 0n) return 'debt';
  if (customer.balance < amount) return 'money-short';
  if (customer.balance - youngCommissions(model, index) < amount) return 'commission-waits';
  customer.balance -= amount;
  customer.held += amount;
  model.withdrawals.push({
    n: model.withdrawals.length,
    customer: index,
    amount,
    status: 'pending',
    admins: new Set(),
  });
  return 'ok';
}

/** What the customer was paid for their referrals in the last fourteen days, and still has. */
function youngCommissions(model: Model, index: number): bigint {
  return model.charges.reduce((sum, { commission: one }) => {
    const isYoung = one?.isPaid && one.referrer === index && one.at > model.now - 14 * DAY_MS;
    return isYoung ? sum + one.amount - one.reversed : sum;
  }, 0n);
}

export function approve(withdrawal: ModelWithdrawal, customer: ModelCustomer, admin: string): void {
  if (withdrawal.status !== 'pending' || customer.receivable > 0n) return;
  withdrawal.admins.add(admin);
  if (withdrawal.admins.size < (withdrawal.amount > SECOND_APPROVAL ? 2 : 1)) return;
  withdrawal.status = 'approved';
  customer.held -= withdrawal.amount;
}

export function reject(withdrawal: ModelWithdrawal, customer: ModelCustomer): void {
  if (withdrawal.status !== 'pending') return;
  withdrawal.status = 'rejected';
  customer.held -= withdrawal.amount;
  customer.balance += withdrawal.amount;
  collect(customer, withdrawal.amount);
}

export function adjust(customer: ModelCustomer, amount: bigint): boolean {
  if (amount === 0n || customer.balance + amount < 0n) return false;
  customer.balance += amount;
  if (amount > 0n) collect(customer, amount);
  return true;
}

// --- promised work ----------------------------------------------------------------------------------------

export function workOne(model: Model): void {
  const job = model.jobs.shift();
  if (!job) return;
  if (job.kind === 'send-refund') sendRefund(model, model.refunds[job.refund] as ModelRefund);
  else workCommission(model, model.charges[job.charge] as ModelCharge, job.kind);
}

function workCommission(
  model: Model,
  charge: ModelCharge,
  kind: 'pay-commission' | 'reverse-commission',
): void {
  const { commission } = charge;
  if (!commission) return;
  payCommission(model, commission);
  if (kind === 'pay-commission') return;
  const due = (commission.amount * charge.done) / charge.kopecks - commission.reversed;
  commission.reversed += due;
  takeFrom(customerOf(model, commission.referrer), due);
}

function payCommission(model: Model, commission: NonNullable<ModelCharge['commission']>): void {
  if (commission.isPaid) return;
  commission.isPaid = true;
  const referrer = customerOf(model, commission.referrer);
  referrer.balance += commission.amount;
  collect(referrer, commission.amount);
}

function sendRefund(model: Model, refund: ModelRefund): void {
  if (refund.status !== 'requested') return;
  const charge = model.charges[refund.charge] as ModelCharge;
  const units = charge.currency === 'RUB' ? refund.amount : charge.units;
  if (charge.givenBack + units > charge.units) {
    refund.status = 'declined';
    return;
  }
  charge.givenBack += units;
  applyRefund(model, { charge, units, isChargeback: false, refund });
}
