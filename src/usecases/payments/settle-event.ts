import type { PaymentProvider } from '../../ports/payment-provider.ts';
import { findProviderEvent } from '../../store/provider-events.ts';
import type { Shop } from '../shop.ts';
import { settleCharge } from './settle-charge.ts';

/** Settles a stored, verified event. Safe to repeat. */
export async function settleEvent(
  shop: Shop,
  providers: ReadonlyMap<string, PaymentProvider>,
  eventId: string,
): Promise<'settled' | 'known' | 'suspense' | 'no-money'> {
  const stored = await findProviderEvent(shop.db, eventId);
  if (!stored) throw new Error(`there is no provider event ${eventId}`);
  const provider = providers.get(stored.provider);
  if (!provider) throw new Error(`the provider ${stored.provider} is not configured; its event waits`);
  const { charge } = provider.readStored(stored.body);
  return charge ? settleCharge(shop, charge) : 'no-money';
}
