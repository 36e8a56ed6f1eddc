import type { Logger } from '../../lib/logger.ts';
import type { Alarms } from '../state/alarms.ts';
import type { Counters } from '../state/counters.ts';
import type { FaultPlan } from '../state/fault-plan.ts';
import type { Journal } from '../state/journal.ts';
import type { Exchange } from '../transport/http.ts';
import { API_PREFIX, createYooKassaApi } from './api.ts';
import { createCheckout } from './checkout.ts';
import { createIdempotence } from './idempotence.ts';
import { createNotifications } from './notifications.ts';
import { createShop } from './shop.ts';
import { type ControlRoute, yookassaRoutes } from './shop-controls.ts';

/** The emulated YooKassa: its API, the page where a payer pays, and what the shop's owner does in the cabinet. */
export type YooKassa = {
  /** Serves everything under `/yookassa/`. */
  serve(exchange: Exchange): Promise<void>;
  /** The routes of `shop-controls.ts`. */
  routes: Record<string, ControlRoute>;
  resume(): void;
  close(): Promise<void>;
};

type Dependencies = {
  settings: { yookassaShopId: string; yookassaSecretKey: string; yookassaWebhookUrl: string | undefined };
  journal: Journal;
  counters: Counters;
  alarms: Alarms;
  faults: FaultPlan;
  logger: Logger;
  /** The delays of the next notification, as the page's switches say. */
  takeWebhookDelays(): number[];
};

export function createYooKassa(dependencies: Dependencies): YooKassa {
  const { settings, takeWebhookDelays } = dependencies;
  const { yookassaShopId: shopId, yookassaSecretKey: secretKey, yookassaWebhookUrl: url } = settings;
  const notifications = createNotifications({ ...dependencies, url });
  const shop = createShop({
    ...dependencies,
    shopId,
    onEvent: (event) => notifications.send(event, takeWebhookDelays()),
  });
  const idempotence = createIdempotence(dependencies);
  const api = createYooKassaApi({ ...dependencies, shopId, secretKey, shop, idempotence });
  const checkout = createCheckout(shop, dependencies.journal);
  return {
    serve: (exchange) =>
      exchange.url.pathname.startsWith(`${API_PREFIX}/`) ? api.serve(exchange) : checkout.serve(exchange),
    routes: yookassaRoutes({ shop, notifications, api }),
    resume: notifications.resume,
    close: notifications.close,
  };
}
