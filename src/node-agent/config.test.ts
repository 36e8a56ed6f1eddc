import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseAgentConfig } from './config.ts';
import { StartRefusal } from './start-refusal.ts';

const needed = { NODE_API_KEY: 'secret-key', NODE_PUBLIC_HOST: 'de1.example.com', XRAY_SNI: 'front.example' };

function faultsOf(env: Record<string, string>): string[] {
  try {
    parseAgentConfig(env);
  } catch (error) {
    assert.ok(error instanceof StartRefusal);
    assert.equal(error.exitCode, 2);
    assert.ok(!error.message.includes('secret-key'));
    return error.faults.map(({ name }) => name).sort();
  }
  return [];
}

describe('agent configuration', () => {
  it('has the documented defaults', () => {
    const config = parseAgentConfig(needed);
    assert.equal(config.host, '127.0.0.1');
    assert.equal(config.port, 8_000);
    assert.equal(config.fingerprint, 'chrome');
    assert.deepEqual(config.core, { kind: 'simulated' });
    assert.deepEqual(config.base, {
      kind: 'reality',
      port: 443,
      sni: 'front.example',
      target: 'front.example:443',
      privateKey: undefined,
      shortId: undefined,
    });
    assert.equal(config.isCoreStoppedWithAgent, false);
  });

  it('owns the core that XRAY_BIN names, attaches where only an address is given', () => {
    const owned = parseAgentConfig({ ...needed, XRAY_BIN: process.execPath });
    assert.deepEqual(owned.core, { kind: 'owned', binary: process.execPath, apiAddress: undefined });
    const attached = parseAgentConfig({
      ...needed,
      XRAY_API_ADDRESS: '127.0.0.1:10085',
      XRAY_CONFIG_PATH: '/etc/x.json',
    });
    assert.deepEqual(attached.core, { kind: 'attached', apiAddress: '127.0.0.1:10085', serviceRoot: 'xray' });
  });

  it('stops the core with the agent when a parent holds the pipe', () => {
    assert.equal(parseAgentConfig({ ...needed, ATLAS_PARENT_PIPE: '1' }).isCoreStoppedWithAgent, true);
    assert.equal(
      parseAgentConfig({ ...needed, NODE_CORE_STOPS_WITH_AGENT: 'true' }).isCoreStoppedWithAgent,
      true,
    );
  });

  const cases: [what: string, env: Record<string, string>, names: string[]][] = [
    ['nothing set', {}, ['NODE_API_KEY', 'NODE_PUBLIC_HOST', 'XRAY_SNI']],
    ['blank values', { ...needed, NODE_API_KEY: ' ' }, ['NODE_API_KEY']],
    ['a URL for a host', { ...needed, NODE_PUBLIC_HOST: 'https://de1.example.com' }, ['NODE_PUBLIC_HOST']],
    ['ports', { ...needed, NODE_PORT: '70000', XRAY_PORT: '4e2' }, ['NODE_PORT', 'XRAY_PORT']],
    ['a short private key', { ...needed, XRAY_PRIVATE_KEY: 'secret-key' }, ['XRAY_PRIVATE_KEY']],
    ['an odd short id', { ...needed, XRAY_SHORT_ID: 'abc' }, ['XRAY_SHORT_ID']],
    ['a target without port', { ...needed, XRAY_TARGET: 'front.example' }, ['XRAY_TARGET']],
    ['a public API address', { ...needed, XRAY_API_ADDRESS: '0.0.0.0:10085' }, ['XRAY_API_ADDRESS']],
    ['attached without a base', { ...needed, XRAY_API_ADDRESS: '127.0.0.1:1' }, ['XRAY_CONFIG_PATH']],
    ['a missing binary', { ...needed, XRAY_BIN: '/nowhere' }, ['XRAY_BIN']],
    [
      'words for switches',
      { ...needed, ATLAS_PARENT_PIPE: 'maybe', LOG_LEVEL: 'loud' },
      ['ATLAS_PARENT_PIPE', 'LOG_LEVEL'],
    ],
    ['a simulated core for strangers', { ...needed, NODE_HOST: '0.0.0.0' }, ['XRAY_BIN']],
  ];
  for (const [what, env, names] of cases) {
    it(`names every fault: ${what}`, () => assert.deepEqual(faultsOf(env), names));
  }
});
