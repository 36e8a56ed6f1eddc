import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createHttpClient } from './http-client.ts';
import { runInTransactionScope } from './transaction-scope.ts';

describe('the network', () => {
  it('is out of reach inside a transaction, also after an await', async () => {
    const http = createHttpClient('http://127.0.0.1:9');
    await assert.rejects(
      runInTransactionScope('settle', async () => {
        await Promise.resolve();
        await http.request({ method: 'GET', path: '/', timeoutMs: 100 });
      }),
      /inside the transaction "settle"/,
    );
    await assert.rejects(http.request({ method: 'GET', path: '/', timeoutMs: 1000 }), {
      code: 'http-unreachable',
    });
    await http.close();
  });
});
