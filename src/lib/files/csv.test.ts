import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CsvCell, toCsv, toCsvHead } from './csv.ts';

describe('a line of CSV', () => {
  const cases: [what: string, cell: CsvCell, line: string][] = [
    ['a formula', "=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
    ['a formula in quotes', '=HYPERLINK("https://x","y")', '"\'=HYPERLINK(""https://x"",""y"")"'],
    ['a plus', '+7 900', "'+7 900"],
    ['a minus', '-2+3', "'-2+3"],
    ['an at', '@SUM(A1)', "'@SUM(A1)"],
    ['a tab', '\t=1', "'\t=1"],
    ['a carriage return', '\r=1', '"\'\r=1"'],
    ['a wide equals sign', '＝1', "'＝1"],
    ['a formula where semicolons part the cells', "x;=cmd|' /C calc'!A0;", "x;'=cmd|' /C calc'!A0;"],
    ['one behind blanks and quotes there', 'x; "＝1"', `"x;' ""＝1"""`],
    ['one that begins a line there', 'x\n=1', `"x\n'=1"`],
    ['a tab within', 'x\t+1', "x\t'+1"],
    ['a harmless semicolon', 'a; b', 'a; b'],
    ['quotes', 'Anna "Ann"', '"Anna ""Ann"""'],
    ['a comma', 'a,b', '"a,b"'],
    ['a line break', 'a\nb', '"a\nb"'],
    ['other alphabets', 'Аня 🌻', 'Аня 🌻'],
    ['a number', 5n, '5'],
    ['a moment', new Date('2026-11-24T12:00:00.5Z'), '2026-11-24T12:00:00.500Z'],
    ['yes', true, 'true'],
    ['no', false, 'false'],
    ['nothing', null, ''],
  ];
  for (const [what, cell, line] of cases) {
    it(`has ${what}`, () => assert.equal(toCsv([['x', cell, 'y']]), `x,${line},y\n`));
  }

  it('comes after a mark that Excel knows UTF-8 by', () =>
    assert.deepEqual([...Buffer.from(toCsvHead(['a', 'b']))], [0xef, 0xbb, 0xbf, ...Buffer.from('a,b\n')]));
});
