import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseConfig } from './config.ts';

const live = {
  BOT_TOKEN: '123456:AAsecretsecretsecret',
  ADMIN_TELEGRAM_ID: '1,2',
  DATABASE_URL: 'postgresql://app@db/atlas',
  SECRETS_KEY: Buffer.alloc(32, 1).toString('base64'),
};

function faultsOf(env: Record<string, string>): string[] {
  const parsed = parseConfig(env);
  return parsed.ok ? [] : parsed.faults.map((fault) => fault.name);
}

describe('the configuration', () => {
  it('is the sandbox when nothing is set', () => {
    const parsed = parseConfig({});
    assert.ok(parsed.ok);
    assert.equal(parsed.config.installation.kind, 'sandbox');
    assert.equal(parsed.config.process.port, 8080);
  });

  it('is never the sandbox by accident', () => {
    for (const name of [
      'DATABASE_URL',
      'PUBLIC_BASE_URL',
      'CRYPTOBOT_TOKEN',
      'TG_PROVIDER_TOKEN',
      'YOOKASSA_SHOP_ID',
    ]) {
      assert.ok(faultsOf({ [name]: 'https://x.example' }).includes('BOT_TOKEN'), name);
    }
    assert.ok(faultsOf({ APP_ENV: 'stage' }).includes('STAGE_BOT_TOKEN'));
  });

  it('has every feature on, and off by any of four words', () => {
    const featuresOf = (env: Record<string, string>) => {
      const parsed = parseConfig(env);
      return parsed.ok ? Object.values(parsed.config.process.features) : [];
    };
    assert.deepEqual(featuresOf({}), Array(5).fill(true));
    const off = {
      FEATURE_PAYMENTS_ENABLED: 'false',
      FEATURE_VPN_PROVISIONING_ENABLED: '0',
      FEATURE_AUTO_RENEWAL_ENABLED: 'No',
      FEATURE_BACKGROUND_WORKERS_ENABLED: 'off',
      FEATURE_ADMIN_ACTIONS_ENABLED: 'yes',
    };
    assert.deepEqual(featuresOf(off), [false, false, false, false, true]);
    assert.deepEqual(faultsOf({ FEATURE_PAYMENTS_ENABLED: 'maybe' }), ['FEATURE_PAYMENTS_ENABLED']);
  });

  it('keeps the sandbox on loopback', () => assert.deepEqual(faultsOf({ HOST: '0.0.0.0' }), ['HOST']));

  it('tells every fault at once, and no secret', () => {
    const env = {
      ...live,
      BOT_TOKEN: 'not-a-token-secret',
      PORT: '99999',
      TELEGRAM_MODE: 'carrier-pigeon',
      SECRETS_KEY: 'c2hvcnQ=',
    };
    const parsed = parseConfig(env);
    assert.ok(!parsed.ok);
    assert.deepEqual(parsed.faults.map((fault) => fault.name).sort(), [
      'BOT_TOKEN',
      'PORT',
      'SECRETS_KEY',
      'TELEGRAM_MODE',
    ]);
    assert.doesNotMatch(JSON.stringify(parsed.faults), /not-a-token-secret|c2hvcnQ/);
  });

  it('reads prefixed names only with APP_ENV, and refuses bare ones beside it', () => {
    const prefixed = Object.fromEntries(Object.entries(live).map(([name, value]) => [`PROD_${name}`, value]));
    assert.deepEqual(faultsOf({ APP_ENV: 'prod', ...prefixed }), []);
    assert.deepEqual(faultsOf({ APP_ENV: 'prod', ...prefixed, BOT_TOKEN: 'x', DATABASE_URL: 'y' }).sort(), [
      'BOT_TOKEN',
      'DATABASE_URL',
    ]);
    assert.ok(faultsOf({ APP_ENV: 'prod', ...live }).includes('PROD_BOT_TOKEN'));
    assert.ok(faultsOf({ APP_ENV: 'moon' }).includes('APP_ENV'));
  });

  it('chooses the webhook for an https base and wants its secret', () => {
    const env = { ...live, PUBLIC_BASE_URL: 'https://shop.example/' };
    assert.deepEqual(faultsOf(env), ['WEBHOOK_SECRET']);
    const parsed = parseConfig({ ...env, WEBHOOK_SECRET: 's_-1' });
    assert.ok(parsed.ok && parsed.config.installation.kind === 'live');
    assert.deepEqual(parsed.config.installation.telegram, {
      mode: 'webhook',
      url: 'https://shop.example/telegram/webhook',
      secret: 's_-1',
    });
    assert.deepEqual(faultsOf({ ...live, TELEGRAM_MODE: 'webhook', WEBHOOK_SECRET: 's' }), [
      'PUBLIC_BASE_URL',
    ]);
  });

  it('polls otherwise', () => {
    const parsed = parseConfig(live);
    assert.ok(parsed.ok && parsed.config.installation.kind === 'live');
    assert.deepEqual(parsed.config.installation.telegram, { mode: 'polling', pollTimeoutSeconds: 30 });
  });

  it('takes plain http for loopback only', () => {
    assert.deepEqual(faultsOf({ ...live, TELEGRAM_API_ROOT: 'http://127.0.0.1:9' }), []);
    assert.deepEqual(faultsOf({ ...live, TELEGRAM_API_ROOT: 'http://api.example' }), ['TELEGRAM_API_ROOT']);
    assert.deepEqual(faultsOf({ ...live, CRYPTOBOT_API_URL: 'https://user:pw@x.example' }), [
      'CRYPTOBOT_API_URL',
    ]);
  });

  it('asks for a key of one’s own beside a database of one’s own', () => {
    assert.deepEqual(faultsOf({ ...live, SECRETS_KEY: '' }), ['SECRETS_KEY']);
    assert.deepEqual(faultsOf({ ...live, SECRETS_KEY: '', DATABASE_URL: '' }), []);
  });

  it('refuses a failpoint where it could do harm', () => {
    const far = { ...live, ATLAS_FAILPOINT: 'settle:after-commit' };
    assert.deepEqual(faultsOf(far).includes('ATLAS_FAILPOINT'), true);
    const prod = Object.fromEntries(Object.entries(live).map(([name, value]) => [`PROD_${name}`, value]));
    const near = { TELEGRAM_API_ROOT: 'http://127.0.0.1:9', ATLAS_FAILPOINT: 'settle:after-commit' };
    assert.ok(faultsOf({ APP_ENV: 'prod', ...prod, ...near }).includes('ATLAS_FAILPOINT'));
  });
});
