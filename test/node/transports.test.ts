/** One core with an inbound of every kind, and for each a client that is configured by what customers get. */
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { formatXray } from '../../src/domain/connections/xray.ts';
import {
  findCore,
  freePort,
  loopbackFreedom,
  makeCertificate,
  needsReality,
  reachesOverSocks,
  runClientCore,
  startRealityTarget,
  startWebTarget,
} from '../support/core.ts';
import { credentialOf, TestNode } from './agent-process.ts';

const SNI = 'front.example';
const TRANSPORTS: [name: string, security: 'tls' | 'reality', settings: object][] = [
  ['tcp', 'reality', { network: 'tcp' }],
  ['ws', 'tls', { network: 'ws', wsSettings: { path: '/chat room', host: SNI } }],
  ['grpc', 'tls', { network: 'grpc', grpcSettings: { serviceName: 'atlas' } }],
  ['grpc', 'reality', { network: 'grpc', grpcSettings: { serviceName: 'atlas.multi', multiMode: true } }],
  ['xhttp', 'tls', { network: 'xhttp', xhttpSettings: { path: '/x', host: SNI, mode: 'auto' } }],
  ['xhttp', 'reality', { network: 'xhttp', xhttpSettings: { path: '/y' } }],
];

describe('a client passes traffic with what a subscription says', needsReality(), () => {
  const credential = credentialOf('c1');
  let web: Awaited<ReturnType<typeof startWebTarget>>;
  let target: Awaited<ReturnType<typeof startRealityTarget>>;
  let node: TestNode;
  let certificate: { key: string; cert: string };
  before(async () => {
    web = await startWebTarget();
    target = await startRealityTarget(SNI);
    node = new TestNode({ XRAY_BIN: findCore() ?? '' });
    certificate = makeCertificate(node.folder, SNI);
    const path = join(node.folder, 'base.json');
    const inbounds = await Promise.all(TRANSPORTS.map(inboundOf));
    writeFileSync(
      path,
      JSON.stringify({ log: { loglevel: 'warning' }, inbounds, outbounds: [loopbackFreedom()] }),
    );
    await node.start({ XRAY_CONFIG_PATH: path });
    assert.equal((await node.change([credential])).status, 200);
  });
  after(async () => {
    await node.dispose();
    target.close();
    web.close();
  });

  async function inboundOf([name, security, settings]: (typeof TRANSPORTS)[number]): Promise<object> {
    const privateKey = generateKeyPairSync('x25519').privateKey.export({ format: 'jwk' }).d;
    const reality = {
      target: `127.0.0.1:${target.port}`,
      serverNames: [SNI],
      privateKey,
      shortIds: ['0123abcd'],
      minClientVer: '0.0.0',
    };
    const { key: keyFile, cert: certificateFile } = certificate;
    const tls = { serverName: SNI, certificates: [{ certificateFile, keyFile }] };
    return {
      tag: `${name}-${security}`,
      protocol: 'vless',
      listen: '127.0.0.1',
      port: await freePort(),
      settings: { decryption: 'none' },
      streamSettings: {
        ...settings,
        security,
        ...(security === 'tls' ? { tlsSettings: tls } : { realitySettings: reality }),
      },
    };
  }

  for (const [name, security] of TRANSPORTS) {
    it(`over ${name} with ${security}`, async () => {
      const { inbounds } = await node.state();
      const inbound = inbounds.find(({ tag }) => tag === `${name}-${security}`) ?? assert.fail('no inbound');
      const { vlessId } = credential;
      const [config] = formatXray([{ name: 'test', inbound, vlessId }]) as ClientConfig[];
      assert.ok(config);
      const socksPort = await freePort();
      Object.assign(config.inbounds[0] ?? {}, { port: socksPort });
      // The one thing a test adds: whom to believe about the certificate.
      const { tlsSettings } = config.outbounds[0]?.streamSettings ?? {};
      if (tlsSettings) {
        Object.assign(tlsSettings, {
          certificates: [{ usage: 'verify', certificateFile: certificate.cert }],
        });
      }
      const client = await runClientCore(config, socksPort);
      try {
        assert.equal(await reachesOverSocks(client.socksPort, web.port), true);
      } finally {
        await client.stop();
      }
    });
  }
});

type ClientConfig = {
  inbounds: { port: number }[];
  outbounds: { streamSettings?: { tlsSettings?: object } }[];
};
