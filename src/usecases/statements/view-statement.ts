import { type Account, walletOf } from '../../domain/money/ledger.ts';
import { type Kopecks, kopecks } from '../../domain/money/money.ts';
import { findCustomerByTelegramId } from '../../store/customers.ts';
import {
  type GrantLine,
  listStatementGrants,
  listStatementLines,
  type StatementLine,
} from '../../store/money/statements.ts';
import { getWallet, type Wallet } from '../../store/money/wallets.ts';
import { findOwnerId } from '../customers/find-person.ts';
import type { Shop } from '../shop.ts';

/** `walletKopecks`: the balance after this line. */
export type Statement = {
  customerId: string;
  telegramId: bigint;
  lines: (StatementLine & { walletKopecks: Kopecks })[];
  grants: GrantLine[];
  wallet: Wallet;
};

/** Rows of one statement of SQL. */
const PAGE = 1_000;
/** A customer with more lines than this is no customer. */
const MAX_PAGES = 100;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/**
 * Everything that ever happened to a customer's money, oldest first, with the balance after each line, and every
 * term that was given. `about`: a Telegram id, or the id of a charge, invoice, refund, withdrawal or line.
 * Null when nobody is known by that.
 */
export async function viewStatement(shop: Shop, about: bigint | string): Promise<Statement | null> {
  const telegramId = typeof about === 'bigint' ? about : await findOwnerId(shop, about);
  const customer = telegramId === null ? null : await findCustomerByTelegramId(shop.db, telegramId);
  if (!customer) return null;
  const { customerId } = customer;
  return {
    customerId,
    telegramId: customer.telegramId,
    lines: withBalances(await readLines(shop, customerId), walletOf(customerId)),
    grants: await listStatementGrants(shop.db, customerId, PAGE),
    wallet: await getWallet(shop.db, customerId),
  };
}

async function readLines(shop: Shop, customerId: string): Promise<StatementLine[]> {
  const lines: StatementLine[] = [];
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const last = lines.at(-1);
    const more = await listStatementLines(shop.db, {
      customerId,
      afterAt: last?.recordedAt ?? new Date(0),
      afterId: last?.transferId ?? BEFORE_ALL,
      limit: PAGE,
    });
    lines.push(...more);
    if (more.length < PAGE) break;
  }
  return lines;
}

function withBalances(lines: StatementLine[], wallet: Account): Statement['lines'] {
  let balance = 0n;
  return lines.map((line) => {
    if (line.creditAccount === wallet) balance += line.amountKopecks;
    if (line.debitAccount === wallet) balance -= line.amountKopecks;
    return { ...line, walletKopecks: kopecks(balance) };
  });
}
