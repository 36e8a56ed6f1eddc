import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type DeviceWords, MAX_FACT_LENGTH, readDeviceFacts } from './devices.ts';

/** Any 16 bits: control characters, halves of pairs, everything a string can hold. */
const codeUnit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));

describe('what an app tells of its device', () => {
  const cases: [words: DeviceWords, os: string, model: string, app: string][] = [
    [
      { os: 'Android', osVersion: '14', model: 'Pixel 8', userAgent: 'Happ/2.1 (core 1.8)' },
      'Android 14',
      'Pixel 8',
      'Happ/2.1',
    ],
    [{}, '', '', ''],
    [{ os: 'iOS' }, 'iOS', '', ''],
    [{ model: ' a\u0000b\r\nset-cookie: x\u001b[31m ' }, '', 'a b set-cookie: x [31m', ''],
    [{ model: '\u202egnp.exe\u200b' }, '', 'gnp.exe', ''],
    [{ model: `Мой телефон 📱` }, '', 'Мой телефон 📱', ''],
    [{ model: "'; drop table devices; --" }, '', "'; drop table devices; --", ''],
    [{ model: '📱'.repeat(500) }, '', '📱'.repeat(MAX_FACT_LENGTH), ''],
    [
      { os: 'x'.repeat(10_000), osVersion: '1', userAgent: 'y'.repeat(10_000) },
      'x'.repeat(100),
      '',
      'y'.repeat(100),
    ],
  ];
  for (const [words, os, model, app] of cases) {
    it(`is ${JSON.stringify([os, model, app]).slice(0, 60)}`, () =>
      assert.deepEqual(readDeviceFacts(words), { os, model, app }));
  }

  it('is always a bounded line without invisible characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: codeUnit, maxLength: 300 }), (text) => {
        const facts = readDeviceFacts({ os: text, osVersion: text, model: text, userAgent: text });
        for (const fact of Object.values(facts)) {
          assert.ok([...fact].length <= MAX_FACT_LENGTH);
          assert.doesNotMatch(fact, /\p{C}|^\s|\s$/u);
        }
      }),
    );
  });
});
