import type { Kopecks } from '../../domain/money/money.ts';
import { type CustomerCardRow, findCustomerCard } from '../../store/operations/customer-cards.ts';
import { isReissuing } from '../access/reissue-credential.ts';
import { recordView } from '../audit/record-act.ts';
import type { Shop } from '../shop.ts';
import { type TrafficView, viewTraffic } from '../traffic/view-traffic.ts';

/** What an operator sees of a customer. Their key is not in it. */
export type CustomerCard = {
  customerId: string;
  telegramId: bigint;
  firstName: string;
  username: string | null;
  locale: string | null;
  isReachable: boolean;
  registeredAt: Date;
  /** Null for whoever does not see money. */
  wallet: { balanceKopecks: Kopecks; receivableKopecks: Kopecks } | null;
  access: CardAccess | null;
  renewals: number;
  isVip: boolean;
  /** The personal discount; `endsAt` null: for good. */
  discount: { percent: number; endsAt: Date | null } | null;
};

export type CardAccess = {
  plan: string;
  endsAt: Date;
  state: 'active' | 'preparing' | 'ended';
  /** When the present key was made; null: there is none. */
  issuedAt: Date | null;
  /** Nodes are being told of a new key. */
  isReissuing: boolean;
  reissues: number;
  /** Null: nothing is limited. */
  traffic: TrafficView | null;
};

type Looking = { telegramId: bigint; seesMoney: boolean };

/** Opens a customer's card, which is audited. Null: there is no such customer. */
export async function viewCustomer(
  shop: Shop,
  view: Looking & { actor: string },
): Promise<CustomerCard | null> {
  const card = await findCustomerFacts(shop, view);
  if (!card) return null;
  await recordView(shop, {
    actor: view.actor,
    action: 'customer-viewed',
    customerId: card.customerId,
  });
  return card;
}

/** The same facts, for what is asked from an open card. */
export async function findCustomerFacts(shop: Shop, view: Looking): Promise<CustomerCard | null> {
  const row = await findCustomerCard(shop.db, view.telegramId, shop.clock.now());
  if (!row) return null;
  const { balanceKopecks, receivableKopecks, personalPercent, ...facts } = row;
  const { customerId, telegramId, firstName, username, locale, isReachable, registeredAt, isVip } = facts;
  return {
    ...{ customerId, telegramId, firstName, username, locale, isReachable, registeredAt, isVip },
    wallet: view.seesMoney ? { balanceKopecks, receivableKopecks } : null,
    access: await accessOf(shop, row),
    renewals: Number(row.renewals),
    discount: personalPercent === null ? null : { percent: personalPercent, endsAt: row.personalEndsAt },
  };
}

async function accessOf(shop: Shop, row: CustomerCardRow): Promise<CardAccess | null> {
  const { entitlementId, plan, endsAt, issuedAt, replacedAt } = row;
  if (entitlementId === null || plan === null || endsAt === null) return null;
  const now = shop.clock.now();
  const traffic = await viewTraffic(shop, entitlementId);
  const running = row.status === 'active' ? 'active' : 'preparing';
  return {
    plan,
    endsAt,
    state: endsAt > now ? running : 'ended',
    issuedAt,
    isReissuing: isReissuing(replacedAt, now),
    reissues: Number(row.reissues),
    traffic: traffic.limitBytes === null ? null : traffic,
  };
}
