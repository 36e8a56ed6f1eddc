import { cleanName } from '../../domain/customers/person-name.ts';
import {
  type Customer,
  findVisitor,
  freeUsername,
  type Incident,
  insertCustomer,
  markCustomerReachable,
  updateCustomerIdentity,
} from '../../store/customers.ts';
import type { Shop } from '../shop.ts';

/** Who Telegram says is writing. */
export type Visitor = { telegramId: bigint; firstName: string; username: string | null };

/** `incident`: what everybody is told above the main menu; null: nothing is wrong. */
export type Greeting = { customer: Customer; incident: Incident | null };

/**
 * The customer behind a visitor, made on the first visit and kept up to date with what Telegram calls them.
 * Safe to repeat and to race: the Telegram id is unique. Whoever brought them counts on that first visit only.
 */
export async function greetCustomer(
  shop: Shop,
  arrived: Visitor,
  referrerTelegramId: bigint | null = null,
): Promise<Greeting> {
  const visitor = { ...arrived, firstName: nameOf(arrived) };
  const found = await findVisitor(shop.db, visitor.telegramId);
  if (found) return { ...found, customer: await welcomeBack(shop, found.customer, visitor) };
  await takeUsername(shop, visitor);
  const customerId = shop.ids.rowId();
  await insertCustomer(shop.db, { ...visitor, customerId, createdAt: shop.clock.now() }, referrerTelegramId);
  const created = await findVisitor(shop.db, visitor.telegramId);
  if (!created) throw new Error('a customer vanished right after being added');
  return created;
}

/** By the first name; whoever has an invisible one is called by the username, else by the id. */
function nameOf({ telegramId, firstName, username }: Visitor): string {
  return cleanName(firstName) ?? username ?? String(telegramId);
}

async function welcomeBack(shop: Shop, found: Customer, visitor: Visitor): Promise<Customer> {
  if (!found.isReachable) await markCustomerReachable(shop.db, found.customerId);
  const known = { ...found, isReachable: true };
  if (known.firstName === visitor.firstName && known.username === visitor.username) return known;
  if (known.username !== visitor.username) await takeUsername(shop, visitor);
  const changed = { ...known, firstName: visitor.firstName, username: visitor.username };
  await updateCustomerIdentity(shop.db, changed);
  return changed;
}

/** Before it is written down as theirs, so that a crash in between leaves no two of one name. */
async function takeUsername(shop: Shop, { telegramId, username }: Visitor): Promise<void> {
  if (username !== null) await freeUsername(shop.db, { telegramId, username });
}
