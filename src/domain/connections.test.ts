import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { buildVlessLink, type LinkInbound } from './connections.ts';

const uuid = '6a1c8f7e-0b7d-4a53-9d38-0d1b0f1f7a11';
const reality: LinkInbound = {
  host: 'node.example',
  port: 443,
  network: 'tcp',
  security: 'reality',
  flow: 'xtls-rprx-vision',
  sni: 'www.example.com',
  fingerprint: 'chrome',
  publicKey: 'jNXHt1yRo0vDuchQlIP6Z0ZvjT3KtzVI-T4E7RoLJS0',
  shortId: '0123abcd',
};

describe('a share link', () => {
  it('has the parameters of a REALITY link in their order', () => {
    assert.equal(
      buildVlessLink(reality, uuid, 'AtlasSecure'),
      `vless://${uuid}@node.example:443?encryption=none&security=reality&flow=xtls-rprx-vision&type=tcp&sni=www.example.com&fp=chrome&pbk=jNXHt1yRo0vDuchQlIP6Z0ZvjT3KtzVI-T4E7RoLJS0&sid=0123abcd#AtlasSecure`,
    );
  });
  it('leaves empty values out and brackets IPv6', () => {
    const plain: LinkInbound = {
      host: '2001:db8::1',
      port: 8443,
      network: 'tcp',
      security: 'none',
      flow: '',
    };
    assert.equal(
      buildVlessLink(plain, uuid, 'A'),
      `vless://${uuid}@[2001:db8::1]:8443?encryption=none&security=none&type=tcp#A`,
    );
  });
  it('survives any value, read by a parser that takes + literally and splits on the first =', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string(), (sni, name) => {
        const link = buildVlessLink({ ...reality, sni }, uuid, name);
        const [address = '', fragment = ''] = link.split('#');
        const pairs = (address.split('?')[1] ?? '').split('&').map((pair) => pair.split('='));
        assert.ok(pairs.every((pair) => pair.length === 2));
        assert.equal(decodeURIComponent(pairs.find(([key]) => key === 'sni')?.[1] ?? ''), sni);
        assert.equal(decodeURIComponent(fragment), name);
      }),
    );
  });
});
