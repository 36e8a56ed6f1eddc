import type { PaymentProvider } from '../../ports/payment-provider.ts';
import { findProviderEvent } from '../../store/provider-events.ts';
import type { Shop } from '../shop.ts';
import { type AppliedEvent, applyEvent } from './apply-event.ts';

/**
 * Acts on a stored, verified event; a hint is confirmed with its provider first. Safe to repeat.
 * Throws: Fault `provider-unreachable` (retryable).
 */
export async function settleEvent(
  shop: Shop,
  providers: ReadonlyMap<string, PaymentProvider>,
  eventId: string,
): Promise<AppliedEvent> {
  const stored = await findProviderEvent(shop.db, eventId);
  if (!stored) throw new Error(`there is no provider event ${eventId}`);
  const provider = providers.get(stored.provider);
  if (!provider) throw new Error(`the provider ${stored.provider} is not configured; its event waits`);
  const event = await provider.confirm(provider.readStored(stored.body));
  return applyEvent(shop, { provider: provider.name, reference: eventId, event });
}
