import type { SecretBox } from '../../lib/secrets/secret-box.ts';
import {
  findWithdrawal,
  findWithdrawalDetails,
  listPendingWithdrawals,
  type Withdrawal,
} from '../../store/money/withdrawals.ts';
import { recordView } from '../audit/record-act.ts';
import type { Shop } from '../shop.ts';
import type { Appointed } from '../team/find-role.ts';
import { listStanding } from './decide-withdrawal.ts';
import { detailsContext } from './request-withdrawal.ts';

/** More than anybody decides in one sitting. */
const PAGE = 50;

/** The oldest withdrawals that wait for a decision. */
export async function viewPendingWithdrawals(shop: Shop): Promise<Withdrawal[]> {
  return listPendingWithdrawals(shop.db, PAGE);
}

/** One withdrawal without the bank details, and how many agreements of it count; null when there is none. */
export async function viewWithdrawalState(
  shop: Shop,
  look: { appointed: Appointed; withdrawalId: string },
): Promise<(Withdrawal & { given: number }) | null> {
  const withdrawal = await findWithdrawal(shop.db, look.withdrawalId);
  return (
    withdrawal && { ...withdrawal, given: (await listStanding(shop.db, look.appointed, withdrawal)).length }
  );
}

/** The bank details opened for an admin; that they looked is audited. Null when there is no such withdrawal. */
export async function viewBankDetails(
  shop: Shop,
  secrets: SecretBox,
  look: { admin: string; withdrawalId: string; customerId: string },
): Promise<string | null> {
  const { admin, withdrawalId, customerId } = look;
  const sealed = await findWithdrawalDetails(shop.db, withdrawalId);
  if (!sealed) return null;
  await recordView(shop, {
    actor: `admin:${admin}`,
    action: 'withdrawal-details-viewed',
    customerId,
    details: { withdrawalId },
  });
  return secrets.open(sealed, detailsContext(withdrawalId));
}
