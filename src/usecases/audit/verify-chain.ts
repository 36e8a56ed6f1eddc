import { type ChainHead, GENESIS, nameRow } from '../../domain/chain.ts';
import {
  countUnsealedRows,
  findAuditCheckpoint,
  findUnchainedRow,
  type LinkWithRow,
  listChainLinks,
} from '../../store/chain.ts';
import type { Shop } from '../shop.ts';
import { hashLink } from './seal-rows.ts';

/** `head` null: nothing has been sealed yet. `row` names the first bad row. */
export type ChainProof =
  | { ok: true; head: ChainHead | null; unsealed: number }
  | { ok: false; row: string; problem: string };

const PAGE = 1_000;
/** Sealing runs every second; a row that waits longer than this was forgotten. Source: decisions.md §5. */
const MAX_WAIT_MS = 60_000;

/**
 * Computes the whole chain again from the rows as they are now and names the first that is not as it was
 * sealed, that is gone, or that never got a place. `witness`: a head that somebody outside has kept; it finds
 * out a chain that was computed anew, or cut off. Audit entries that were forgotten up to a checkpoint count as what their
 * links say; everything after each of them proves that these links have not changed. Changes nothing.
 */
export async function verifyChain(shop: Shop, witness: ChainHead | null = null): Promise<ChainProof> {
  let head: ChainHead = { sequence: 0n, hash: GENESIS };
  let isWitnessed = witness === null;
  const checkpoint = await findAuditCheckpoint(shop.db);
  for (;;) {
    const page = await listChainLinks(shop.db, head.sequence, PAGE);
    for (const link of page) {
      const problem = findLinkFault(head, link, checkpoint);
      if (problem !== null) return { ok: false, row: nameRow(link.kind, link.rowId), problem };
      head = { sequence: link.sequence, hash: link.hash };
      if (witness?.sequence !== head.sequence) continue;
      isWitnessed = true;
      if (witness.hash === head.hash) continue;
      const difference = `link ${head.sequence} is not the one that was witnessed: the chain was computed anew`;
      return { ok: false, row: nameRow(link.kind, link.rowId), problem: difference };
    }
    if (page.length < PAGE) break;
  }
  if (!isWitnessed) {
    const problem = `it ends at link ${head.sequence}, but link ${witness?.sequence} was witnessed`;
    return { ok: false, row: 'the chain', problem };
  }
  return (await findTailFault(shop)) ?? finish(shop, head);
}

function findLinkFault(before: ChainHead, link: LinkWithRow, checkpoint: ChainHead | null): string | null {
  const expected = before.sequence + 1n;
  if (link.sequence !== expected) return `link ${expected} is missing, the next is ${link.sequence}`;
  if (checkpoint?.sequence === link.sequence && checkpoint.hash !== link.hash)
    return `link ${link.sequence} is not the one that its checkpoint keeps`;
  if (!link.isThere) {
    const isForgotten = link.kind === 'audit' && checkpoint !== null && link.sequence <= checkpoint.sequence;
    return isForgotten ? null : `it is gone; link ${link.sequence} sealed it`;
  }
  const { kind, rowId, content } = link;
  const hash = hashLink(before.hash, link.sequence, { kind, rowId, content });
  return hash === link.hash ? null : `it is not what link ${link.sequence} sealed`;
}

async function findTailFault(shop: Shop): Promise<ChainProof | null> {
  const unchained = await findUnchainedRow(shop.db);
  if (unchained) {
    const row = nameRow(unchained.kind, unchained.rowId);
    return { ok: false, row, problem: 'it has no place in the chain and waits for none' };
  }
  const { oldestAt } = await countUnsealedRows(shop.db);
  const waitedMs = oldestAt ? shop.clock.now().getTime() - oldestAt.getTime() : 0;
  if (waitedMs <= MAX_WAIT_MS) return null;
  const problem = `its oldest row has waited ${Math.round(waitedMs / 1000)} s to be sealed`;
  return { ok: false, row: 'the unsealed tail', problem };
}

async function finish(shop: Shop, head: ChainHead): Promise<ChainProof> {
  const { rows } = await countUnsealedRows(shop.db);
  return { ok: true, head: head.sequence === 0n ? null : head, unsealed: rows };
}
