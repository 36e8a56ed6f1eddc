import { z } from 'zod';
import type { Querier } from './postgres/database.ts';
import { noRow, statement } from './postgres/statement.ts';

/** What a chat is in the middle of. `draft`: what it has gathered so far, sealed. */
export type StoredConversation = { flow: string; draft: Buffer | null };

const findStatement = statement(
  'find-conversation',
  z.object({ flow: z.string(), draft: z.instanceof(Buffer).nullable() }),
  'select flow, draft from conversations where chat_id = $1 and expires_at > $2',
);

/** What the chat is in the middle of, null when nothing or too long ago. */
export async function findConversation(
  db: Querier,
  chatId: bigint,
  now: Date,
): Promise<StoredConversation | null> {
  return (await db.query(findStatement, [chatId, now]))[0] ?? null;
}

const saveStatement = statement(
  'save-conversation',
  noRow,
  `insert into conversations (chat_id, flow, expires_at, draft) values ($1, $2, $3, $4)
   on conflict (chat_id) do update set flow = excluded.flow, expires_at = excluded.expires_at,
     draft = excluded.draft`,
);

export async function saveConversation(
  db: Querier,
  conversation: StoredConversation & { chatId: bigint; expiresAt: Date },
): Promise<void> {
  const { chatId, flow, expiresAt, draft } = conversation;
  await db.query(saveStatement, [chatId, flow, expiresAt, draft]);
}

const endStatement = statement('end-conversation', noRow, 'delete from conversations where chat_id = $1');

export async function endConversation(db: Querier, chatId: bigint): Promise<void> {
  await db.query(endStatement, [chatId]);
}
