import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { IMPORT_APPS, importLinkOf } from '../../domain/connections/import-links.ts';
import { CLIENT_APPS } from './client-apps.ts';
import { PLATFORMS, platformOf } from './visitor.ts';

const AGENTS: [userAgent: string, platform: string | null][] = [
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148', 'ios'],
  ['Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) AppleWebKit/605.1.15', 'ios'],
  ['Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/142.0 Mobile', 'android'],
  ['Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 Chrome/142.0', 'android'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0', 'windows'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.5', 'macos'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'linux'],
  ['curl/8', null],
  ['', null],
];

describe('a visitor’s platform', () => {
  for (const [userAgent, platform] of AGENTS) {
    it(`is ${platform ?? 'unknown'} for ${userAgent.slice(0, 40) || 'who says nothing'}`, () =>
      assert.equal(platformOf(userAgent), platform));
  }
});

describe('the apps that are offered', () => {
  const offered = PLATFORMS.flatMap((platform) => CLIENT_APPS[platform]);
  it('are at least three for everybody, each once', () => {
    for (const platform of PLATFORMS) {
      const apps = CLIENT_APPS[platform].map(({ app }) => app);
      assert.ok(apps.length >= 3, platform);
      assert.equal(new Set(apps).size, apps.length, platform);
    }
  });
  it('come from their makers’ own places only', () => {
    for (const { url } of offered)
      assert.match(url, /^https:\/\/(apps\.apple\.com|play\.google\.com|github\.com)\//);
  });
  it('are all the apps that a link can open, and each opens its own scheme', () => {
    assert.deepEqual(new Set(offered.map(({ app }) => app)), new Set(IMPORT_APPS));
    const url = 'https://shop.example/sub/token';
    for (const app of IMPORT_APPS) {
      const link = importLinkOf(app, url, 'Atlas Secure');
      assert.ok(link.startsWith(`${app}://`), link);
      assert.ok(decodeURIComponent(link).includes(url), link);
    }
  });
});
