/** What every full-size proof has in common. */

/** `seed` decides everything that is random in a run; printed, so that a failure can be repeated. */
export type ProofRun = { seed: number };

/** What a proof came to: how much was done, and what was measured. */
export type ProofResult = { size: string; figures: Record<string, string> };

/** Resolves when the promise holds at full size; throws an assertion that says where it does not. */
export type Proof = (run: ProofRun) => Promise<ProofResult>;

/** A small seeded generator (mulberry32), uniform in [0, 1): the same seed gives the same run. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The same items in an order of the generator's choosing. */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const order = items.map((item) => ({ item, key: random() }));
  return order.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

/** Works the items with at most `width` at a time; results in the items' order. */
export async function inLanes<T, R>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) {
      results[index] = await work(items[index] as T);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane));
  return results;
}

/** `2.13 s`, for figures. */
export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
