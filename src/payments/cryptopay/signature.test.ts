import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isSignatureGenuine } from './signature.ts';

// Source: payments.md §1, vectors V1–V3 and the negative of V1.
const V1 = {
  token: '12345:AAtestToken000000000000000000000',
  body: '{"update_id":1,"update_type":"invoice_paid","request_date":"2026-01-01T00:00:00.000Z","payload":{"invoice_id":1001,"status":"paid","payload":"ord_1"}}',
  signature: '37ddefc2cb0cda1f5cae72890fdb67f28976c9b42d49f1fce845ba62d53d790d',
};
const V2 = {
  token: '98765:BBsecondToken',
  body: '{"update_id":2,"update_type":"invoice_paid","request_date":"2026-02-03T04:05:06.000Z","payload":{"invoice_id":1002,"status":"paid","currency_type":"fiat","fiat":"RUB","amount":"299.00","paid_asset":"USDT","paid_amount":"3.25","comment":"Привет \\u003cb\\u003e & ☕","payload":"ord_2"}}',
  signature: '1298e8e87732be88c8fabaa57c3668fc2cb87962f3337804d173b9d75aef62e7',
};
const V3 = {
  token: '1:a',
  body: '{}',
  signature: 'f8a1216e161d027f101c549e9812e6f8220764d301c60bffef097d6748dba16c',
};

describe('the signature of Crypto Pay', () => {
  it('is V2 to the byte', () => assert.equal(Buffer.byteLength(V2.body), 290));
  for (const [name, vector] of Object.entries({ V1, V2, V3 })) {
    it(`is genuine in ${name}`, () => {
      assert.equal(isSignatureGenuine(vector.token, Buffer.from(vector.body), vector.signature), true);
    });
  }
  const forged: [name: string, token: string, body: string, signature: string][] = [
    [
      'keyed with hex text',
      V1.token,
      V1.body,
      '2acfa950fe688a5d60d88aec3c29df83922681d81bc281f8a8fe035a324307a4',
    ],
    ['over a restringified body', V2.token, JSON.stringify(JSON.parse(V2.body)), V2.signature],
    ['of another token', V2.token, V1.body, V1.signature],
    ['with a byte changed', V1.token, V1.body.replace('1001', '1002'), V1.signature],
    ['in upper case', V1.token, V1.body, V1.signature.toUpperCase()],
    ['cut short', V1.token, V1.body, V1.signature.slice(0, 63)],
    ['empty', V1.token, V1.body, ''],
  ];
  for (const [name, token, body, signature] of forged) {
    it(`is refused ${name}`, () =>
      assert.equal(isSignatureGenuine(token, Buffer.from(body), signature), false));
  }
});
