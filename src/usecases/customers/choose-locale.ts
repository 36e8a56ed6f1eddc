import { updateCustomerLocale } from '../../store/customers.ts';
import type { Shop } from '../shop.ts';

/** Remembers the language a customer chose; `locale` is one the catalogues have. */
export async function chooseLocale(shop: Shop, customerId: string, locale: string): Promise<void> {
  await updateCustomerLocale(shop.db, customerId, locale);
}
