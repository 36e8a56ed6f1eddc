import { z } from 'zod';
import type { Querier, Transaction } from '../postgres/database.ts';
import { moment, noRow, statement } from '../postgres/statement.ts';

const componentRow = z.object({
  component: z.string(),
  status: z.enum(['healthy', 'degraded', 'unavailable']),
  reason: z.string().nullable(),
  changedAt: moment,
  wellSince: moment.nullable(),
});
/** How a component was when it was measured last. */
export type StoredComponent = z.infer<typeof componentRow>;

const listComponentsStatement = statement(
  'list-system-components',
  componentRow,
  `select component, status, reason, changed_at as "changedAt", well_since as "wellSince" from system_components`,
);

export async function listSystemComponents(db: Querier): Promise<StoredComponent[]> {
  return db.query(listComponentsStatement, []);
}

const saveComponentStatement = statement(
  'save-system-component',
  noRow,
  `insert into system_components (component, status, reason, changed_at, well_since) values ($1, $2, $3, $4, $5)
   on conflict (component) do update set status = excluded.status, reason = excluded.reason,
     changed_at = excluded.changed_at, well_since = excluded.well_since`,
);

export async function saveSystemComponent(tx: Transaction, state: StoredComponent): Promise<void> {
  const { component, status, reason, changedAt, wellSince } = state;
  await tx.query(saveComponentStatement, [component, status, reason, changedAt, wellSince]);
}

const alertRow = z.object({ toldAt: moment.nullable(), isOpen: z.boolean() });

const lockAlertStatement = statement(
  'lock-system-alert',
  alertRow,
  'select told_at as "toldAt", is_open as "isOpen" from system_alert for update',
);

/** What operators were told. Its lock is held by whoever changes what is remembered of components. */
export async function lockSystemAlert(tx: Transaction): Promise<z.infer<typeof alertRow>> {
  const [alert] = await tx.query(lockAlertStatement, []);
  if (!alert) throw new Error('the row of the system alert vanished');
  return alert;
}

const saveAlertStatement = statement(
  'save-system-alert',
  noRow,
  'update system_alert set told_at = $1, is_open = $2',
);

export async function saveSystemAlert(tx: Transaction, alert: z.infer<typeof alertRow>): Promise<void> {
  await tx.query(saveAlertStatement, [alert.toldAt, alert.isOpen]);
}

const troubleRow = z.object({ provider: z.string(), failedCalls: z.number(), lastFailedAt: moment });

const listTroublesStatement = statement(
  'list-provider-troubles',
  troubleRow,
  `select provider, failed_calls as "failedCalls", last_failed_at as "lastFailedAt" from provider_troubles`,
);

export async function listProviderTroubles(db: Querier): Promise<z.infer<typeof troubleRow>[]> {
  return db.query(listTroublesStatement, []);
}

const addTroubleStatement = statement(
  'add-provider-trouble',
  noRow,
  `insert into provider_troubles as t (provider, failed_calls, last_failed_at) values ($1, 1, $2)
   on conflict (provider) do update set failed_calls = least(t.failed_calls + 1, 1000000), last_failed_at = $2`,
);

/** One more call that a provider did not answer. */
export async function addProviderTrouble(db: Querier, provider: string, at: Date): Promise<void> {
  await db.query(addTroubleStatement, [provider, at]);
}

const endTroubleStatement = statement(
  'end-provider-trouble',
  noRow,
  'delete from provider_troubles where provider = $1',
);

/** A provider answers. */
export async function endProviderTrouble(db: Querier, provider: string): Promise<void> {
  await db.query(endTroubleStatement, [provider]);
}

const countPendingStatement = statement(
  'count-pending-activations',
  z.object({ count: z.bigint() }),
  `select count(*) from entitlements
   where status = 'provisioning' and next_activation_at is not null and activation_attempts > 0 and ends_at > $1`,
);

/** What was given, was tried again, and no node honours. */
export async function countPendingActivations(db: Querier, now: Date): Promise<number> {
  return Number((await db.query(countPendingStatement, [now]))[0]?.count ?? 0n);
}
