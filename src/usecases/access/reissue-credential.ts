import { credentialEmail } from '../../domain/entitlements.ts';
import { insertAuditEntry } from '../../store/audit.ts';
import { findCustomerByTelegramId } from '../../store/customers.ts';
import { type Access, findAccessOf } from '../../store/entitlements.ts';
import {
  countReissuesSince,
  findIssue,
  insertCredential,
  supersedeCredential,
} from '../../store/fleet/credentials.ts';
import { addJob } from '../../store/jobs.ts';
import { lockWallet } from '../../store/money/wallets.ts';
import { claimOperatorAct, isOperatorActDone } from '../../store/operations/operator-acts.ts';
import type { Transaction } from '../../store/postgres/database.ts';
import { holdCustomer } from '../customers/hold-customer.ts';
import type { Shop, Tap } from '../shop.ts';
import { holdChat } from '../updates/hold-chat.ts';

/** A lost phone twice in a day is bad luck; more often it is a script. An operator may always. */
const CUSTOMER_LIMIT = 3;
const LIMIT_PERIOD_MS = 86_400_000;
/** While nodes are told a new credential, nobody needs another; nodes that take longer are away. */
const IN_PROGRESS_MS = 3_600_000;

export type Reissue = { ok: true } | { ok: false; refusal: 'no-access' | 'too-often' };

/**
 * A new id for a customer whose old one has leaked. The old one works until every node of theirs that can be reached
 * has the new one, so there is no moment without one that works; a promised job does that and then revokes it.
 * `actor` null: the customer's own wish, which is limited and which the same `tap` makes once; otherwise they are told of
 * the new one.
 * Refuses, in this order: `no-access`, `too-often`.
 */
export async function reissueCredential(
  shop: Shop,
  wish: { customerId: string; actor: string | null; tap?: Tap },
): Promise<Reissue> {
  const { customerId, actor, tap } = wish;
  return shop.db.transaction('reissue-credential', async (tx) => {
    if (tap) await holdChat(tx, tap);
    await lockWallet(tx, customerId);
    const now = shop.clock.now();
    if (tap && (await isOperatorActDone(tx, tap.key))) return { ok: true };
    const access = await findAccessOf(tx, customerId);
    if (!access || access.endsAt <= now) return { ok: false, refusal: 'no-access' };
    const since = new Date(now.getTime() - LIMIT_PERIOD_MS);
    if (actor === null && (await countReissuesSince(tx, access.entitlementId, since)) >= CUSTOMER_LIMIT)
      return { ok: false, refusal: 'too-often' };
    if (tap) await claimOperatorAct(tx, { key: tap.key, at: now });
    await replaceCredential(shop, tx, { access, actor });
    return { ok: true };
  });
}

/** The same by an operator, for a customer by Telegram id. Refuses: `customer-unknown`, then as above. */
export async function reissueCredentialOf(
  shop: Shop,
  wish: { telegramId: bigint; actor: string },
): Promise<Reissue | { ok: false; refusal: 'customer-unknown' }> {
  const customer = await findCustomerByTelegramId(shop.db, wish.telegramId);
  if (!customer) return { ok: false, refusal: 'customer-unknown' };
  return reissueCredential(shop, { customerId: customer.customerId, actor: wish.actor });
}

export type ShownReissue = {
  actor: string;
  telegramId: bigint;
  /** When the key was made that the operator saw, and the key of their tap. */
  shown: { actKey: string; issuedAt: Date };
};

export type ReissuedCredential =
  | { ok: true }
  | { ok: false; refusal: 'customer-unknown' | 'no-access' | 'in-progress' | 'changed' };

/**
 * The same for the very key that an operator saw: two taps, or two operators, replace it once.
 * Refuses, in this order: `customer-unknown`, `no-access`, `in-progress`, `changed`.
 */
export async function reissueShownCredential(shop: Shop, wish: ShownReissue): Promise<ReissuedCredential> {
  const { actor, telegramId, shown } = wish;
  return shop.db.transaction('reissue-shown-credential', async (tx) => {
    const held = await holdCustomer(tx, { telegramId, actKey: shown.actKey });
    if (!held) return { ok: false, refusal: 'customer-unknown' };
    if (held.isDone) return { ok: true };
    const now = shop.clock.now();
    const access = await findAccessOf(tx, held.customerId);
    if (!access || access.endsAt <= now) return { ok: false, refusal: 'no-access' };
    const issue = await findIssue(tx, access.entitlementId);
    if (isReissuing(issue.replacedAt, now)) return { ok: false, refusal: 'in-progress' };
    if (issue.issuedAt?.getTime() !== shown.issuedAt.getTime()) return { ok: false, refusal: 'changed' };
    await claimOperatorAct(tx, { key: shown.actKey, at: now });
    await replaceCredential(shop, tx, { access, actor });
    return { ok: true };
  });
}

/** `replacedAt`: since when an old credential waits for its end; null: none does. */
export function isReissuing(replacedAt: Date | null, now: Date): boolean {
  return replacedAt !== null && now.getTime() - replacedAt.getTime() < IN_PROGRESS_MS;
}

/** Inside the caller's transaction, which has locked the wallet. */
export async function replaceCredential(
  shop: Shop,
  tx: Transaction,
  wish: { access: Access; actor: string | null },
): Promise<void> {
  const { access, actor } = wish;
  const { entitlementId, customerId } = access;
  const now = shop.clock.now();
  await supersedeCredential(tx, entitlementId, now);
  const credentialId = shop.ids.rowId();
  const email = credentialEmail(credentialId);
  const vlessId = shop.ids.secretId();
  await insertCredential(tx, { credentialId, customerId, entitlementId, vlessId, email, createdAt: now });
  await insertAuditEntry(tx, {
    entryId: shop.ids.rowId(),
    actor: actor ?? 'customer',
    action: 'credential-reissued',
    customerId,
    details: { entitlementId },
    recordedAt: now,
  });
  const told = actor === null ? {} : { told: credentialId };
  await addJob(tx, 'finish-reissue', { entitlementId, ...told });
}
