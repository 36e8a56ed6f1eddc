import { insertAuditEntry } from '../../store/audit.ts';
import { addJob } from '../../store/jobs.ts';
import { type LastReconciliation, listLastReconciliations } from '../../store/money/reconciliations.ts';
import { claimOperatorAct } from '../../store/operations/operator-acts.ts';
import type { Shop } from '../shop.ts';

/** `last` null: its books were never looked at. */
export type ProviderBooks = { provider: string; last: LastReconciliation | null };

/** How the last look at the books of each provider went. */
export async function viewReconciliations(shop: Shop, providers: Iterable<string>): Promise<ProviderBooks[]> {
  const names = [...providers];
  const looks = await listLastReconciliations(shop.db, names);
  return names.map((provider) => ({
    provider,
    last: looks.find((look) => look.provider === provider) ?? null,
  }));
}

/** Promises a look at every provider's recent books. `key`: names the tap; the same again does nothing more. */
export async function askReconciliation(shop: Shop, wish: { actor: string; key: string }): Promise<void> {
  await shop.db.transaction('ask-reconciliation', async (tx) => {
    const at = shop.clock.now();
    if (!(await claimOperatorAct(tx, { key: wish.key, at }))) return;
    await addJob(tx, 'reconcile-recent', { slot: at.toISOString() });
    await insertAuditEntry(tx, {
      entryId: shop.ids.rowId(),
      actor: wish.actor,
      action: 'reconciliation-asked',
      customerId: null,
      details: {},
      recordedAt: at,
    });
  });
}
