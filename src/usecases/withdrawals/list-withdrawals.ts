import type { SecretBox } from '../../lib/secrets/secret-box.ts';
import {
  findWithdrawal,
  findWithdrawalDetails,
  listPendingWithdrawals,
  type Withdrawal,
} from '../../store/money/withdrawals.ts';
import { recordView } from '../audit/record-act.ts';
import type { Shop } from '../shop.ts';
import { detailsContext } from './request-withdrawal.ts';

/** More than anybody decides in one sitting. */
const PAGE = 50;

/** The oldest withdrawals that wait for a decision. */
export async function viewPendingWithdrawals(shop: Shop): Promise<Withdrawal[]> {
  return listPendingWithdrawals(shop.db, PAGE);
}

/** One withdrawal with the bank details opened for an admin; that they looked is audited. */
export async function viewWithdrawal(
  shop: Shop,
  secrets: SecretBox,
  look: { admin: string; withdrawalId: string },
): Promise<(Withdrawal & { details: string }) | null> {
  const withdrawal = await findWithdrawal(shop.db, look.withdrawalId);
  const sealed = await findWithdrawalDetails(shop.db, look.withdrawalId);
  if (!withdrawal || !sealed) return null;
  await recordView(shop, {
    actor: `admin:${look.admin}`,
    action: 'withdrawal-details-viewed',
    customerId: withdrawal.customerId,
    details: { withdrawalId: look.withdrawalId },
  });
  return { ...withdrawal, details: secrets.open(sealed, detailsContext(look.withdrawalId)) };
}

/** One withdrawal without the bank details; null when there is none. */
export async function viewWithdrawalState(shop: Shop, withdrawalId: string): Promise<Withdrawal | null> {
  return findWithdrawal(shop.db, withdrawalId);
}
