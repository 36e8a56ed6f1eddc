import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cleanName } from './person-name.ts';

describe('a name as others see it', () => {
  const cases: [given: string, shown: string | null][] = [
    ['Анна', 'Анна'],
    ['Anne-Marie O’Neil', 'Anne-Marie O’Neil'],
    ['👨‍👩‍👧 Семья', '👨‍👩‍👧 Семья'],
    ['محمد', 'محمد'],
    ['  two\nlines\t ', 'two lines'],
    ['\u202Eevil\u202C', 'evil'],
    ['\u2067a\u2069\u200Fb', 'ab'],
    ['Z\u0300\u0301\u0302\u0303\u0304a', 'Z\u0300\u0301a'],
    ['\u200B\u2060', null],
    ['\u3164\u3164', null],
    ['\u2800 \u115F\u200D\u{E0020}', null],
    ['ㅤБелка', 'ㅤБелка'],
    ['', null],
    ['x'.repeat(41), `${'x'.repeat(39)}…`],
    ['👨‍👩‍👧'.repeat(40), '👨‍👩‍👧'.repeat(40)],
  ];
  for (const [given, shown] of cases)
    it(JSON.stringify(given.slice(0, 30)), () => assert.equal(cleanName(given), shown));
});
