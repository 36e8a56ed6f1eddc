import { callPerson } from '../../domain/customers/person-name.ts';
import type { Kopecks } from '../../domain/money/money.ts';
import { kopecks } from '../../domain/money/money.ts';
import { findCustomerByTelegramId } from '../../store/customers.ts';
import { getWallet } from '../../store/money/wallets.ts';
import type { Shop } from '../shop.ts';

/** Whom money would go to, and their wallet before and after; what they owe is taken first. */
export type AssignmentPreview = {
  telegramId: bigint;
  name: string;
  beforeKopecks: Kopecks;
  afterKopecks: Kopecks;
};

/** Null: there is no such customer. */
export async function previewAssignment(
  shop: Shop,
  wish: { telegramId: bigint; amountKopecks: Kopecks },
): Promise<AssignmentPreview | null> {
  const customer = await findCustomerByTelegramId(shop.db, wish.telegramId);
  if (!customer) return null;
  const { customerId, telegramId } = customer;
  const { balanceKopecks, receivableKopecks } = await getWallet(shop.db, customerId);
  const collected = receivableKopecks < wish.amountKopecks ? receivableKopecks : wish.amountKopecks;
  return {
    telegramId,
    name: callPerson(customer),
    beforeKopecks: balanceKopecks,
    afterKopecks: kopecks(balanceKopecks + wish.amountKopecks - collected),
  };
}
