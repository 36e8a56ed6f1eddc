import { createHash } from 'node:crypto';
import { GENESIS, linkText, type SealedRow } from '../../domain/chain.ts';
import {
  findChainHead,
  insertChainLinks,
  listUnsealedRows,
  type NewLink,
  tryLockSealing,
} from '../../store/chain.ts';
import type { Transaction } from '../../store/postgres/database.ts';
import type { Shop } from '../shop.ts';

/** One transaction's worth: a second of a very busy shop. */
const BATCH = 500;

/**
 * Gives every waiting transfer and audit entry its place in the chain. One process seals at a time; another
 * that asks meanwhile finds the lock taken and does nothing. A row that commits late is sealed late, in the
 * order of commits. Returns how many were sealed. Safe to repeat, and to lose half-way.
 */
export async function sealRows(shop: Shop): Promise<number> {
  let sealed = 0;
  for (;;) {
    const batch = await shop.db.transaction('seal-rows', (tx) => sealBatch(shop, tx));
    sealed += batch;
    if (batch < BATCH) return sealed;
  }
}

async function sealBatch(shop: Shop, tx: Transaction): Promise<number> {
  if (!(await tryLockSealing(tx))) return 0;
  const head = await findChainHead(tx);
  const rows = await listUnsealedRows(tx, BATCH);
  if (rows.length === 0) return 0;
  const links: NewLink[] = [];
  let previous = head?.hash ?? GENESIS;
  let sequence = head?.sequence ?? 0n;
  for (const { kind, rowId, content } of rows) {
    sequence += 1n;
    previous = hashLink(previous, sequence, { kind, rowId, content });
    links.push({ sequence, kind, rowId, hash: previous });
  }
  await insertChainLinks(tx, links, shop.clock.now());
  return rows.length;
}

/** SHA-256 of the link's text, in hex. */
export function hashLink(previousHash: string, sequence: bigint, row: SealedRow): string {
  return createHash('sha256')
    .update(linkText(previousHash, sequence, row))
    .digest('hex');
}
