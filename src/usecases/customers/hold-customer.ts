import { findCustomerByTelegramId } from '../../store/customers.ts';
import { lockWallet } from '../../store/money/wallets.ts';
import { isOperatorActDone } from '../../store/operations/operator-acts.ts';
import type { Transaction } from '../../store/postgres/database.ts';

/**
 * The customer whom an operator acts on, held until the act is committed: quotes made before no longer stand, for the
 * wallet's version moves. `isDone`: this tap has acted before. Null: nobody is known by this id.
 */
export async function holdCustomer(
  tx: Transaction,
  act: { telegramId: bigint; actKey: string },
): Promise<{ customerId: string; isDone: boolean } | null> {
  const customer = await findCustomerByTelegramId(tx, act.telegramId);
  if (!customer) return null;
  const { customerId } = customer;
  await lockWallet(tx, customerId);
  return { customerId, isDone: await isOperatorActDone(tx, act.actKey) };
}
