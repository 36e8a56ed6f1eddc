import { z } from 'zod';
import type { Kopecks } from '../../domain/money/money.ts';
import type { Querier } from '../postgres/database.ts';
import { money, statement } from '../postgres/statement.ts';

/** What a customer has, has reserved and owes. `version` grows with every change of what they own. */
export type Wallet = {
  version: bigint;
  balanceKopecks: Kopecks;
  heldKopecks: Kopecks;
  receivableKopecks: Kopecks;
};

const walletRow = z.object({
  version: z.bigint(),
  balanceKopecks: money,
  heldKopecks: money,
  receivableKopecks: money,
});
const COLUMNS = `version, balance_kopecks as "balanceKopecks", held_kopecks as "heldKopecks",
  receivable_kopecks as "receivableKopecks"`;

const findWalletStatement = statement(
  'find-wallet',
  walletRow,
  `select ${COLUMNS} from wallets where customer_id = $1`,
);

export async function getWallet(db: Querier, customerId: string): Promise<Wallet> {
  return walletOf(await db.query(findWalletStatement, [customerId]), customerId);
}

const lockWalletStatement = statement(
  'lock-wallet',
  walletRow,
  `update wallets set version = version + 1 where customer_id = $1 returning ${COLUMNS}`,
);

/**
 * The first lock of every transaction that changes what a customer owns: money, access, promo places. It also
 * moves the version, so that whoever decided on earlier facts without a lock has to decide again.
 */
export async function lockWallet(tx: Querier, customerId: string): Promise<Wallet> {
  return walletOf(await tx.query(lockWalletStatement, [customerId]), customerId);
}

function walletOf([wallet]: Wallet[], customerId: string): Wallet {
  if (!wallet) throw new Error(`customer ${customerId} has no wallet`);
  return wallet;
}
