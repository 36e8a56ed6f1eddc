import type { Journal } from '../state/journal.ts';
import { YooKassaRefusal } from './refusal.ts';
import type { ListFilter } from './requests.ts';

/** What every object of the API has. */
type ApiObject = { id: string; [field: string]: unknown };

/** One kind of object, in the order of creation, kept in the journal. */
export type Objects<T extends ApiObject> = {
  put(object: T): void;
  find(id: string): T | undefined;
  all(): T[];
  /** A page of what matches, newest first. Throws: YooKassaRefusal for a cursor that is none. */
  list(filter: ListFilter): { type: 'list'; items: T[]; next_cursor?: string };
};

/** A bench pays thousands; the oldest object is forgotten first. */
const MAX_OBJECTS = 50_000;

export function createObjects<T extends ApiObject>(journal: Journal, kind: string): Objects<T> {
  const objects = new Map<string, T>();
  // Ids grow with time, so the journal's order by key is the order of creation.
  for (const { value } of journal.load<T>(kind)) objects.set(value.id, value);
  return {
    put(object) {
      objects.set(object.id, object);
      journal.put(kind, object.id, object);
      for (const oldest of objects.keys()) {
        if (objects.size <= MAX_OBJECTS) break;
        objects.delete(oldest);
        journal.remove(kind, oldest);
      }
    },
    find: (id) => objects.get(id),
    all: () => [...objects.values()],
    list(filter) {
      const found = [...objects.values()].reverse().filter((object) => matches(object, filter));
      const start = filter.cursor === undefined ? 0 : found.findIndex(({ id }) => id === filter.cursor);
      if (start < 0) throw new YooKassaRefusal('invalid_request', 'cursor is not known', 'cursor');
      const next = found[start + filter.limit];
      const items = found.slice(start, start + filter.limit);
      return { type: 'list', items, ...(next ? { next_cursor: next.id } : {}) };
    },
  };
}

function matches(object: ApiObject, { fields, moments }: ListFilter): boolean {
  const isSame = Object.entries(fields).every(([field, value]) => object[field] === value);
  return isSame && moments.every((moment) => isWithin(object[moment.field], moment));
}

function isWithin(value: unknown, { relation, atMs }: ListFilter['moments'][number]): boolean {
  if (typeof value !== 'string') return false;
  const valueMs = Date.parse(value);
  if (relation === 'gte') return valueMs >= atMs;
  if (relation === 'gt') return valueMs > atMs;
  return relation === 'lte' ? valueMs <= atMs : valueMs < atMs;
}
