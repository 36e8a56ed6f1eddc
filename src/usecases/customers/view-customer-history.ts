import { cutPage, type ListPage } from '../../lib/list-page.ts';
import { findCustomerByTelegramId } from '../../store/customers.ts';
import { type CustomerEvent, listCustomerEvents } from '../../store/operations/customer-history.ts';
import { recordView } from '../audit/record-act.ts';
import type { Shop } from '../shop.ts';

/** As many as fit on a screen. Source: product.md §6. */
const PAGE = 10;

export type CustomerHistory = ListPage<CustomerEvent>;

/** What happened to a customer, the newest first; looking is audited. Null: there is no such customer. */
export async function viewCustomerHistory(
  shop: Shop,
  view: { actor: string; telegramId: bigint; page: number; seesMoney: boolean },
): Promise<CustomerHistory | null> {
  const { actor, telegramId, page, seesMoney } = view;
  const customer = await findCustomerByTelegramId(shop.db, telegramId);
  if (!customer) return null;
  const { customerId } = customer;
  const read = { customerId, offset: page * PAGE, limit: PAGE + 1, seesMoney };
  const events = await listCustomerEvents(shop.db, read);
  await recordView(shop, {
    actor,
    action: 'customer-history-viewed',
    customerId,
    details: { page },
  });
  return cutPage(events, page, PAGE);
}
