import { findCustomerByTelegramId } from '../../store/customers.ts';
import type { Shop } from '../shop.ts';

/** Who is behind a Telegram id; null: nobody who has ever written. */
export async function findCustomerId(shop: Shop, telegramId: bigint): Promise<string | null> {
  return (await findCustomerByTelegramId(shop.db, telegramId))?.customerId ?? null;
}
