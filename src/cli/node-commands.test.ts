import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problemOfNodeUrl } from './node-commands.ts';

describe("a node's address", () => {
  const cases: [url: string, isPrivateAllowed: boolean, problem: RegExp | null][] = [
    ['https://vpn1.example:8443', false, null],
    ['https://10.example', false, null],
    ['https://172.example', false, null],
    ['http://127.0.0.1:8000', false, null],
    ['http://localhost:8000', false, null],
    ['http://10.0.0.5:8000', true, null],
    ['http://10.0.0.5:8000', false, /--allow-private/],
    ['http://172.32.0.1:8000', true, /must be https/],
    ['http://10.evil.example:8000', true, /must be https/],
    ['http://localhost.example', false, /must be https/],
    ['http://vpn1.example', true, /must be https/],
    ['ftp://vpn1.example', false, /must start with https/],
    ['vpn1.example', false, /address such as/],
  ];
  it('judges an address by its host', () => {
    for (const [url, isPrivateAllowed, problem] of cases) {
      const told = problemOfNodeUrl(url, isPrivateAllowed);
      if (problem === null) assert.equal(told, null, url);
      else assert.match(told ?? 'no problem', problem, url);
    }
  });
});
