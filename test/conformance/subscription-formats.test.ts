/** Every format of a subscription, judged by what others wrote about it: Xray itself, and schemas of clients. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { ValidateFunction } from 'ajv';
import type { Connection } from '../../src/domain/connections/formats.ts';
import { formatMihomo } from '../../src/domain/connections/mihomo.ts';
import { formatSingBox } from '../../src/domain/connections/sing-box.ts';
import type { LinkInbound } from '../../src/domain/connections/vless-link.ts';
import { formatXray } from '../../src/domain/connections/xray.ts';
import { compileSchema, needsSchemas } from '../support/client-schemas.ts';
import { findCore, needsReality } from '../support/core.ts';

const tls = { security: 'tls', sni: 'front.example', fingerprint: 'chrome' } as const;
const reality = {
  ...tls,
  security: 'reality',
  publicKey: 'jNXHt1yRo0vDuchQlIP6Z0ZvjT3KtzVI-T4E7RoLJS0',
  shortId: '0123abcd',
} as const;
const at = { host: 'node.example', port: 443, flow: '' } as const;
const INBOUNDS: Record<string, LinkInbound> = {
  'tcp+reality': { ...at, ...reality, network: 'tcp', flow: 'xtls-rprx-vision' },
  'tcp+tls': { ...at, ...tls, network: 'tcp', alpn: ['h2', 'http/1.1'] },
  'ws+tls': { ...at, ...tls, network: 'ws', path: '/ws?ed=2560&a=b', hostHeader: 'cdn.example' },
  'ws to an address': { ...at, host: '192.0.2.7', network: 'ws', security: 'tls', fingerprint: 'chrome' },
  'grpc+reality': {
    ...at,
    ...reality,
    network: 'grpc',
    serviceName: 'tun',
    mode: 'multi',
    authority: 'a.example',
  },
  'grpc at a path of its own': {
    ...at,
    ...tls,
    network: 'grpc',
    serviceName: '/my/Stream|Multi',
    mode: 'gun',
  },
  'grpc without a name': { ...at, ...tls, network: 'grpc', mode: 'gun' },
  'xhttp+reality': { ...at, ...reality, network: 'xhttp', path: '/x', mode: 'stream-one' },
  'xhttp+tls': { ...at, ...tls, network: 'xhttp', path: '/x', hostHeader: 'cdn.example', alpn: ['h2'] },
};
const connections: Connection[] = Object.entries(INBOUNDS).map(([name, inbound]) => ({
  name,
  inbound,
  vlessId: randomUUID(),
}));
/** As a client gets it. */
const sent = (config: object) => JSON.parse(JSON.stringify(config));
const named = (list: { tag?: string; name?: string }[], name: string) =>
  list.find((one) => (one.tag ?? one.name) === name);

describe('the format of Xray', needsReality(), () => {
  for (const [index, { name }] of connections.entries()) {
    it(`is accepted by the core: ${name}`, () => {
      assert.deepEqual(testByCore(formatXray(connections)[index] ?? {}), { status: 0 });
    });
  }

  it('is refused by the core once it is broken', () => {
    const [config] = sent(formatXray(connections));
    config.outbounds[0].streamSettings.realitySettings.publicKey = 'short';
    assert.equal(testByCore(config).status, 23);
  });

  function testByCore(config: object): { status: number | null; output?: string } {
    const folder = mkdtempSync(join(tmpdir(), 'atlas-format-'));
    const file = join(folder, 'client.json');
    writeFileSync(file, JSON.stringify(config));
    const tested = spawnSync(findCore() ?? '', ['run', '-test', '-config', file], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    return tested.status === 0 ? { status: 0 } : { status: tested.status, output: tested.stdout };
  }
});

describe('the format of sing-box', needsSchemas(), () => {
  const validate = needsSchemas().skip ? null : compileSchema('singBox');
  const config = sent(formatSingBox(connections));

  it('is what its schema describes, and nothing is left that it cannot do', () => {
    assertValid(validate, config);
    const described = config.outbounds.filter((one: { type: string }) => one.type === 'vless');
    assert.deepEqual(
      described.map((one: { tag: string }) => one.tag),
      ['tcp+reality', 'tcp+tls', 'ws+tls', 'ws to an address', 'grpc+reality'],
    );
    assert.deepEqual(named(config.outbounds, 'ws+tls'), {
      ...named(config.outbounds, 'ws+tls'),
      transport: {
        type: 'ws',
        path: '/ws?a=b',
        headers: { Host: 'cdn.example' },
        max_early_data: 2560,
        early_data_header_name: 'Sec-WebSocket-Protocol',
      },
    });
    assertValid(validate, sent(formatSingBox([])));
  });

  it('would be found out by the schema', () => {
    for (const transport of [
      { type: 'xhttp', path: '/' },
      { type: 'grpc', serviceName: 'tun' },
    ]) {
      const broken = sent(config);
      Object.assign(named(broken.outbounds, 'grpc+reality') ?? {}, { transport });
      assert.equal(validate?.(broken), false);
    }
  });
});

describe('the format of mihomo', needsSchemas(), () => {
  const validate = needsSchemas().skip ? null : compileSchema('mihomo');
  const config = sent(formatMihomo(connections));

  it('is what its schema describes, for every transport', () => {
    assertValid(validate, config);
    assert.deepEqual(
      config.proxies.map((one: { name: string }) => one.name),
      Object.keys(INBOUNDS).filter((name) => name !== 'grpc without a name'),
    );
    const options = (name: string, key: string) => Reflect.get(named(config.proxies, name) ?? {}, key);
    assert.deepEqual(options('grpc at a path of its own', 'grpc-opts'), {
      'grpc-service-name': '/my/Stream',
    });
    assert.deepEqual(options('xhttp+tls', 'xhttp-opts'), { path: '/x', host: 'cdn.example' });
    assert.equal(options('ws to an address', 'servername'), '192.0.2.7');
    assertValid(validate, sent(formatMihomo([])));
  });

  it('would be found out by the schema', () => {
    const faults: [name: string, fault: object][] = [
      ['tcp+reality', { network: 'raw' }],
      ['tcp+reality', { uuid: undefined }],
      ['xhttp+tls', { 'xhttp-opts': { mode: 'multi' } }],
      ['ws+tls', { 'ws-opts': { path: 1.5, headers: 'none' } }],
    ];
    for (const [name, fault] of faults) {
      const broken = sent(config);
      Object.assign(named(broken.proxies, name) ?? {}, fault);
      assert.equal(validate?.(sent(broken)), false, JSON.stringify(fault));
    }
  });
});

describe('names in one configuration', () => {
  const same = ['A', 'A', 'A 2', 'auto', 'Auto', 'direct', 'DIRECT'].map((name) => ({
    name,
    inbound: INBOUNDS['tcp+tls'] as LinkInbound,
    vlessId: randomUUID(),
  }));

  it('are never given twice, nor taken from what the configuration has itself', () => {
    const { outbounds } = sent(formatSingBox(same));
    const tags: string[] = outbounds.map((one: { tag: string }) => one.tag);
    assert.equal(new Set(tags).size, tags.length);
    assert.deepEqual(tags.slice(2, -1), ['A', 'A 2', 'A 2 2', 'auto 2', 'Auto', 'direct 2', 'DIRECT']);
    const { proxies } = sent(formatMihomo(same));
    const names = proxies.map((one: { name: string }) => one.name);
    assert.deepEqual(names, ['A', 'A 2', 'A 2 2', 'auto', 'Auto 2', 'direct', 'DIRECT 2']);
  });
});

describe('certificates', () => {
  it('are always checked', () => {
    const all = [formatXray(connections), formatSingBox(connections), formatMihomo(connections)];
    assert.doesNotMatch(JSON.stringify(all), /insecure|skip-cert-verify/i);
  });
});

function assertValid(validate: ValidateFunction | null, config: object): void {
  assert.ok(validate);
  assert.ok(validate(config), JSON.stringify(validate.errors?.slice(0, 5), null, 1));
}
