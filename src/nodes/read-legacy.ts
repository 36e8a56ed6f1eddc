import type { LegacyCredential } from '../ports/node-api.ts';
import { READ_TIMEOUT_MS } from './converge.ts';
import type { NodeClient } from './node-client.ts';
import { agentLegacySchema, agentRoutes } from './protocol/contract.ts';

/** Reads an older bot's whole set, page by page. A page of 5,000 is well under a megabyte. */
export async function readLegacy(client: NodeClient): Promise<LegacyCredential[]> {
  const found: LegacyCredential[] = [];
  let after: string | null = null;
  do {
    const query: string = after === null ? '' : `?after=${encodeURIComponent(after)}`;
    const { credentials, next } = await client.call({
      method: 'GET',
      path: `${agentRoutes.legacy}${query}`,
      answer: agentLegacySchema,
      timeoutMs: READ_TIMEOUT_MS,
    });
    for (const { email, vlessId, expiresAtMs, telegramId } of credentials) {
      const owner = telegramId === null ? null : BigInt(telegramId);
      found.push({ email, vlessId, expiresAt: new Date(expiresAtMs), telegramId: owner });
    }
    after = next;
  } while (after !== null);
  return found;
}
