import type { Kopecks } from '../../domain/money/money.ts';
import { findAccessOf } from '../../store/entitlements.ts';
import { findLifeFactsOf } from '../../store/life-cycle/messages.ts';
import { getWallet } from '../../store/money/wallets.ts';
import type { Shop } from '../shop.ts';
import { type TrafficView, viewTraffic } from '../traffic/view-traffic.ts';
import { findLink } from './find-link.ts';

/** What a customer sees of themself. `preparing`: paid, and no node has confirmed yet. */
export type Profile = {
  balanceKopecks: Kopecks;
  /** On its way out, until it is decided. */
  heldKopecks: Kopecks;
  /** Renewed from the wallet by itself; null: there is nothing to renew. */
  renewsItself: boolean | null;
  access:
    | { kind: 'none' }
    | { kind: 'ended'; endsAt: Date }
    | { kind: 'preparing'; endsAt: Date }
    | { kind: 'active'; endsAt: Date; link: string; traffic: TrafficView };
};

export async function viewProfile(shop: Shop, customerId: string): Promise<Profile> {
  const { balanceKopecks, heldKopecks } = await getWallet(shop.db, customerId);
  const access = await viewAccess(shop, customerId);
  const isRunning = access.kind === 'active' || access.kind === 'preparing';
  const facts = isRunning ? await findLifeFactsOf(shop.db, customerId) : null;
  return { balanceKopecks, heldKopecks, renewsItself: facts?.renewsItself ?? null, access };
}

async function viewAccess(shop: Shop, customerId: string): Promise<Profile['access']> {
  const access = await findAccessOf(shop.db, customerId);
  if (!access) return { kind: 'none' };
  const { endsAt } = access;
  if (endsAt <= shop.clock.now()) return { kind: 'ended', endsAt };
  const link = access.status === 'active' ? await findLink(shop, access) : null;
  if (link === null) return { kind: 'preparing', endsAt };
  return { kind: 'active', endsAt, link, traffic: await viewTraffic(shop, access.entitlementId) };
}
