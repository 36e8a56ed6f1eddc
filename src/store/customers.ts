import { z } from 'zod';
import type { Querier } from './postgres/database.ts';
import { noRow, statement } from './postgres/statement.ts';

export type Customer = {
  customerId: string;
  telegramId: bigint;
  firstName: string;
  username: string | null;
  locale: string | null;
};

const customerRow = z.object({
  customerId: z.string(),
  telegramId: z.bigint(),
  firstName: z.string(),
  username: z.string().nullable(),
  locale: z.string().nullable(),
});
const COLUMNS = `c.customer_id as "customerId", c.telegram_id as "telegramId", c.first_name as "firstName",
  c.username, c.locale`;

const findByTelegramIdStatement = statement(
  'find-customer-by-telegram-id',
  customerRow,
  `select ${COLUMNS} from customers c where c.telegram_id = $1`,
);

export async function findCustomerByTelegramId(db: Querier, telegramId: bigint): Promise<Customer | null> {
  return (await db.query(findByTelegramIdStatement, [telegramId]))[0] ?? null;
}

const findCustomerStatement = statement(
  'find-customer',
  customerRow,
  `select ${COLUMNS} from customers c where c.customer_id = $1`,
);

export async function findCustomer(db: Querier, customerId: string): Promise<Customer | null> {
  return (await db.query(findCustomerStatement, [customerId]))[0] ?? null;
}

const insertCustomerStatement = statement(
  'insert-customer',
  noRow,
  `with new as (
     insert into customers (customer_id, telegram_id, first_name, username, created_at)
     values ($1, $2, $3, $4, $5) on conflict (telegram_id) do nothing returning customer_id
   )
   insert into wallets (customer_id) select customer_id from new`,
);

/** Adds a customer with an empty wallet, unless the Telegram id is known. */
export async function insertCustomer(
  db: Querier,
  customer: Omit<Customer, 'locale'> & { createdAt: Date },
): Promise<void> {
  await db.query(insertCustomerStatement, [
    customer.customerId,
    customer.telegramId,
    customer.firstName,
    customer.username,
    customer.createdAt,
  ]);
}

const updateIdentityStatement = statement(
  'update-customer-identity',
  noRow,
  'update customers set first_name = $2, username = $3 where customer_id = $1',
);

/** What Telegram calls the customer now. */
export async function updateCustomerIdentity(
  db: Querier,
  customer: Pick<Customer, 'customerId' | 'firstName' | 'username'>,
): Promise<void> {
  await db.query(updateIdentityStatement, [customer.customerId, customer.firstName, customer.username]);
}

const updateLocaleStatement = statement(
  'update-customer-locale',
  noRow,
  'update customers set locale = $2 where customer_id = $1',
);

export async function updateCustomerLocale(db: Querier, customerId: string, locale: string): Promise<void> {
  await db.query(updateLocaleStatement, [customerId, locale]);
}

const markUnreachableStatement = statement(
  'mark-customer-unreachable',
  noRow,
  'update customers set is_reachable = false where customer_id = $1',
);

export async function markCustomerUnreachable(db: Querier, customerId: string): Promise<void> {
  await db.query(markUnreachableStatement, [customerId]);
}

const lockCustomerStatement = statement(
  'lock-customer',
  z.object({ customerId: z.string() }),
  'select customer_id as "customerId" from customers where customer_id = $1 for update',
);

/** The first lock of every money transaction: one customer's purchases and charges happen one by one. */
export async function lockCustomer(tx: Querier, customerId: string): Promise<void> {
  await tx.query(lockCustomerStatement, [customerId]);
}
