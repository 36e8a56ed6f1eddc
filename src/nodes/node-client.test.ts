import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { z } from 'zod';
import { isFault } from '../lib/fault.ts';
import { NodeClient } from './node-client.ts';

describe('calls to one agent', () => {
  let server: Server;
  let client: NodeClient;
  let asked = 0;
  /** What the agent answers next; 200 when there is nothing here. */
  let statuses: number[] = [];
  beforeEach(async () => {
    [asked, statuses] = [0, []];
    server = createServer((_request, response) => {
      asked += 1;
      response.writeHead(statuses.shift() ?? 200).end('{}');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    client = new NodeClient({ nodeId: 'n1', url: `http://127.0.0.1:${port}`, apiKey: 'key' });
  });
  afterEach(async () => {
    await client.close();
    server.close();
  });

  const call = () =>
    client.call({ method: 'GET', path: '/v1/state', answer: z.object({}), timeoutMs: 2_000 });
  const fails = (code: string) => assert.rejects(call(), (error) => isFault(error, code));

  it('tries a call again when nobody answers, and no other', async () => {
    statuses = [500, 500];
    await call();
    assert.equal(asked, 3);
    statuses = [401];
    await fails('node-refused');
    assert.equal(asked, 4);
  });

  it('forgets failures after a success', async () => {
    for (let round = 0; round < 12; round += 1) {
      statuses = [500];
      await call();
    }
    assert.equal(asked, 24);
  });

  it('stops asking a node that is silent, and asks again later', async (t) => {
    t.mock.timers.enable({ apis: ['Date'], now: Date.now() });
    statuses = Array(20).fill(500);
    for (let round = 0; round < 5; round += 1) await fails('node-unreachable');
    const askedBefore = asked;
    assert.ok(askedBefore <= 11, `asked ${askedBefore} times`);
    await fails('node-unreachable');
    assert.equal(asked, askedBefore);
    statuses = [];
    t.mock.timers.tick(10_001);
    await call();
    assert.equal(asked, askedBefore + 1);
  });
});
