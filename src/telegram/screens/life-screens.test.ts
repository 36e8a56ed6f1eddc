import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LIFE_MESSAGES } from '../../domain/life-cycle.ts';
import { LOCALES, translatorFor } from '../../locales/translate.ts';
import { renderLifeNotice } from './life-screens.ts';

const HOUR = 3_600_000;
const endsAt = new Date('2027-01-31T12:00:00Z');

describe('messages of a life cycle', () => {
  it('name the time that is really left', () => {
    const t = translatorFor('en');
    const cases: [leftMs: number, says: RegExp][] = [
      [72 * HOUR, /3 days are left/],
      [49 * HOUR, /2 days are left/],
      [24 * HOUR, /24 hours are left/],
      [3 * HOUR - 60_000, /3 hours are left/],
      [HOUR, /1 hour is left/],
      [5 * 60_000, /1 hour is left/],
    ];
    for (const message of [
      'ends-in-3-days',
      'ends-in-3-hours',
      'trial-third-day',
      'trial-last-hours',
    ] as const)
      for (const [leftMs, says] of cases)
        assert.match(
          renderLifeNotice(t, { kind: 'life', message, endsAt, leftMs, renewsItself: false }).text,
          says,
        );
  });

  it('have words and a way on in every language', () => {
    for (const locale of LOCALES)
      for (const message of LIFE_MESSAGES) {
        const screen = renderLifeNotice(translatorFor(locale), {
          kind: 'life',
          message,
          endsAt,
          leftMs: 5 * HOUR,
          renewsItself: true,
        });
        assert.ok(screen.text.length > 20 && screen.rows.length > 0);
      }
  });
});
