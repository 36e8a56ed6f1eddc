import { dropUnseen } from '../../domain/customers/unseen.ts';
import { isRowId } from '../../lib/ids.ts';
import { type Customer, findCustomerByTelegramId, findCustomerByUsername } from '../../store/customers.ts';
import { findOwnerByProviderCharge, findOwnerByRow } from '../../store/money/statements.ts';
import type { Shop } from '../shop.ts';

/** Whose books may name a charge, switched on or not. */
const PROVIDERS = ['telegram', 'stars', 'cryptobot', 'yookassa'];

/** Longer than any id of a provider. */
const MAX_LENGTH = 200;
/** Longer ones are no ids, and more than a column of them holds. */
const TELEGRAM_ID = /^[1-9]\d{0,17}$/;
const USERNAME = /^@?([a-z]\w{2,31})$/i;

/**
 * The customer an operator means by what they typed: a Telegram id, a @username, or the id of a charge (ours or the
 * provider's), invoice, refund, withdrawal or line of the ledger. Null when nobody is known by it.
 */
export async function findPerson(shop: Shop, typed: string): Promise<Customer | null> {
  const text = dropUnseen(typed).trim();
  if (text === '' || text.length > MAX_LENGTH) return null;
  return (await findCalled(shop, text)) ?? findOwner(shop, text);
}

/**
 * The customer who is called so: by a Telegram id or a @username, and by nothing that they have paid or asked for, for
 * some providers' ids look like Telegram's. Null when nobody is.
 */
export async function findCalled(shop: Shop, typed: string): Promise<Customer | null> {
  const text = dropUnseen(typed).trim();
  if (TELEGRAM_ID.test(text)) {
    const byId = await findCustomerByTelegramId(shop.db, BigInt(text));
    if (byId) return byId;
  }
  const username = USERNAME.exec(text)?.[1];
  return username === undefined ? null : findCustomerByUsername(shop.db, username);
}

async function findOwner(shop: Shop, id: string): Promise<Customer | null> {
  const telegramId = await findOwnerId(shop, id);
  return telegramId === null ? null : findCustomerByTelegramId(shop.db, telegramId);
}

/** The Telegram id behind the id of a charge, invoice, refund, withdrawal or line; some providers name theirs as we do. */
export async function findOwnerId(shop: Shop, id: string): Promise<bigint | null> {
  const byRow = isRowId(id) ? await findOwnerByRow(shop.db, id) : null;
  return byRow ?? findOwnerByProviderCharge(shop.db, id, PROVIDERS);
}
