import type { Right } from '../domain/operations/roles.ts';
import type { Logger } from '../lib/logger.ts';
import type { Metrics } from '../lib/metrics.ts';
import type { Broadcaster } from '../ports/broadcaster.ts';
import type { OperatorSubject } from '../ports/jobs.ts';
import type { Notifier } from '../ports/notifier.ts';
import type { PaymentProvider } from '../ports/payment-provider.ts';
import { closeOverdue } from '../usecases/access/close-overdue.ts';
import { convergeNode } from '../usecases/access/converge-node.ts';
import { deliverAccess } from '../usecases/access/deliver-access.ts';
import { finishReissue } from '../usecases/access/finish-reissue.ts';
import type { Fleet } from '../usecases/access/node-target.ts';
import { pushAccess } from '../usecases/access/push-access.ts';
import { spreadPlacements } from '../usecases/access/spread-placements.ts';
import { postChainHead } from '../usecases/audit/post-chain-head.ts';
import { verifyBooks } from '../usecases/audit/verify-books.ts';
import { listRecipients } from '../usecases/broadcasts/list-recipients.ts';
import { previewBroadcast } from '../usecases/broadcasts/preview-broadcast.ts';
import { sendExport } from '../usecases/exports/send-export.ts';
import { passIfOn } from '../usecases/features/is-feature-on.ts';
import { forgetOld } from '../usecases/life-cycle/forget-old.ts';
import { planMessages } from '../usecases/life-cycle/plan-messages.ts';
import { promiseRenewals, renew } from '../usecases/life-cycle/renew-due.ts';
import { reportStuck } from '../usecases/life-cycle/report-stuck.ts';
import { retryActivations } from '../usecases/life-cycle/retry-activations.ts';
import { tellFleetCheck } from '../usecases/nodes/check-fleet.ts';
import { tellOperators } from '../usecases/operations/tell-operators.ts';
import { cancelAtProvider } from '../usecases/payments/cancel-at-provider.ts';
import { payCommission } from '../usecases/payments/pay-commission.ts';
import { pollInvoices } from '../usecases/payments/poll-invoices.ts';
import { reconcileClosedDay, reconcileRecent } from '../usecases/payments/reconcile-provider.ts';
import { reverseCommission } from '../usecases/payments/reverse-commission.ts';
import { sendNotice } from '../usecases/payments/send-notice.ts';
import { settleEvent } from '../usecases/payments/settle-event.ts';
import { sendRefund } from '../usecases/refunds/send-refund.ts';
import type { Shop } from '../usecases/shop.ts';
import { checkSystem } from '../usecases/system/check-system.ts';
import { tellSystem } from '../usecases/system/tell-system.ts';
import { listRightHolders } from '../usecases/team/find-role.ts';
import { ingestTraffic } from '../usecases/traffic/ingest-traffic.ts';
import { resetTraffic } from '../usecases/traffic/reset-traffic.ts';
import type { JobHandlers } from './run-jobs.ts';

/** `maxActivationAttempts`: after so many tries operators are told. */
export type LifeCycleSettings = { renewalWindowMs: number; maxActivationAttempts: number };

export type JobDeps = {
  shop: Shop;
  fleet: Fleet;
  providers: ReadonlyMap<string, PaymentProvider>;
  notifier: Notifier;
  broadcaster: Broadcaster;
  /** Whom the settings name to run the shop; the first is the owner. */
  appointed: bigint[];
  lifeCycle: LifeCycleSettings;
  metrics: Metrics;
  logger: Logger;
  /** Where exports are made. */
  exportsDir: string;
  /** Aborts when the process stops: what takes long ends then. */
  stopping: AbortSignal;
};

/** Whom a matter concerns. */
const RIGHT_TO_HEAR: Record<OperatorSubject, Right> = {
  withdrawal: 'move-money',
  task: 'move-money',
  broadcast: 'write-to-all',
  'mass-reissue': 'run-fleet',
};

/**
 * Each job is one use case; every one of them is safe to repeat. What is inside `pass` rests while background workers are
 * switched off; what customers and providers have done already goes on.
 */
export function createJobHandlers(deps: JobDeps): JobHandlers {
  const { shop, providers, notifier } = deps;
  const among = async (right: Right) => ({
    ...deps,
    operators: await listRightHolders(shop.db, deps.appointed, right),
  });
  const pass = (work: () => Promise<unknown>) => passIfOn(shop, work);
  return {
    'settle-event': ({ eventId }) => settleEvent(shop, providers, eventId),
    'poll-invoices': () => pollInvoices(shop, providers),
    'push-access': ({ entitlementId }) => pushAccess(deps, entitlementId),
    'finish-reissue': (reissue) => finishReissue(deps, reissue),
    'spread-placements': () => spreadPlacements(deps),
    'converge-node': ({ nodeId }) => convergeNode(deps, nodeId),
    'ingest-traffic': async ({ nodeId }) => {
      const { bytes, gaps } = await ingestTraffic(deps, nodeId);
      deps.metrics.trafficBytes.inc(Number(bytes));
      deps.metrics.trafficGaps.inc(gaps);
    },
    'reset-traffic': () => pass(() => resetTraffic(shop)),
    'close-overdue': () => pass(() => closeOverdue(shop)),
    'plan-messages': () => pass(() => planMessages(shop)),
    'renew-due': () => pass(() => promiseRenewals(shop, deps.lifeCycle.renewalWindowMs)),
    renew: async (due) => {
      const outcome = await renew(shop, due).catch((error: unknown) => {
        deps.metrics.renewals.inc({ outcome: 'failed' });
        throw error;
      });
      deps.metrics.renewals.inc({ outcome });
    },
    'retry-activations': () => pass(() => retryActivations(shop)),
    'report-stuck': () =>
      pass(async () => reportStuck(await among('give-access'), deps.lifeCycle.maxActivationAttempts)),
    'forget-old': () => pass(() => forgetOld(shop)),
    'deliver-access': ({ entitlementId }) => deliverAccess(shop, notifier, entitlementId),
    'send-notice': (request) => sendNotice(shop, notifier, request),
    'pay-commission': ({ commissionId }) => payCommission(shop, commissionId),
    'reverse-commission': ({ refundId }) => reverseCommission(shop, refundId),
    'send-refund': ({ refundId }) => sendRefund(shop, providers, refundId),
    'cancel-invoice': ({ invoiceId }) => cancelAtProvider(shop, providers, invoiceId),
    'preview-broadcast': async ({ broadcastId }) =>
      previewBroadcast(await among('write-to-all'), broadcastId),
    'list-recipients': ({ broadcastId }) => listRecipients(shop, broadcastId),
    'tell-operators': async (subject) => tellOperators(await among(RIGHT_TO_HEAR[subject.about]), subject),
    'check-system': async () => {
      const changed = await checkSystem(shop, providers.keys());
      if (changed.length > 0)
        deps.logger.warn({ components: changed }, 'the state of the system has changed');
    },
    'tell-system': async (what) => tellSystem(await among('run-fleet'), what),
    'tell-fleet-check': async (asked) => tellFleetCheck(await among('run-fleet'), asked),
    'verify-books': () => verifyBooks(shop),
    'post-chain-head': () => postChainHead(shop, notifier, deps.appointed),
    'send-export': async (order, attempt) => sendExport(await among('export'), order, attempt),
    'reconcile-recent': () => reconcileRecent(shop, providers),
    'reconcile-day': ({ slot }) => reconcileClosedDay(shop, providers, new Date(slot)),
  };
}
