import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kopecks } from '../../domain/money/money.ts';
import { standingOf } from '../../domain/money/referrals.ts';
import { LOCALES, translatorFor } from '../../locales/translate.ts';
import { renderReferrals } from './referral-screens.ts';

describe('the link of who brings customers', () => {
  const link = 'https://t.me/shop_bot?start=ref_7';
  const referrals = { standing: standingOf(0), invited: 0, earnedKopecks: kopecks(0n) };
  for (const locale of LOCALES) {
    const t = translatorFor(locale);
    const screen = renderReferrals(t, { referrals, link });

    it(`is shared with its words as they are, ${locale}`, () => {
      const [share] = screen.rows.flat();
      assert.ok(share && 'url' in share);
      assert.doesNotMatch(share.url, /\+/, 'iPhones show it in place of a blank');
      const { searchParams } = new URL(share.url);
      assert.equal(searchParams.get('url'), link);
      assert.equal(searchParams.get('text'), t.text('referral-share-text'));
    });

    it(`is copied without anything that cannot be seen, ${locale}`, () => {
      assert.ok(screen.text.includes(`<code>${link}</code>`));
    });
  }
});
