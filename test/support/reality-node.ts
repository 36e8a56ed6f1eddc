/** A node whose one inbound is VLESS + REALITY + Vision, as in production, but reaching loopback only. */
import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestNode } from '../node/agent-process.ts';
import { findCore, freePort, loopbackFreedom, startRealityTarget } from './core.ts';

export const REALITY_SNI = 'front.example';

export async function createRealityNode(): Promise<{ node: TestNode; port: number; close(): void }> {
  const target = await startRealityTarget(REALITY_SNI);
  const port = await freePort();
  const privateKey = generateKeyPairSync('x25519').privateKey.export({ format: 'jwk' }).d;
  const node = new TestNode({ XRAY_BIN: findCore() ?? '' });
  const inbound = {
    tag: 'reality',
    protocol: 'vless',
    listen: '127.0.0.1',
    port,
    settings: { decryption: 'none' },
    streamSettings: {
      network: 'tcp',
      security: 'reality',
      realitySettings: {
        target: `127.0.0.1:${target.port}`,
        serverNames: [REALITY_SNI],
        privateKey,
        shortIds: ['0123abcd'],
        minClientVer: '0.0.0',
      },
    },
  };
  const path = join(node.folder, 'base.json');
  const base = { log: { loglevel: 'warning' }, inbounds: [inbound], outbounds: [loopbackFreedom()] };
  writeFileSync(path, JSON.stringify(base));
  await node.start({ XRAY_CONFIG_PATH: path });
  return { node, port, close: target.close };
}
