import { z } from 'zod';

/** What the inbox needs of an update: its number, and whose order it belongs to. */
export type UpdateEnvelope = { updateId: bigint; chatKey: bigint };

const holder = z.object({ id: z.number().int() });
const withPeople = z.object({ from: holder.optional(), chat: holder.optional() }).loose();
const envelope = z.object({ update_id: z.number().int() }).catchall(z.unknown());

/**
 * Reads the envelope of an update of any kind. Messages are ordered by their chat, everything else by the
 * person who caused it (in a private chat both are the same number); what names neither shares one line.
 * Null when it is not an update.
 */
export function parseUpdateEnvelope(update: unknown): UpdateEnvelope | null {
  const parsed = envelope.safeParse(update);
  if (!parsed.success) return null;
  const { update_id: updateId, ...contents } = parsed.data;
  return { updateId: BigInt(updateId), chatKey: BigInt(findKey(contents)) };
}

function findKey(contents: Record<string, unknown>): number {
  for (const content of Object.values(contents)) {
    const people = withPeople.safeParse(content).data;
    const key = people?.chat?.id ?? people?.from?.id;
    if (key !== undefined) return key;
  }
  return 0;
}
