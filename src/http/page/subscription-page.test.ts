import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { subscriptionOf, viewOf } from '../../../test/support/page-views.ts';
import type { Connection } from '../../domain/connections/formats.ts';
import { PAGE_LOCALES, type PageLocale } from '../../locales/page/translate-page.ts';
import { PAGE_POLICY } from './document.ts';
import { renderGonePage, renderSubscriptionPage } from './subscription-page.ts';

const DAY_MS = 86_400_000;
const GB = 1_000_000_000n;
const VLESS_ID = '6f1d2c3b-0000-4000-8000-00000000abcd';
const connections: Connection[] = [
  {
    name: 'Atlas NL vpn1',
    vlessId: VLESS_ID,
    inbound: {
      host: 'node.example',
      port: 443,
      network: 'tcp',
      security: 'reality',
      flow: 'xtls-rprx-vision',
      sni: 'front.example',
      fingerprint: 'chrome',
      publicKey: 'k'.repeat(43),
      shortId: 'ab',
    },
  },
];
const page = (changes: Parameters<typeof subscriptionOf>[0], view: Parameters<typeof viewOf>[0] = {}) =>
  renderSubscriptionPage(viewOf({ subscription: subscriptionOf({ connections, ...changes }), ...view }));
const words = (text: string) =>
  text
    .replace(/<(style|script)>[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the subscription page', () => {
  it('tells how many days are left and what traffic is', () => {
    const text = words(page({ usedBytes: 12_340_000_000n, limitBytes: 50n * GB }, { locale: 'en' }));
    assert.match(text, /Active 11 days left Active until 5 December 2026/);
    assert.match(text, /37\.7 GB of 50 GB left 12\.3 GB used/);
    assert.match(text, /NL Netherlands/);
  });
  it('says that traffic is unlimited where it is', () => {
    const text = page({ usedBytes: 0n, limitBytes: null }, { locale: 'en' });
    assert.match(words(text), /Unlimited 0 GB used/);
    assert.doesNotMatch(text, /<progress/);
  });
  it('never shows less than nothing left, nor a bar that is longer than whole', () => {
    const text = page({ usedBytes: 60n * GB, limitBytes: 50n * GB }, { locale: 'en' });
    assert.match(words(text), /0 GB of 50 GB left 60 GB used/);
    assert.match(text, /<progress max="1000" value="1000"/);
    assert.match(page({ limitBytes: 0n }, {}), /<progress max="1000" value="1000"/);
  });
  it('counts a day that has begun', () => {
    const at = (ms: number) => new Date(viewOf().now.getTime() + ms);
    assert.match(words(page({ endsAt: at(1) }, { locale: 'en' })), / 1 day left/);
    assert.match(words(page({ endsAt: at(DAY_MS) }, { locale: 'en' })), / 1 day left/);
    assert.match(words(page({ endsAt: at(DAY_MS + 1) }, { locale: 'en' })), / 2 days left/);
  });

  for (const [state, changes, sign] of [
    ['ended', { isActive: false }, /Подписка закончилась/],
    ['ended and suspended', { isActive: false, isSuspended: true }, /Подписка закончилась/],
    ['suspended', { isSuspended: true }, /Трафик израсходован/],
  ] as const) {
    it(`holds nothing to connect with when ${state}, only the way to the bot and to support`, () => {
      const text = page(changes);
      assert.match(words(text), sign);
      assert.doesNotMatch(text, /vless|\/sub\/|\/open\/|class="qr"|<input|<details/);
      assert.match(text, /href="https:\/\/t\.me\/atlas_bot"/);
      assert.match(text, /href="https:\/\/t\.me\/asc_support"/);
    });
  }
  it('holds no key itself, in no state: apps fetch keys by the link', () => {
    assert.ok(!page({}).includes(VLESS_ID));
    assert.doesNotMatch(page({}), /vless:/);
  });

  it('shows the visitor’s own platform open and first, the others folded', () => {
    const text = page({}, { platform: 'ios' });
    const own = text.indexOf('iPhone и iPad');
    assert.ok(own > 0 && own < text.indexOf('<details'));
    assert.equal(text.match(/<summary>(Android|Windows|Mac|Linux|iPhone и iPad)</g)?.length, 4);
    const unknown = page({}, { platform: null });
    assert.equal(unknown.match(/<summary>(Android|Windows|Mac|Linux|iPhone и iPad)</g)?.length, 5);
  });
  it('leads into apps by https of ours only, and elsewhere without a word about us', () => {
    const hrefs = [...page({}).matchAll(/<a [^>]*href="([^"]+)"([^>]*)>/g)];
    assert.ok(hrefs.length > 30);
    for (const [, href = '', rest = ''] of hrefs) {
      if (href.startsWith('?lang=') || href.startsWith(`${viewOf().url}/open/`)) continue;
      assert.match(href, /^https:\/\/(t\.me|apps\.apple\.com|play\.google\.com|github\.com)\//);
      assert.match(rest, /rel="noreferrer noopener"/, href);
    }
  });
  it('escapes every value it is given, wherever it stands', () => {
    const hostile = `"'><img src=x onerror=alert(1)>`;
    const contacts = { bot: `https://t.me/${hostile}`, support: `https://t.me/${hostile}` };
    const subscription = { locations: [hostile], plan: hostile };
    const text = [
      page(subscription, { title: hostile, url: `https://shop.example/sub/${hostile}`, contacts }),
      page({ isActive: false }, { title: hostile, contacts }),
      renderGonePage({ locale: 'ru', title: hostile, contacts }),
    ].join('');
    assert.ok(text.split('&quot;&#39;&gt;&lt;img').length > 10, 'the value is there, as text');
    assert.doesNotMatch(text, /<img|['"]>\s*<img/);
  });
  it('loads nothing, and has no style or handler that its policy would have to allow', () => {
    const text = page({});
    assert.doesNotMatch(text, / (style|on\w+|src|srcset|action)=/);
    assert.doesNotMatch(text, /@import|url\(/);
    assert.equal(text.match(/<link /g)?.length, 1);
    assert.match(text, /<link rel="icon" href="data:image\/svg\+xml,/);
    assert.match(PAGE_POLICY, /default-src 'none'/);
    assert.doesNotMatch(PAGE_POLICY, /unsafe|https?:|\*/);
  });
});

describe('the words of the page', () => {
  const daysIn = (locale: PageLocale, days: number) => {
    const endsAt = new Date(viewOf().now.getTime() + days * DAY_MS);
    return /<h1>([^<]+)<\/h1>/.exec(page({ endsAt }, { locale }))?.[1];
  };
  const expected: Record<string, [days: number, words: string][]> = {
    ru: [
      [1, 'Остался 1 день'],
      [2, 'Осталось 2 дня'],
      [5, 'Осталось 5 дней'],
      [11, 'Осталось 11 дней'],
      [21, 'Остался 21 день'],
      [34, 'Осталось 34 дня'],
    ],
    en: [
      [1, '1 day left'],
      [2, '2 days left'],
    ],
    de: [
      [1, 'Noch 1 Tag'],
      [2, 'Noch 2 Tage'],
    ],
    kk: [
      [1, '1 күн қалды'],
      [2, '2 күн қалды'],
    ],
    uz: [
      [1, '1 kun qoldi'],
      [2, '2 kun qoldi'],
    ],
    tg: [
      [1, '1 рӯз монд'],
      [2, '2 рӯз монд'],
    ],
    ar: [
      [0, 'لم يتبقَّ أي يوم'],
      [1, 'تبقّى يوم واحد'],
      [2, 'تبقّى يومان'],
      [3, 'تبقّت 3 أيام'],
      [11, 'تبقّى 11 يومًا'],
      [100, 'تبقّى 100 يوم'],
    ],
  };
  for (const locale of PAGE_LOCALES) {
    it(`count days as one does in ${locale}`, () => {
      const cases = expected[locale] ?? [];
      assert.ok(cases.length > 0);
      for (const [days, text] of cases) assert.equal(daysIn(locale, days), text);
    });
    it(`run in the right direction in ${locale}`, () => {
      const direction = locale === 'ar' ? 'rtl' : 'ltr';
      assert.ok(page({}, { locale }).includes(`<html lang="${locale}" dir="${direction}">`));
      assert.match(page({}, { locale }), /<input class="address"[^>]* dir="ltr"/);
    });
  }
  it('are all used', () => {
    const folder = new URL('./', import.meta.url);
    const source = readdirSync(folder)
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => readFileSync(new URL(file, folder), 'utf8'))
      .join('');
    const catalogue = readFileSync(new URL('../../locales/page/ru.ftl', import.meta.url), 'utf8');
    const keys = [...catalogue.matchAll(/^([a-z][\w-]*) =/gm)].map(([, key = '']) => key);
    const isUsed = (key: string) =>
      source.includes(`'${key}'`) || source.includes(`\`${key.replace(/-[a-z]+$/, '-$')}`);
    assert.ok(keys.length > 40);
    assert.deepEqual(
      keys.filter((key) => !isUsed(key)),
      [],
    );
  });
});
