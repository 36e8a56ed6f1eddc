import type { Logger } from '../lib/logger.ts';
import type { Notifier } from '../ports/notifier.ts';
import type { PaymentProvider } from '../ports/payment-provider.ts';
import { closeOverdue } from '../usecases/access/close-overdue.ts';
import { convergeNode } from '../usecases/access/converge-node.ts';
import { deliverAccess } from '../usecases/access/deliver-access.ts';
import type { Fleet } from '../usecases/access/node-target.ts';
import { pushAccess } from '../usecases/access/push-access.ts';
import { pollInvoices } from '../usecases/payments/poll-invoices.ts';
import { sendChargeNotice } from '../usecases/payments/send-charge-notice.ts';
import { settleEvent } from '../usecases/payments/settle-event.ts';
import type { Shop } from '../usecases/shop.ts';
import type { JobHandlers } from './run-jobs.ts';

export type JobDeps = {
  shop: Shop;
  fleet: Fleet;
  providers: ReadonlyMap<string, PaymentProvider>;
  notifier: Notifier;
  logger: Logger;
};

/** Each job is one use case; every one of them is safe to repeat. */
export function createJobHandlers(deps: JobDeps): JobHandlers {
  const { shop, providers, notifier, logger } = deps;
  return {
    'settle-event': async ({ eventId }) => {
      const outcome = await settleEvent(shop, providers, eventId);
      if (outcome === 'settled' || outcome === 'known') return;
      logger.error({ eventId, outcome }, 'a payment notice needs an operator');
    },
    'poll-invoices': async () => {
      for (const provider of providers.values()) await pollInvoices(shop, provider);
    },
    'push-access': ({ entitlementId }) => pushAccess(deps, entitlementId),
    'converge-node': ({ nodeId }) => convergeNode(deps, nodeId),
    'close-overdue': () => closeOverdue(shop),
    'deliver-access': ({ entitlementId }) => deliverAccess(shop, notifier, entitlementId),
    'send-notice': (request) => sendChargeNotice(shop, notifier, request),
  };
}
