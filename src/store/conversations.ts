import { z } from 'zod';
import type { Querier } from './postgres/database.ts';
import { noRow, statement } from './postgres/statement.ts';

const findStatement = statement(
  'find-conversation',
  z.object({ flow: z.string() }),
  'select flow from conversations where chat_id = $1 and expires_at > $2',
);

/** What the chat is in the middle of, null when nothing or too long ago. */
export async function findConversation(db: Querier, chatId: bigint, now: Date): Promise<string | null> {
  return (await db.query(findStatement, [chatId, now]))[0]?.flow ?? null;
}

const saveStatement = statement(
  'save-conversation',
  noRow,
  `insert into conversations (chat_id, flow, expires_at) values ($1, $2, $3)
   on conflict (chat_id) do update set flow = excluded.flow, expires_at = excluded.expires_at`,
);

export async function saveConversation(
  db: Querier,
  conversation: { chatId: bigint; flow: string; expiresAt: Date },
): Promise<void> {
  await db.query(saveStatement, [conversation.chatId, conversation.flow, conversation.expiresAt]);
}

const endStatement = statement('end-conversation', noRow, 'delete from conversations where chat_id = $1');

export async function endConversation(db: Querier, chatId: bigint): Promise<void> {
  await db.query(endStatement, [chatId]);
}
