import type { SubscriptionTokens } from '../../lib/subscription-tokens.ts';
import { findAccessOf } from '../../store/entitlements.ts';
import { lockWallet } from '../../store/money/wallets.ts';
import { claimOperatorAct } from '../../store/operations/operator-acts.ts';
import type { Querier } from '../../store/postgres/database.ts';
import { findSubscriptionLink, saveSubscriptionLink } from '../../store/subscription-links.ts';
import { recordAct } from '../audit/record-act.ts';
import type { Shop, Tap } from '../shop.ts';
import { holdChat } from '../updates/hold-chat.ts';

/**
 * The token of a customer's subscription link, made on first sight. One that was made with a key which is gone
 * cannot be shown again: a new one takes its place. Null: there is no entitlement.
 */
export async function getSubscriptionToken(
  shop: Shop,
  tokens: SubscriptionTokens,
  customerId: string,
): Promise<string | null> {
  const access = await findAccessOf(shop.db, customerId);
  if (!access) return null;
  const { entitlementId } = access;
  const known = await findKnownToken(shop.db, tokens, entitlementId);
  if (known.token !== null) return known.token;
  await save(shop, shop.db, { tokens, entitlementId, rotation: known.rotation + 1 });
  return (await findKnownToken(shop.db, tokens, entitlementId)).token;
}

/**
 * Gives the link a new token, once by the same tap; the old one opens nothing from now on. Null: there is no entitlement.
 */
export async function rotateSubscriptionToken(
  shop: Shop,
  tokens: SubscriptionTokens,
  { tap, customerId }: { tap: Tap; customerId: string },
): Promise<string | null> {
  const access = await findAccessOf(shop.db, customerId);
  if (!access) return null;
  const { entitlementId } = access;
  await shop.db.transaction('rotate-subscription', async (tx) => {
    await holdChat(tx, tap);
    await lockWallet(tx, customerId);
    if (!(await claimOperatorAct(tx, { key: tap.key, at: shop.clock.now() }))) return;
    const { rotation } = await findKnownToken(tx, tokens, entitlementId);
    await save(shop, tx, { tokens, entitlementId, rotation: rotation + 1 });
    await recordAct(shop, tx, {
      actor: `customer:${customerId}`,
      action: 'subscription-link-rotated',
      customerId,
      details: { entitlementId, rotation: rotation + 1 },
    });
  });
  return (await findKnownToken(shop.db, tokens, entitlementId)).token;
}

/** `token` null: none has been made, or its key is gone. */
async function findKnownToken(
  db: Querier,
  tokens: SubscriptionTokens,
  entitlementId: string,
): Promise<{ token: string | null; rotation: number }> {
  const link = await findSubscriptionLink(db, entitlementId);
  if (!link) return { token: null, rotation: -1 };
  const { rotation, tokenHash } = link;
  const token = tokens.candidates(entitlementId, rotation).find((one) => tokens.hash(one)?.equals(tokenHash));
  return { token: token ?? null, rotation };
}

async function save(
  shop: Shop,
  db: Querier,
  link: { tokens: SubscriptionTokens; entitlementId: string; rotation: number },
): Promise<void> {
  const { tokens, entitlementId, rotation } = link;
  const [token = ''] = tokens.candidates(entitlementId, rotation);
  const tokenHash = tokens.hash(token);
  if (!tokenHash) throw new Error('a token that was just made is none');
  await saveSubscriptionLink(db, { entitlementId, rotation, tokenHash, at: shop.clock.now() });
}
