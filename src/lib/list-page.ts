/** Part of a list. `page` counts from 0. */
export type ListPage<Item> = { items: Item[]; page: number; hasMore: boolean };

/** Of `found`, which was asked for with one more than `size`, so that it is known whether another page follows. */
export function cutPage<Item>(found: Item[], page: number, size: number): ListPage<Item> {
  return { items: found.slice(0, size), page, hasMore: found.length > size };
}
