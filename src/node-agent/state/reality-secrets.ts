import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { generateRealityPrivateKey, isRealityKey } from '../core/reality-key.ts';
import { StartRefusal } from '../start-refusal.ts';
import { writeDurably } from './durable-file.ts';

const secretsSchema = z.object({ privateKey: z.string().refine(isRealityKey), shortId: z.string() });
type RealitySecrets = z.infer<typeof secretsSchema>;

/**
 * The configured REALITY secrets; those unset are generated once into the state directory (0600) and stay:
 * customers' links hold the public half.
 *
 * Throws: StartRefusal for a damaged file.
 */
export async function loadRealitySecrets(
  stateDir: string,
  configured: { privateKey: string | undefined; shortId: string | undefined },
): Promise<RealitySecrets> {
  const { privateKey, shortId } = configured;
  if (privateKey !== undefined && shortId !== undefined) return { privateKey, shortId };
  const path = join(stateDir, 'reality.json');
  const stored = (await readSecrets(path)) ?? (await createSecrets(path));
  return { privateKey: privateKey ?? stored.privateKey, shortId: shortId ?? stored.shortId };
}

async function createSecrets(path: string): Promise<RealitySecrets> {
  const secrets = { privateKey: generateRealityPrivateKey(), shortId: randomBytes(8).toString('hex') };
  await writeDurably(path, JSON.stringify(secrets));
  return secrets;
}

async function readSecrets(path: string): Promise<RealitySecrets | null> {
  try {
    return secretsSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new StartRefusal([{ name: path, problem: 'is damaged' }], 1);
  }
}
