import { type Kopecks, kopecks } from './money.ts';

/** What went over the shop's border in some time, and what referrers got of it. */
export type MoneyFacts = {
  takenKopecks: Kopecks;
  givenBackKopecks: Kopecks;
  commissionKopecks: Kopecks;
  payers: number;
};

/**
 * Revenue is real money from outside less what was given back. A purchase from a wallet is none: its money was counted
 * when it came in.
 */
export function revenueOf(facts: Pick<MoneyFacts, 'takenKopecks' | 'givenBackKopecks'>): Kopecks {
  return kopecks(facts.takenKopecks - facts.givenBackKopecks);
}

/** `arpu`: revenue for each who has paid; `ltv`: what is left of that after commissions. */
export function perPayer(facts: MoneyFacts): { arpuKopecks: Kopecks; ltvKopecks: Kopecks } {
  const revenueKopecks = revenueOf(facts);
  return {
    arpuKopecks: share(revenueKopecks, facts.payers),
    ltvKopecks: share(kopecks(revenueKopecks - facts.commissionKopecks), facts.payers),
  };
}

/** To the nearest kopeck. */
function share(amount: Kopecks, people: number): Kopecks {
  if (people === 0) return kopecks(0n);
  const half = BigInt(people) / (amount < 0n ? -2n : 2n);
  return kopecks((amount + half) / BigInt(people));
}

/** In whole per cent; null: there was nothing to compare with. */
export function changePercent(before: number | bigint, now: number | bigint): number | null {
  const base = Number(before);
  return base <= 0 ? null : Math.round(((Number(now) - base) * 100) / base);
}

export type MonthSpan = { since: Date; until: Date };

/** The month of a moment and the one before, UTC. */
export function monthsAround(now: Date): { current: MonthSpan; previous: MonthSpan } {
  const startOf = (offset: number) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + offset, 1));
  return {
    current: { since: startOf(0), until: startOf(1) },
    previous: { since: startOf(-1), until: startOf(0) },
  };
}
