import { BEFORE_ALL_IDS, isRowId } from '../../lib/ids.ts';
import {
  type AuditSide,
  findAuditPlace,
  listAuditEntries,
  type StoredAuditEntry,
} from '../../store/audit.ts';
import { listCustomerNames } from '../../store/customers.ts';
import type { Shop } from '../shop.ts';
import type { Appointed } from '../team/find-role.ts';
import { viewTeam } from '../team/manage-team.ts';

/** An entry with the names of who did it and whom it is about, where they are known. */
export type AuditLine = StoredAuditEntry & {
  actorName: string | null;
  customerName: string | null;
  customerTelegramId: bigint | null;
};

/** Newest first. `hasOlder`, `hasNewer`: there is more on that side. */
export type AuditPage = { lines: AuditLine[]; hasOlder: boolean; hasNewer: boolean };

const ON_PAGE = 10;
/** After everything that was ever written. */
const END_OF_TIME = new Date('9999-12-31T00:00:00Z');

/** Who tapped in Telegram is written down by their id; withdrawals name them with a prefix. */
const OPERATOR = /^(?:admin:)?([1-9]\d{0,15})$/;
/** What customers did themselves. */
const CUSTOMER = /^customer:([0-9a-f-]{36})$/;

/**
 * A page of the audit: next to an entry, or the newest (`next` null, or an entry that is forgotten by now). `isTeam`:
 * only what those did who work here now.
 */
export async function viewAudit(
  shop: Shop,
  wish: { appointed: Appointed; isTeam: boolean; next: { side: AuditSide; entryId: string } | null },
): Promise<AuditPage> {
  const actors = wish.isTeam ? await listActors(shop, wish.appointed) : null;
  const { next } = wish;
  const place = next && (await findAuditPlace(shop.db, next.entryId));
  if (next?.side === 'newer' && place) {
    const found = await listAuditEntries(shop.db, { side: 'newer', place, actors, limit: ON_PAGE + 1 });
    // A page that is not full any more is the newest one.
    if (found.length >= ON_PAGE) {
      const entries = found.slice(0, ON_PAGE).reverse();
      return { lines: await nameAll(shop, entries), hasOlder: true, hasNewer: found.length > ON_PAGE };
    }
  }
  const from = next?.side === 'older' ? place : null;
  const newest = { entryId: BEFORE_ALL_IDS, recordedAt: END_OF_TIME };
  const found = await listAuditEntries(shop.db, {
    side: 'older',
    place: from ?? newest,
    actors,
    limit: ON_PAGE + 1,
  });
  const lines = await nameAll(shop, found.slice(0, ON_PAGE));
  return { lines, hasOlder: found.length > ON_PAGE, hasNewer: from !== null };
}

async function listActors(shop: Shop, appointed: Appointed): Promise<string[]> {
  const team = await viewTeam(shop, appointed);
  return team.flatMap(({ telegramId }) => [String(telegramId), `admin:${telegramId}`]);
}

async function nameAll(shop: Shop, entries: StoredAuditEntry[]): Promise<AuditLine[]> {
  const actors = entries.map(({ actor }) => readActor(actor));
  const people = await listCustomerNames(shop.db, {
    telegramIds: actors.flatMap(({ telegramId }) => telegramId ?? []),
    customerIds: [...entries, ...actors].flatMap(({ customerId }) => customerId ?? []),
  });
  return entries.map((entry) => {
    const { telegramId, customerId } = readActor(entry.actor);
    const actor = people.find(
      (one) => one.telegramId === telegramId || (customerId !== null && one.customerId === customerId),
    );
    const customer = people.find((one) => one.customerId === entry.customerId);
    return {
      ...entry,
      actor: actor ? String(actor.telegramId) : entry.actor,
      actorName: actor?.name ?? null,
      customerName: customer?.name ?? null,
      customerTelegramId: customer?.telegramId ?? null,
    };
  });
}

function readActor(actor: string): { telegramId: bigint | null; customerId: string | null } {
  const digits = OPERATOR.exec(actor)?.[1];
  const customerId = CUSTOMER.exec(actor)?.[1];
  return {
    telegramId: digits === undefined ? null : BigInt(digits),
    customerId: customerId !== undefined && isRowId(customerId) ? customerId : null,
  };
}
