import { z } from 'zod';
import type { Export } from '../domain/exports.ts';
import { LIFE_MESSAGES } from '../domain/life-cycle.ts';
import { CAUSE_KINDS } from '../domain/money/ledger.ts';
import { toDecimalText } from '../domain/money/money.ts';
import type { CsvCell } from '../lib/files/csv.ts';
import type { Querier, Snapshot } from './postgres/database.ts';
import { moment, money, type Statement, statement } from './postgres/statement.ts';

/** A statement whose columns are those of the file, in their order. */
type Sheet = { columns: string[]; statement: Statement<CsvCell[]> };

function sheet(name: string, columns: Record<string, z.ZodType<CsvCell>>, text: string): Sheet {
  const row = z.object(columns).transform((cells) => Object.values(cells));
  return { columns: Object.keys(columns), statement: statement(name, row, text) };
}

const text = z.string();
const roubles = money.transform(toDecimalText);
const telegramId = z.bigint();

const telegramIdOf = (row: string) =>
  `(select c.telegram_id from customers c where c.customer_id = ${row}.customer_id) as telegram_id`;
const sequenceOf = (kind: 'transfer' | 'audit', id: string) =>
  `(select l.sequence from chain_links l where l.row_kind = '${kind}' and l.row_id = ${id}) as sequence`;

/** What a customer is told before an end, not after it. */
const REMINDERS = LIFE_MESSAGES.filter((message) => !message.endsWith('ended'));
/** Which of its columns names the cause of a line. */
const CAUSE_KIND = `case ${CAUSE_KINDS.map((kind) => `when t.${kind}_id is not null then '${kind}'`).join(' ')} end`;
const CAUSE_ID = `coalesce(${CAUSE_KINDS.map((kind) => `t.${kind}_id`).join(', ')})`;

/*
 * All in the order of a key, so that rows come from its index one by one, however many there are. What is beside a row is
 * asked for by subqueries: each has an index to go by, while a join may be planned as a walk through the other table for
 * every row.
 */
const SHEETS: Record<Export, Sheet> = {
  customers: sheet(
    'export-customers',
    {
      customer_id: text,
      telegram_id: telegramId,
      first_name: text,
      username: text.nullable(),
      language: text.nullable(),
      created_at: moment,
    },
    `select customer_id, telegram_id, first_name, username, locale as language, created_at
     from customers order by customer_id`,
  ),
  // The key is what access is: whoever reads the file must not be able to use it.
  subscriptions: sheet(
    'export-subscriptions',
    {
      telegram_id: telegramId,
      plan: text,
      status: text,
      starts_at: moment,
      ends_at: moment,
      renews_itself: z.boolean(),
      source: text.nullable(),
      reminders_sent: z.bigint(),
      key: text,
    },
    `select ${telegramIdOf('e')}, e.plan, e.status, e.starts_at, e.ends_at, e.renews_itself,
       (select g.source from entitlement_grants g where g.customer_id = e.customer_id
         order by g.granted_at desc limit 1) as source,
       (select count(*) from notices n where n.customer_id = e.customer_id and n.status = 'sent'
         and n.created_at >= coalesce(e.end_decided_at, e.starts_at)
         and n.kind in (${REMINDERS.map((kind) => `'${kind}'`).join(', ')})) as reminders_sent,
       'redacted' as key
     from entitlements e where e.status <> 'ended' order by e.entitlement_id`,
  ),
  charges: sheet(
    'export-charges',
    {
      charge_id: text,
      provider: text,
      provider_charge_id: text,
      telegram_id: telegramId.nullable(),
      amount_rub: roubles,
      provider_amount: text,
      provider_currency: text,
      purpose: text.nullable(),
      disposition: text,
      reason: text,
      charged_at: moment,
      recorded_at: moment,
    },
    `select ch.charge_id, ch.provider, ch.provider_charge_id, ${telegramIdOf('ch')},
       ch.amount_kopecks as amount_rub, ch.provider_amount, ch.provider_currency,
       (select i.purpose from invoices i where i.invoice_id = ch.invoice_id) as purpose,
       ch.disposition, ch.reason, ch.charged_at, ch.recorded_at
     from charges ch order by ch.charge_id`,
  ),
  transfers: sheet(
    'export-transfers',
    {
      sequence: z.bigint().nullable(),
      transfer_id: text,
      kind: text,
      debit_account: text,
      credit_account: text,
      amount_rub: roubles,
      telegram_id: telegramId.nullable(),
      cause_kind: text,
      cause_id: text,
      recorded_at: moment,
    },
    `select ${sequenceOf('transfer', 't.transfer_id')}, t.transfer_id, t.kind, t.debit_account, t.credit_account, t.amount_kopecks as amount_rub,
       ${telegramIdOf('t')}, ${CAUSE_KIND} as cause_kind, ${CAUSE_ID} as cause_id, t.recorded_at
     from transfers t order by t.transfer_id`,
  ),
  audit: sheet(
    'export-audit',
    {
      sequence: z.bigint().nullable(),
      entry_id: text,
      actor: text,
      action: text,
      telegram_id: telegramId.nullable(),
      details: text,
      recorded_at: moment,
    },
    `select ${sequenceOf('audit', 'a.entry_id')}, a.entry_id, a.actor, a.action, ${telegramIdOf('a')},
       a.details::text as details, a.recorded_at
     from audit_entries a order by a.entry_id`,
  ),
};

export function columnsOf(what: Export): string[] {
  return SHEETS[what].columns;
}

/** Gives `work` all rows, a page at a time; the next page is read when it is done with this one. */
export async function readExportPages(
  snapshot: Snapshot,
  what: Export,
  work: (rows: CsvCell[][]) => Promise<void>,
): Promise<void> {
  await snapshot.readPages(SHEETS[what].statement, [], work);
}

/** Of the same family as those in ports/lock-session.ts; it must not change. */
const EXPORT_LOCK = 7_305_801_120_021n;

const takeTurnStatement = statement(
  'take-export-turn',
  z.object({ isTaken: z.boolean() }),
  'select pg_try_advisory_xact_lock($1) as "isTaken"',
);

/** The right to export, held until the transaction ends, however it does. False: somebody else exports. */
export async function takeExportTurn(snapshot: Querier): Promise<boolean> {
  return (await snapshot.query(takeTurnStatement, [EXPORT_LOCK]))[0]?.isTaken === true;
}
