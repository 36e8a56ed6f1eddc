import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildVlessLink, LINK_NAME } from '../../domain/connections/vless-link.ts';
import { completeCoreConfig, parseCoreBase, realityBaseConfig } from './base-config.ts';
import { generateRealityPrivateKey, isRealityKey, realityPublicKey } from './reality-key.ts';

const publicSide = { host: 'de1.example.com', fingerprint: 'chrome' };
// Made by `xray x25519`, core 26.7.28.
const privateKey = 'CBppcmU1gem3OTsyzWaA3l6zAZdYD3hmSE1Wn71dy0E';
const publicKey = 'aG_Mg3xpcpVArWLOdJpRrgjvf3yE09PDMvW4wxgIsVg';
const uuid = '6f1c3e5a-0b2d-4c3e-9a7b-112233445566';
const reality = realityBaseConfig({
  port: 443,
  sni: 'front.example',
  target: 'front.example:443',
  privateKey,
  shortId: '0a1b',
});
const plain = (inbound: object) =>
  JSON.stringify({ inbounds: [{ protocol: 'vless', tag: 'a', port: 10_000, ...inbound }] });

describe('core base configuration', () => {
  it('derives the default inbound, and a link that agrees with it', () => {
    const { inbounds, listeners } = parseCoreBase(reality, publicSide);
    assert.equal(realityPublicKey(privateKey), publicKey);
    const [inbound] = inbounds;
    assert.deepEqual(inbound, {
      tag: 'vless-reality',
      host: 'de1.example.com',
      port: 443,
      network: 'tcp',
      security: 'reality',
      flow: 'xtls-rprx-vision',
      sni: 'front.example',
      fingerprint: 'chrome',
      publicKey,
      shortId: '0a1b',
    });
    assert.deepEqual(listeners, [{ host: '0.0.0.0', port: 443 }]);
    assert.ok(inbound);
    assert.equal(
      buildVlessLink(inbound, uuid, LINK_NAME),
      `vless://${uuid}@de1.example.com:443?encryption=none&security=reality&flow=xtls-rprx-vision&type=tcp` +
        `&sni=front.example&fp=chrome&pbk=${publicKey}&sid=0a1b#AtlasSecure`,
    );
    const overIpv6 = buildVlessLink({ ...inbound, host: '2001:db8::1' }, uuid, LINK_NAME);
    assert.ok(overIpv6.includes('@[2001:db8::1]:443?'));
  });

  it('lets old clients in by an explicit minClientVer', () => {
    assert.match(reality, /"minClientVer":"0\.0\.0"/);
  });

  it('makes keys that it accepts', () => {
    const made = generateRealityPrivateKey();
    assert.ok(isRealityKey(made));
    assert.ok(isRealityKey(realityPublicKey(made)));
    assert.ok(!isRealityKey(made.slice(1)));
  });

  it('hashes everything but users and order of keys', () => {
    const hash = (text: string) => parseCoreBase(text, publicSide).hash;
    assert.equal(
      hash(plain({ settings: { clients: [{ id: uuid }], decryption: 'none' } })),
      hash(plain({ settings: { decryption: 'none' } })),
    );
    assert.notEqual(hash(plain({ settings: { decryption: 'none' } })), hash(plain({ settings: {} })));
  });

  it('completes the base with users, API, counters, and keeps the rest', () => {
    const base = parseCoreBase(
      plain({ settings: { clients: [{ id: 'stranger' }], decryption: 'none' } }),
      publicSide,
    );
    const usersByTag = new Map([['a', [{ email: 'c1', vlessId: uuid, flow: '' as const }]]]);
    const started = { apiAddress: '127.0.0.1:5', usersByTag };
    const config = JSON.parse(completeCoreConfig(base, { ...started, hasApiListen: true }));
    assert.deepEqual(config.inbounds[0].settings, {
      decryption: 'none',
      clients: [{ id: uuid, email: 'c1', flow: '', level: 0 }],
    });
    assert.deepEqual(config.api, {
      tag: 'atlas-api',
      listen: '127.0.0.1:5',
      services: ['HandlerService', 'StatsService'],
    });
    assert.deepEqual(config.stats, {});
    assert.equal(config.policy.levels['0'].statsUserOnline, true);
    const old = JSON.parse(completeCoreConfig(base, { ...started, hasApiListen: false }));
    assert.deepEqual([old.inbounds[0].listen, old.inbounds[0].port], ['127.0.0.1', 5]);
    assert.deepEqual(old.routing.rules[0].inboundTag, [old.inbounds[0].tag]);
  });

  const refused: [what: string, text: string, says: RegExp][] = [
    ['no JSON', '{', /is not JSON/],
    ['no inbounds', '{}', /inbounds/],
    ['no VLESS', JSON.stringify({ inbounds: [{ protocol: 'socks', port: 1 }] }), /no VLESS inbound/],
    [
      'two of one tag',
      JSON.stringify({ inbounds: [1, 2].map((port) => ({ protocol: 'vless', tag: 'a', port })) }),
      /two inbounds/,
    ],
    ['a range of ports', plain({ port: '1000-2000' }), /no single port/],
    ['another transport', plain({ streamSettings: { network: 'kcp' } }), /transport/],
    ['another flow', plain({ settings: { flow: 'xtls-rprx-direct' } }), /flow/],
    ['a bad REALITY key', reality.replace(privateKey, 'short'), /REALITY private key/],
  ];
  for (const [what, text, says] of refused) {
    it(`refuses ${what}`, () => assert.throws(() => parseCoreBase(text, publicSide), says));
  }
});
