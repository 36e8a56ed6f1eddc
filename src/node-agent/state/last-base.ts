import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDurably } from './durable-file.ts';

/** Keeps the configuration that a core has started with, so that a later mistake does not end a good one. */
export function rememberBase(stateDir: string, config: object): Promise<void> {
  return writeDurably(pathOf(stateDir), JSON.stringify(config));
}

/** The text of the last configuration that a core has started with; null when there was none. */
export async function readLastBase(stateDir: string): Promise<string | null> {
  try {
    return await readFile(pathOf(stateDir), 'utf8');
  } catch {
    return null;
  }
}

function pathOf(stateDir: string): string {
  return join(stateDir, 'base.json');
}
