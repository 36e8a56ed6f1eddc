import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createAddressTest, YOOKASSA_ADDRESSES } from './allowed-addresses.ts';

describe('the addresses of YooKassa', () => {
  const isAllowed = createAddressTest(YOOKASSA_ADDRESSES);
  const inside = [
    '185.71.76.0',
    '185.71.76.31',
    '185.71.77.17',
    '77.75.153.127',
    '77.75.154.128',
    '77.75.156.11',
    '77.75.156.35',
    '2a02:5180::1',
    '2a02:5180:ffff:ffff:ffff:ffff:ffff:ffff',
    '::ffff:185.71.76.1',
    '::ffff:b947:4c01',
  ];
  const outside = [
    '185.71.76.32',
    '185.71.75.255',
    '77.75.153.128',
    '77.75.154.127',
    '77.75.156.12',
    '2a02:5181::1',
    '::ffff:185.71.76.32',
    '127.0.0.1',
    '::1',
    '',
    'yookassa.ru',
    '185.71.76.1, 203.0.113.9',
    '185.71.76.1:443',
    '0185.71.76.1',
  ];
  for (const address of inside) it(`has ${address}`, () => assert.equal(isAllowed(address), true));
  for (const address of outside) {
    it(`does not have ${JSON.stringify(address)}`, () => assert.equal(isAllowed(address), false));
  }
});
