import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LOCALES, translatorFor } from '../../locales/translate.ts';
import { renderDevices } from './device-screens.ts';
import { shorten } from './pages.ts';
import { renderAudit } from './panel/audit-screen.ts';

/** Telegram counts it as two. */
const SIGN = '😀';
const MAX_MESSAGE = 4_096;

describe('what strangers have written', () => {
  it('takes no more room than it may, counted as Telegram does', () => {
    assert.equal(shorten('Anna', 4), 'Anna');
    assert.equal(shorten('Annas', 4), 'Ann…');
    assert.equal(shorten(SIGN.repeat(2), 4), SIGN.repeat(2));
    assert.equal(shorten(SIGN.repeat(3), 5), `${SIGN.repeat(2)}…`);
    assert.equal(shorten(SIGN.repeat(3), 4), `${SIGN}…`, 'no sign is cut in two');
  });

  for (const locale of LOCALES) {
    const t = translatorFor(locale);
    const now = new Date();

    it(`fits into a message as devices, ${locale}`, () => {
      const fact = SIGN.repeat(100);
      const device = { os: fact, model: fact, app: fact, firstSeenAt: now, lastSeenAt: new Date(0) };
      const devices = Array.from({ length: 100 }, (_, index) => ({ ...device, deviceId: String(index) }));
      assert.ok(lengthOf(renderDevices(t, { limit: null, devices, now }).text) <= MAX_MESSAGE);
    });

    it(`fits into a message as audit entries, ${locale}`, () => {
      const name = SIGN.repeat(40);
      const line = {
        entryId: 'x',
        actor: `customer:${'x'.repeat(36)}`,
        actorName: name,
        action: 'x'.repeat(60),
        customerId: 'x',
        customerTelegramId: 9_999_999_999_999n,
        customerName: name,
        details: { text: SIGN.repeat(500) },
        recordedAt: now,
      };
      const page = { lines: Array(10).fill(line), hasOlder: true, hasNewer: true };
      assert.ok(lengthOf(renderAudit(t, page, 'all').text) <= MAX_MESSAGE);
    });
  }
});

/** Without its tags. */
function lengthOf(html: string): number {
  return html.replace(/<[^>]*>/g, '').length;
}
