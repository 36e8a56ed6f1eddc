/** Documents that the bot has sent, as whoever got them sees them. */
import { readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ChatMessage } from '../../../src/sandbox/contract/chat.ts';
import type { ServerProcess, World } from '../world.ts';

export type ReceivedDocument = { fileName: string; caption: string; text: string; sizeBytes: number };

/** The documents of a chat after the first `skip`, unpacked, the oldest first. */
export async function readDocuments(world: World, chatId: number, skip = 0): Promise<ReceivedDocument[]> {
  const { messages } = await world.client.chat<{ messages: ChatMessage[] }>(`transcript?chatId=${chatId}`);
  const received: ReceivedDocument[] = [];
  const sent = messages.filter(({ document }) => document !== undefined).slice(skip);
  for (const { document, text: caption } of sent) {
    if (!document) continue;
    const { fileName, sizeBytes } = document;
    const answer = await fetch(`${world.client.base}/chat/files/${document.fileId}`);
    const bytes = Buffer.from(await answer.arrayBuffer());
    const text = (fileName.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
    received.push({ fileName, caption, text, sizeBytes });
  }
  return received;
}

export async function countDocuments(world: World, chatId: number): Promise<number> {
  const { messages } = await world.client.chat<{ messages: ChatMessage[] }>(`transcript?chatId=${chatId}`);
  return messages.filter(({ document }) => document !== undefined).length;
}

/** Where the servers of a world make their exports. */
export function exportsDirOf(world: World): string {
  return join(world.dir, 'data', 'live', 'exports');
}

/** Whether a server has a file of an export open that has no name any more. */
export function isExporting(world: World, { child }: ServerProcess): boolean {
  const fds = `/proc/${child.pid}/fd`;
  return readdirSync(fds).some((fd) => {
    try {
      return readlinkSync(join(fds, fd)).startsWith(exportsDirOf(world));
    } catch {
      return false;
    }
  });
}
