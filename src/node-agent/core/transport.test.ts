import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deriveInbound } from './inbound.ts';

const derive = (streamSettings: object, host = 'de1.example.com', settings = {}) => {
  const inbound = deriveInbound(
    { tag: 'a', port: 443, settings, streamSettings },
    { host, fingerprint: 'chrome' },
  );
  if (typeof inbound === 'string') return inbound;
  const { tag: _tag, host: _host, port: _port, flow: _flow, fingerprint: _fingerprint, ...rest } = inbound;
  return rest;
};
const none = { security: 'none' } as const;

describe('what clients need to know of a transport', () => {
  const table: [what: string, stream: object, derived: object | string][] = [
    ['raw TCP by no name', {}, { network: 'tcp', ...none }],
    ['the new key before the old one', { method: 'ws', network: 'tcp' }, { network: 'ws', ...none }],
    [
      'WebSocket, its path begun with a slash',
      { network: 'websocket', wsSettings: { path: 'ws?ed=2560', host: 'cdn.example' } },
      { network: 'ws', path: '/ws?ed=2560', hostHeader: 'cdn.example', ...none },
    ],
    [
      'the host in its old place',
      { network: 'ws', wsSettings: { path: '', headers: { HOST: 'old.example' } } },
      { network: 'ws', hostHeader: 'old.example', ...none },
    ],
    [
      'gRPC with many streams in one',
      { network: 'grpc', grpcSettings: { serviceName: 'tun/ü', multiMode: true, authority: 'a.example' } },
      { network: 'grpc', serviceName: 'tun/ü', mode: 'multi', authority: 'a.example', ...none },
    ],
    ['gRPC as it is', { network: 'grpc' }, { network: 'grpc', mode: 'gun', ...none }],
    [
      'XHTTP by its old name',
      { network: 'splithttp', splithttpSettings: { path: '/x', host: 'h.example', mode: 'packet-up' } },
      { network: 'xhttp', path: '/x', hostHeader: 'h.example', mode: 'packet-up', ...none },
    ],
    [
      'XHTTP with what is the default anyway',
      { network: 'xhttp', xhttpSettings: { extra: { xPaddingBytes: '100-1000', noSSEHeader: true } } },
      { network: 'xhttp', ...none },
    ],
    [
      'TLS with its list of protocols',
      { security: 'tls', tlsSettings: { serverName: 's.example', alpn: ['h2', 'http/1.1'] } },
      { network: 'tcp', security: 'tls', sni: 's.example', alpn: ['h2', 'http/1.1'] },
    ],
    [
      'that list as one text',
      { network: 'xhttp', security: 'tls', tlsSettings: { serverName: 's.example', alpn: 'h2, http/1.1' } },
      { network: 'xhttp', security: 'tls', sni: 's.example', alpn: ['h2', 'http/1.1'] },
    ],
    [
      'no h2 for a WebSocket',
      { network: 'ws', security: 'tls', tlsSettings: { serverName: 's.example', alpn: ['h2', 'http/1.1'] } },
      { network: 'ws', security: 'tls', sni: 's.example', alpn: ['http/1.1'] },
    ],
    [
      'the public name where TLS names none',
      { network: 'ws', security: 'tls' },
      { network: 'ws', security: 'tls', sni: 'de1.example.com' },
    ],
    ['another transport', { network: 'kcp' }, 'inbound a uses a transport that is not supported'],
    [
      'a disguise as HTTP',
      { tcpSettings: { header: { type: 'http' } } },
      'inbound a uses a header over TCP, which is not supported',
    ],
    [
      'a padding that links cannot say',
      { network: 'xhttp', xhttpSettings: { extra: { xPaddingBytes: '1-9' } } },
      'inbound a sets xPaddingBytes of XHTTP, which clients would have to know',
    ],
    [
      'a path that is no text',
      { network: 'ws', wsSettings: { path: 1 } },
      'inbound a has unreadable streamSettings',
    ],
  ];
  for (const [what, stream, derived] of table) {
    it(what, () => assert.deepEqual(derive(stream), derived));
  }

  it('asks for no name where customers connect to an address', () => {
    assert.deepEqual(derive({ security: 'tls' }, '192.0.2.1'), { network: 'tcp', security: 'tls' });
    assert.deepEqual(derive({ security: 'tls' }, '2001:db8::1'), { network: 'tcp', security: 'tls' });
  });

  it('refuses Vision over anything but raw TCP with TLS or REALITY', () => {
    const vision = { flow: 'xtls-rprx-vision' };
    for (const stream of [{ network: 'ws', security: 'tls' }, {}, { network: 'grpc' }]) {
      assert.equal(derive(stream, 'h.example', vision), 'inbound a uses a flow that is not supported');
    }
    assert.equal(typeof derive({ security: 'tls' }, 'h.example', vision), 'object');
  });
});
