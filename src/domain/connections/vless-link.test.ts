import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { buildVlessLink, type LinkInbound } from './vless-link.ts';

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
  const tls = { ...reality, security: 'tls', flow: '', publicKey: '', shortId: '' } as const;
  const transports: [what: string, inbound: LinkInbound, query: string][] = [
    [
      'WebSocket',
      { ...tls, network: 'ws', path: '/ws?ed=2560', hostHeader: 'cdn.example', alpn: ['http/1.1'] },
      'security=tls&type=ws&sni=www.example.com&fp=chrome&alpn=http%2F1.1&path=%2Fws%3Fed%3D2560&host=cdn.example',
    ],
    [
      'gRPC',
      {
        ...reality,
        flow: '',
        network: 'grpc',
        serviceName: 'a b+c',
        mode: 'multi',
        authority: 'x.example:1',
      },
      `security=reality&type=grpc&sni=www.example.com&fp=chrome&pbk=${reality.publicKey}&sid=0123abcd` +
        '&serviceName=a%20b%2Bc&mode=multi&authority=x.example%3A1',
    ],
    [
      'XHTTP',
      {
        ...tls,
        network: 'xhttp',
        path: '/ю',
        mode: 'packet-up',
        hostHeader: 'h.example',
        alpn: ['h3', 'h2'],
      },
      'security=tls&type=xhttp&sni=www.example.com&fp=chrome&alpn=h3%2Ch2&path=%2F%D1%8E&host=h.example&mode=packet-up',
    ],
    [
      'TLS at an address',
      { ...tls, network: 'tcp', sni: undefined, host: '192.0.2.1' },
      'security=tls&type=tcp&fp=chrome',
    ],
  ];
  for (const [what, inbound, query] of transports) {
    it(`says what ${what} needs`, () => {
      assert.equal(
        buildVlessLink(inbound, uuid, 'A'),
        `vless://${uuid}@${inbound.host}:443?encryption=none&${query}#A`,
      );
    });
  }

  const text = fc.oneof(
    fc
      .array(fc.integer({ min: 0, max: 0x10ffff }), { minLength: 1 })
      .map((points) => String.fromCodePoint(...points)),
    fc.string({ unit: fc.constantFrom(...'&=#?%+/ @:;,"\'<>[]|\\^\n\0ю😀'), minLength: 1 }),
    fc.constantFrom('\ud800', 'a\udfff'),
  );
  it('gives every field back, whatever it is, to a parser of URLs and to one that splits', () => {
    const fields = fc.record({
      sni: text,
      path: text,
      hostHeader: text,
      serviceName: text,
      mode: text,
      authority: text,
    });
    fc.assert(
      fc.property(fields, text, (given, name) => {
        const link = buildVlessLink({ ...reality, network: 'ws', ...given, alpn: ['h2', 'x,y'] }, uuid, name);
        const url = new URL(link);
        const pairs = url.search.slice(1).split('&');
        const split = new Map(pairs.map((pair) => pair.split('=', 2) as [string, string]));
        assert.equal(split.size, pairs.length, 'no parameter comes twice');
        const { hostHeader: host, ...others } = given;
        for (const [key, value] of Object.entries({ ...others, host, alpn: 'h2,x,y' })) {
          assert.equal(url.searchParams.get(key), value.toWellFormed());
          assert.equal(decodeURIComponent(split.get(key) ?? ''), value.toWellFormed());
        }
        assert.equal(decodeURIComponent(url.hash.slice(1)), name.toWellFormed());
        assert.deepEqual([url.username, url.hostname, url.port], [uuid, 'node.example', '443']);
      }),
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
