import { z } from 'zod';
import { CORRELATION_KEY, correlationId } from '../lib/telemetry/correlation.ts';
import { priorityOf } from '../ports/jobs.ts';
import type { Querier } from './postgres/database.ts';
import { moment, noRow, statement } from './postgres/statement.ts';

export type Customer = {
  customerId: string;
  telegramId: bigint;
  firstName: string;
  username: string | null;
  locale: string | null;
  /** False once a message could not be delivered, until they write again. */
  isReachable: boolean;
  createdAt: Date;
};

const customerRow = z.object({
  customerId: z.string(),
  telegramId: z.bigint(),
  firstName: z.string(),
  username: z.string().nullable(),
  locale: z.string().nullable(),
  isReachable: z.boolean(),
  createdAt: moment,
});
const COLUMNS = `c.customer_id as "customerId", c.telegram_id as "telegramId", c.first_name as "firstName",
  c.username, c.locale, c.is_reachable as "isReachable", c.created_at as "createdAt"`;

const findByTelegramIdStatement = statement(
  'find-customer-by-telegram-id',
  customerRow,
  `select ${COLUMNS} from customers c where c.telegram_id = $1`,
);

export async function findCustomerByTelegramId(db: Querier, telegramId: bigint): Promise<Customer | null> {
  return (await db.query(findByTelegramIdStatement, [telegramId]))[0] ?? null;
}

/** What customers are told above the main menu while something is wrong; null: words of ours. */
export type Incident = { text: string | null };

const findVisitorStatement = statement(
  'find-visitor',
  customerRow.extend({ hasIncident: z.boolean(), incidentText: z.string().nullable() }),
  `select ${COLUMNS}, i.is_on as "hasIncident", i.text as "incidentText"
   from customers c cross join incident i where c.telegram_id = $1`,
);

/** Who is writing, and what everybody is told at the moment: one statement for every visit. */
export async function findVisitor(
  db: Querier,
  telegramId: bigint,
): Promise<{ customer: Customer; incident: Incident | null } | null> {
  const [row] = await db.query(findVisitorStatement, [telegramId]);
  if (!row) return null;
  const { hasIncident, incidentText, ...customer } = row;
  return { customer, incident: hasIncident ? { text: incidentText } : null };
}

const findByUsernameStatement = statement(
  'find-customer-by-username',
  customerRow,
  `select ${COLUMNS} from customers c where lower(c.username) = lower($1) order by c.created_at desc limit 1`,
);

/** Who wrote last under this name, whatever the case. */
export async function findCustomerByUsername(db: Querier, username: string): Promise<Customer | null> {
  return (await db.query(findByUsernameStatement, [username]))[0] ?? null;
}

const findCustomerStatement = statement(
  'find-customer',
  customerRow,
  `select ${COLUMNS} from customers c where c.customer_id = $1`,
);

export async function findCustomer(db: Querier, customerId: string): Promise<Customer | null> {
  return (await db.query(findCustomerStatement, [customerId]))[0] ?? null;
}

const listNamesStatement = statement(
  'list-customer-names',
  z.object({ customerId: z.string(), telegramId: z.bigint(), name: z.string() }),
  `select c.customer_id as "customerId", c.telegram_id as "telegramId",
     coalesce('@' || c.username, c.first_name) as name
   from customers c where c.telegram_id = any ($1::bigint[]) or c.customer_id = any ($2::uuid[])`,
);

/** What some people call themselves. */
export async function listCustomerNames(
  db: Querier,
  wanted: { telegramIds: bigint[]; customerIds: string[] },
): Promise<{ customerId: string; telegramId: bigint; name: string }[]> {
  return db.query(listNamesStatement, [wanted.telegramIds, wanted.customerIds]);
}

const insertCustomerStatement = statement(
  'insert-customer',
  noRow,
  `with new as (
     insert into customers (customer_id, telegram_id, first_name, username, created_at)
     values ($1, $2, $3, $4, $5) on conflict (telegram_id) do nothing returning customer_id
   ), wallet as (
     insert into wallets (customer_id) select customer_id from new
   ), referrer as (
     select c.customer_id from customers c, new where c.telegram_id = $6 and c.customer_id <> new.customer_id
   ), counter as (
     insert into referrers (customer_id) select customer_id from referrer on conflict do nothing
   ), referral as (
     insert into referrals (customer_id, referrer_id, attached_at)
     select new.customer_id, referrer.customer_id, $5 from new, referrer
   )
   select customer_id as "referrerId", graphile_worker.add_job('send-notice', json_build_object(
     'noticeKey', 'referral:' || $1::text, 'customerId', customer_id, 'about', 'referral', 'id', $1::text,
     '${CORRELATION_KEY}', $7::text), priority => ${priorityOf('send-notice')})
   from referrer`,
);

/**
 * Adds a customer with an empty wallet, unless the Telegram id is known. Only here can a referrer be attached:
 * they were a customer before the new one was, so that nobody brings themselves and no two bring each other.
 */
export async function insertCustomer(
  db: Querier,
  customer: Omit<Customer, 'locale' | 'isReachable'>,
  referrerTelegramId: bigint | null = null,
): Promise<void> {
  await db.query(insertCustomerStatement, [
    customer.customerId,
    customer.telegramId,
    customer.firstName,
    customer.username,
    customer.createdAt,
    referrerTelegramId,
    correlationId(),
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

const freeUsernameStatement = statement(
  'free-username',
  noRow,
  'update customers set username = null where lower(username) = lower($1) and telegram_id <> $2',
);

/** Telegram gives a name to one person at a time: whoever had it before does not have it any more. */
export async function freeUsername(
  db: Querier,
  { telegramId, username }: { telegramId: bigint; username: string },
): Promise<void> {
  await db.query(freeUsernameStatement, [username, telegramId]);
}

const updateLocaleStatement = statement(
  'update-customer-locale',
  noRow,
  'update customers set locale = $2 where customer_id = $1',
);

export async function updateCustomerLocale(db: Querier, customerId: string, locale: string): Promise<void> {
  await db.query(updateLocaleStatement, [customerId, locale]);
}

const markReachableStatement = statement(
  'mark-customer-reachable',
  noRow,
  'update customers set is_reachable = true where customer_id = $1',
);

/** They have written: they can be written to. */
export async function markCustomerReachable(db: Querier, customerId: string): Promise<void> {
  await db.query(markReachableStatement, [customerId]);
}

const markUnreachableStatement = statement(
  'mark-customer-unreachable',
  noRow,
  'update customers set is_reachable = false where customer_id = $1',
);

export async function markCustomerUnreachable(db: Querier, customerId: string): Promise<void> {
  await db.query(markUnreachableStatement, [customerId]);
}
