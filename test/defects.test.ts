/** Every known defect has its line in docs/defects.md, and every line names what is really there. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

const root = join(import.meta.dirname, '..');

/** How many of each there are in a section of the product's description that is built. */
const KNOWN: Record<string, number> = {
  ...{ F1: 19, F2: 6, M2: 2, F3: 17, M3: 8, F4: 12, M4: 3, F5: 21, M5: 8, F6: 6, M6: 8 },
  ...{ F7: 6, M7: 6, F8: 2, F9: 2, M9: 1, A11: 32, B11: 20 },
};

type Line = { id: string; keptOutBy: string };

function readLines(): Line[] {
  const text = readFileSync(join(root, 'docs/defects.md'), 'utf8');
  return [...text.matchAll(/^\| ([FMAB]\d+-\d+) \| [^|]+ \| (.+) \|$/gm)].map(
    ([, id = '', keptOutBy = '']) => ({
      id,
      keptOutBy,
    }),
  );
}

describe('the known defects', () => {
  const lines = readLines();

  it('are all listed, each once', () => {
    const expected = Object.entries(KNOWN).flatMap(([section, count]) =>
      Array.from({ length: count }, (_, index) => `${section}-${index + 1}`),
    );
    assert.deepEqual(lines.map(({ id }) => id).toSorted(), expected.toSorted());
  });

  for (const { id, keptOutBy } of lines) {
    it(`${id} names a test that is there, or why it cannot occur`, () => {
      const named = [...keptOutBy.matchAll(/`((?:src|test)\/[\w./-]+\.ts)`(?: › ([^|;()]+))?/g)];
      const isExcused = keptOutBy.includes('cannot occur');
      assert.ok(isExcused || named.some(([, file = '']) => isTest(file)), 'neither a test nor a reason');
      for (const [, file = '', title] of named) {
        assert.ok(existsSync(join(root, file)), `${file} is not there`);
        if (title === undefined) continue;
        const source = readFileSync(join(root, file), 'utf8');
        assert.ok(source.includes(title.trim()), `${file} has no test "${title.trim()}"`);
      }
    });
  }
});

/** Conformance suites are run by the tests beside them. */
function isTest(file: string): boolean {
  return file.endsWith('.test.ts') || file.startsWith('test/conformance/');
}
