import { findCustomerByTelegramId } from '../../store/customers.ts';
import type { Shop } from '../shop.ts';

/** The language that somebody has chosen; null: none yet. */
export async function findLocale(shop: Shop, telegramId: bigint): Promise<string | null> {
  return (await findCustomerByTelegramId(shop.db, telegramId))?.locale ?? null;
}
