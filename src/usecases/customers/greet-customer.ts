import { cleanName } from '../../domain/customers/person-name.ts';
import {
  type Customer,
  findCustomerByTelegramId,
  insertCustomer,
  markCustomerReachable,
  updateCustomerIdentity,
} from '../../store/customers.ts';
import type { Shop } from '../shop.ts';

/** Who Telegram says is writing. */
export type Visitor = { telegramId: bigint; firstName: string; username: string | null };

/**
 * The customer behind a visitor, made on the first visit and kept up to date with what Telegram calls them.
 * Safe to repeat and to race: the Telegram id is unique. Whoever brought them counts on that first visit only.
 */
export async function greetCustomer(
  shop: Shop,
  arrived: Visitor,
  referrerTelegramId: bigint | null = null,
): Promise<Customer> {
  const visitor = { ...arrived, firstName: nameOf(arrived) };
  const known = await findCustomerByTelegramId(shop.db, visitor.telegramId);
  if (known && !known.isReachable) await markCustomerReachable(shop.db, known.customerId);
  if (known) return refreshIdentity(shop, { ...known, isReachable: true }, visitor);
  const customerId = shop.ids.rowId();
  await insertCustomer(shop.db, { ...visitor, customerId, createdAt: shop.clock.now() }, referrerTelegramId);
  const created = await findCustomerByTelegramId(shop.db, visitor.telegramId);
  if (!created) throw new Error('a customer vanished right after being added');
  return created;
}

/** By the first name; whoever has an invisible one is called by the username, else by the id. */
function nameOf({ telegramId, firstName, username }: Visitor): string {
  return cleanName(firstName) ?? username ?? String(telegramId);
}

async function refreshIdentity(shop: Shop, known: Customer, visitor: Visitor): Promise<Customer> {
  if (known.firstName === visitor.firstName && known.username === visitor.username) return known;
  const changed = { ...known, firstName: visitor.firstName, username: visitor.username };
  await updateCustomerIdentity(shop.db, changed);
  return changed;
}
