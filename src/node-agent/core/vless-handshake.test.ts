import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatUuid, isLoopbackTarget, parseVlessRequest } from './vless-handshake.ts';

const uuid = '6f1c3e5a-0b2d-4c3e-9a7b-112233445566';
const head = `00${uuid.replaceAll('-', '')}00`;

describe('VLESS handshake', () => {
  const accepted: [kind: string, hex: string, host: string, isLoopback: boolean][] = [
    ['IPv4', `${head}011f90017f000001`, '127.0.0.1', true],
    ['a domain', `${head}011f9002096c6f63616c686f7374`, 'localhost', true],
    ['IPv6', `${head}011f900300000000000000000000000000000001`, '0:0:0:0:0:0:0:1', true],
    ['addons', `${head.slice(0, -2)}02ffff011f900108080808`, '8.8.8.8', false],
  ];
  for (const [kind, hex, host, isLoopback] of accepted) {
    it(`reads ${kind}, however the bytes arrive`, () => {
      const bytes = Buffer.from(hex, 'hex');
      for (let length = 0; length < bytes.length; length += 1) {
        assert.equal(parseVlessRequest(bytes.subarray(0, length)), 'incomplete');
      }
      const request = parseVlessRequest(Buffer.concat([bytes, Buffer.from('hello')]));
      assert.ok(typeof request === 'object');
      assert.equal(formatUuid(request.uuid), uuid);
      assert.deepEqual([request.host, request.port, String(request.payload)], [host, 8080, 'hello']);
      assert.equal(isLoopbackTarget(request.host), isLoopback);
    });
  }

  const refused: [what: string, hex: string][] = [
    ['another version', '01'],
    ['UDP', `${head}021f90017f000001`],
    ['an unknown kind of address', `${head}011f90097f000001`],
  ];
  for (const [what, hex] of refused) {
    it(`refuses ${what}`, () => assert.equal(parseVlessRequest(Buffer.from(hex, 'hex')), 'invalid'));
  }
});
