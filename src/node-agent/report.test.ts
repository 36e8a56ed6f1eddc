import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { maxCredentialsPerRequest } from '../nodes/protocol/contract.ts';
import { reportLegacy } from './report.ts';
import type { StoredCredential } from './state/desired-store.ts';

const stored = (number: number): StoredCredential => ({
  email: `legacy.${String(number).padStart(5, '0')}`,
  vlessId: '6f1c3e5a-0b2d-4c3e-9a7b-112233445566',
  expiresAtMs: 1,
});

describe('a legacy set, page by page', () => {
  const cases: [count: number, pages: number[]][] = [
    [0, [0]],
    [maxCredentialsPerRequest, [maxCredentialsPerRequest]],
    [maxCredentialsPerRequest + 1, [maxCredentialsPerRequest, 1]],
    [2 * maxCredentialsPerRequest, [maxCredentialsPerRequest, maxCredentialsPerRequest]],
  ];
  for (const [count, sizes] of cases) {
    it(`of ${count} is told whole, each once, whatever their order`, () => {
      const set = Array.from({ length: count }, (_, index) => stored(count - index));
      const told: string[] = [];
      const pages: number[] = [];
      let after: string | undefined;
      do {
        const { credentials, next } = reportLegacy(set, after);
        pages.push(credentials.length);
        told.push(...credentials.map(({ email }) => email));
        after = next ?? undefined;
      } while (after !== undefined);
      assert.deepEqual(pages, sizes);
      assert.deepEqual(told, set.map(({ email }) => email).sort());
    });
  }
});
