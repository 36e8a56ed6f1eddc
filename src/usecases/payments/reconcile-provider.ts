import { compareDecimals } from '../../domain/money/money.ts';
import type { PaymentProvider, ProviderRecord } from '../../ports/payment-provider.ts';
import { findListedCharges, listChargesBetween } from '../../store/money/charges.ts';
import { insertReconciliation, type Reconciliation } from '../../store/money/reconciliations.ts';
import { findListedRefunds, listRefundsBetween, type OwnRecord } from '../../store/money/refunds.ts';
import { closeOperatorTasks, insertOperatorTask } from '../../store/operator-tasks.ts';
import { differenceSubject, receiveProviderRefund } from '../refunds/apply-refund.ts';
import type { Shop } from '../shop.ts';
import { settleCharge } from './settle-charge.ts';

export type Range = { since: Date; until: Date };

/** `isListable` false: this provider keeps no books that could be asked for. */
export type Reconciled =
  | ({ isListable: true } & Pick<Reconciliation, 'provider' | 'listed' | 'settled' | 'findings'>)
  | { isListable: false; provider: string };

/** Records that are compared with one statement. */
const PAGE = 200;
/**
 * A notice may name a moment a little off the one in the books, and the books may be a little late: the provider
 * is asked about this much more, and what is younger is not missed yet.
 */
const SLACK_MS = 5 * 60_000;

/**
 * Compares a provider's books with ours, charge by charge and refund by refund. What we do not have is settled
 * like any notice; what the provider does not have, or has with another amount, goes before an operator, once.
 * A difference that is gone closes its task. Safe to repeat.
 * Throws: Fault `provider-unreachable` (retryable); what was settled stays settled.
 */
export async function reconcileProvider(
  shop: Shop,
  provider: PaymentProvider,
  range: Range,
): Promise<Reconciled> {
  if (!provider.list) return { isListable: false, provider: provider.name };
  const look: Look = { shop, provider: provider.name, range, listed: 0, settled: 0, findings: 0 };
  const seen = await readBooks(look, provider.list);
  await missInBooks(look, seen);
  const { listed, settled, findings } = look;
  await insertReconciliation(shop.db, {
    reconciliationId: shop.ids.rowId(),
    provider: provider.name,
    ...range,
    listed,
    settled,
    findings,
    checkedAt: shop.clock.now(),
  });
  return { isListable: true, provider: provider.name, listed, settled, findings };
}

type Kind = ProviderRecord['kind'];
type Seen = Record<Kind, Set<string>>;
type Look = {
  shop: Shop;
  provider: string;
  range: Range;
  listed: number;
  settled: number;
  findings: number;
};

/** What both sides say about a charge or refund. */
type Entry = {
  id: string;
  at: Date;
  providerAmount: string;
  providerCurrency: string;
  record: ProviderRecord;
};

/** Charges are compared while they are read; refunds after all of them, for each needs its charge. */
async function readBooks(look: Look, list: NonNullable<PaymentProvider['list']>): Promise<Seen> {
  const seen: Seen = { charge: new Set(), refund: new Set() };
  const waiting: Record<Kind, Entry[]> = { charge: [], refund: [] };
  const since = new Date(look.range.since.getTime() - SLACK_MS);
  const until = new Date(look.range.until.getTime() + SLACK_MS);
  for await (const record of list({ since, until })) {
    const entry = entryOf(record);
    seen[record.kind].add(entry.id);
    if (entry.at >= look.range.since && entry.at < look.range.until) look.listed += 1;
    waiting[record.kind].push(entry);
    if (waiting.charge.length >= PAGE) await comparePage(look, 'charge', waiting.charge.splice(0));
  }
  await comparePage(look, 'charge', waiting.charge);
  while (waiting.refund.length > 0) await comparePage(look, 'refund', waiting.refund.splice(0, PAGE));
  return seen;
}

function entryOf(record: ProviderRecord): Entry {
  if (record.kind === 'charge') {
    const { charge } = record;
    return { ...charge, id: charge.providerChargeId, at: charge.chargedAt, record };
  }
  const { refund } = record;
  return { ...refund, id: refund.providerRefundId, at: refund.refundedAt, record };
}

async function comparePage(look: Look, kind: Kind, entries: Entry[]): Promise<void> {
  if (entries.length === 0) return;
  const find = kind === 'charge' ? findListedCharges : findListedRefunds;
  const ids = entries.map((entry) => entry.id);
  const rows = await find(look.shop.db, look.provider, ids);
  const own = new Map(rows.map((row) => [row.providerId, row]));
  const agreed: string[] = [];
  for (const entry of entries) {
    const ours = own.get(entry.id);
    if (!ours) await settleMissing(look, entry);
    else if (isSame(ours, entry)) agreed.push(differenceSubject(look.provider, kind, entry.id));
    else await report(look, { kind, id: entry.id, problem: 'other-amount', ours, theirs: entry });
  }
  await closeAgreed(look, agreed);
}

function isSame(ours: Money, theirs: Money): boolean {
  return (
    ours.providerCurrency === theirs.providerCurrency &&
    compareDecimals(ours.providerAmount, theirs.providerAmount) === 0
  );
}

/** A lost notice: what it would have done is done now. */
async function settleMissing(look: Look, { record }: Entry): Promise<void> {
  const { shop } = look;
  if (record.kind === 'charge') {
    const outcome = await settleCharge(shop, record.charge);
    if (outcome !== 'known') look.settled += 1;
    return;
  }
  const outcome = await receiveProviderRefund(shop, record.refund);
  if (outcome === 'applied') look.settled += 1;
  if (outcome === 'for-operators') look.findings += 1;
}

/** What we have in the range, and the provider should. */
async function missInBooks(look: Look, seen: Seen): Promise<void> {
  const youngest = look.shop.clock.now().getTime() - SLACK_MS;
  const until = new Date(Math.min(look.range.until.getTime(), youngest));
  for (const [kind, list] of [
    ['charge', listChargesBetween],
    ['refund', listRefundsBetween],
  ] as const) {
    for await (const ours of pagesOf(look, list, until)) {
      if (seen[kind].has(ours.providerId)) continue;
      await report(look, { kind, id: ours.providerId, problem: 'missing-at-provider', ours, theirs: null });
    }
  }
}

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

async function* pagesOf(look: Look, list: typeof listChargesBetween, until: Date): AsyncGenerator<OwnRecord> {
  let { since } = look.range;
  let afterId = BEFORE_ALL;
  for (;;) {
    const page = { provider: look.provider, since, until, afterId, limit: PAGE };
    const rows = await list(look.shop.db, page);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    since = last.at;
    afterId = last.id;
  }
}

type Money = { providerAmount: string; providerCurrency: string };
type Difference = {
  kind: Kind;
  id: string;
  problem: 'other-amount' | 'missing-at-provider';
  ours: Money & { customerId?: string | null };
  theirs: Money | null;
};

/** The same difference has the same subject every time: it is put before the operators once. */
async function report(look: Look, difference: Difference): Promise<void> {
  const { kind, id, problem, ours, theirs } = difference;
  const { shop, provider } = look;
  look.findings += 1;
  await shop.db.transaction('report-difference', (tx) =>
    insertOperatorTask(tx, {
      taskId: shop.ids.rowId(),
      kind: 'reconciliation',
      subject: differenceSubject(provider, kind, id),
      customerId: ours.customerId ?? null,
      details: { problem, provider, kind, id, ours: textOf(ours), theirs: theirs && textOf(theirs) },
      createdAt: shop.clock.now(),
    }),
  );
}

async function closeAgreed(look: Look, subjects: string[]): Promise<void> {
  if (subjects.length === 0) return;
  const at = look.shop.clock.now();
  const resolution = { at, actor: 'reconciliation', text: 'both sides agree now' };
  await closeOperatorTasks(look.shop.db, { kind: 'reconciliation', subjects }, resolution);
}

function textOf(money: Money): string {
  return `${money.providerAmount} ${money.providerCurrency}`;
}

/** How far every look goes back; what is older is the closed day's. */
const RECENT_MS = 2 * 3_600_000;
const DAY_MS = 86_400_000;

type Providers = ReadonlyMap<string, PaymentProvider>;

/** Every provider's books of the last two hours. See reconcileProvider. */
export async function reconcileRecent(shop: Shop, providers: Providers): Promise<Reconciled[]> {
  const until = shop.clock.now();
  return reconcileAll(shop, providers, { since: new Date(until.getTime() - RECENT_MS), until });
}

/** Every provider's books of the UTC day that begins at `day`. See reconcileProvider. */
export async function reconcileDay(shop: Shop, providers: Providers, day: Date): Promise<Reconciled[]> {
  return reconcileAll(shop, providers, { since: day, until: new Date(day.getTime() + DAY_MS) });
}

/** The UTC day that was over at `at`: a job that comes late still compares the day it was promised for. */
export async function reconcileClosedDay(shop: Shop, providers: Providers, at: Date): Promise<Reconciled[]> {
  const today = Math.floor(at.getTime() / DAY_MS) * DAY_MS;
  return reconcileDay(shop, providers, new Date(today - DAY_MS));
}

/** One provider that cannot be asked does not keep the others from being compared. */
async function reconcileAll(shop: Shop, providers: Providers, range: Range): Promise<Reconciled[]> {
  const results: Reconciled[] = [];
  const failures: unknown[] = [];
  for (const provider of providers.values()) {
    try {
      results.push(await reconcileProvider(shop, provider, range));
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'some providers could not be reconciled');
  return results;
}
