import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import {
  agentBucketsSchema,
  agentCheckSchema,
  agentEntriesSchema,
  agentLegacySchema,
  agentRoutes,
} from '../../src/nodes/protocol/contract.ts';
import { bucketOf, entrySum } from '../../src/nodes/protocol/digest.ts';
import { eventually, findCore, needsCore, reachesOverVless, startWebTarget } from '../support/core.ts';
import { apiKey, credentialOf, TestNode } from './agent-process.ts';

const cores: [name: string, env: Record<string, string>, options: { skip?: string }][] = [
  ['a real core', { XRAY_BIN: findCore() ?? '' }, needsCore()],
  ['the simulated core', { NODE_CORE: 'simulated' }, {}],
];
for (const [name, env, options] of cores) {
  describe(`routes of an agent beside ${name}`, options, () => {
    let web: Awaited<ReturnType<typeof startWebTarget>>;
    let node: TestNode;
    let vlessPort: number;
    const uuid = '6f1c3e5a-0b2d-4c3e-9a7b-112233445566';
    const hourOn = Date.now() + 3_600_000;
    before(async () => {
      web = await startWebTarget();
      ({ node, vlessPort } = await TestNode.plain(env));
      await node.start();
    });
    after(async () => {
      await node.dispose();
      web.close();
    });

    it('ask for the key everywhere but on /health', async () => {
      assert.deepEqual(await (await fetch(`${node.url}/health`)).json(), { status: 'ok' });
      for (const path of ['/list-users', '/self-test', '/v1/state', '/v1/legacy', '/nowhere']) {
        for (const key of ['', 'wrong', 'key-of-the-test-nodf']) {
          const answer = await fetch(`${node.url}${path}`, { headers: { 'x-api-key': key } });
          assert.equal(answer.status, 401);
          assert.deepEqual(await answer.json(), { detail: 'Invalid or missing API key' });
        }
      }
    });

    it('add, list, update and remove as the original did', async () => {
      const added = await node.call('POST', '/add-user', {
        uuid,
        telegram_id: 42,
        expiry_timestamp_ms: hourOn,
      });
      const link = `vless://${uuid}@127.0.0.1:${vlessPort}?encryption=none&security=none&type=tcp#AtlasSecure`;
      assert.deepEqual(added, { status: 200, body: { uuid, vless_link: link, link } });
      const again = await node.call('POST', '/add-user', {
        uuid,
        telegram_id: 42,
        expiry_timestamp_ms: hourOn + 1,
      });
      assert.deepEqual(again, added);
      assert.deepEqual((await node.call('GET', '/list-users')).body, { uuids: [uuid] });
      assert.equal(await reachesOverVless(vlessPort, uuid, web.port), true);

      const other = 'AAAAAAAA-0b2d-4c3e-9a7b-112233445566';
      const updated = await node.call('POST', '/update-user', { uuid: other, expiry_timestamp_ms: hourOn });
      assert.deepEqual(updated, { status: 200, body: { status: 'ok' } });
      const listed = (await node.call('GET', '/list-users')).body as { uuids: string[] };
      assert.deepEqual(listed.uuids.sort(), [uuid, other.toLowerCase()].sort());
      for (const _time of [1, 2]) {
        const removed = await node.call('POST', `/remove-user/${other}`);
        assert.deepEqual(removed, { status: 200, body: { status: 'ok' } });
      }
      assert.deepEqual((await node.call('GET', '/list-users')).body, { uuids: [uuid] });
      assert.deepEqual(await node.call('GET', '/self-test'), { status: 200, body: { status: 'ok' } });
      assert.deepEqual((await node.call('GET', '/list-users')).body, { uuids: [uuid] });
    });

    it('tell what the legacy routes have put there: owners, ends, page by page, and nothing that is over', async () => {
      const read = async (query = '') => {
        const { status, body } = await node.call('GET', `${agentRoutes.legacy}${query}`);
        assert.equal(status, 200);
        return agentLegacySchema.parse(body);
      };
      const nobodys = 'cccccccc-0b2d-4c3e-9a7b-112233445566';
      await node.call('POST', '/update-user', { uuid: nobodys, expiry_timestamp_ms: hourOn });
      const over = { uuid: 'dddddddd-0b2d-4c3e-9a7b-112233445566', telegram_id: 43, expiry_timestamp_ms: 1 };
      assert.equal((await node.call('POST', '/add-user', over)).status, 200);
      const first = { email: `legacy.${uuid}`, vlessId: uuid, expiresAtMs: hourOn + 1, telegramId: 42 };
      const second = {
        email: `legacy.${nobodys}`,
        vlessId: nobodys,
        expiresAtMs: hourOn,
        telegramId: null,
      };
      assert.deepEqual(await read(), { credentials: [first, second], next: null });
      assert.deepEqual(await read(`?after=${first.email}`), { credentials: [second], next: null });
      assert.deepEqual(await read(`?after=${second.email}`), { credentials: [], next: null });
      for (const query of ['?after=', '?after=A%3E%3E%3Eb', '?after=a&after=b', '?before=a']) {
        assert.equal((await node.call('GET', `${agentRoutes.legacy}${query}`)).status, 422, query);
      }
      assert.equal((await node.state()).mode, 'legacy');
      await node.call('POST', `/remove-user/${nobodys}`);
    });

    it('two keys of one customer, an expiry of its own, and a restart of the agent', async () => {
      const brief = 'bbbbbbbb-0b2d-4c3e-9a7b-112233445566';
      const endsAtMs = Date.now() + 1_500;
      await node.call('POST', '/add-user', { uuid: brief, telegram_id: 42, expiry_timestamp_ms: endsAtMs });
      assert.equal(await reachesOverVless(vlessPort, brief, web.port), true);
      await node.kill();
      await node.start();
      await eventually(
        'the brief key ends',
        async () => !(await reachesOverVless(vlessPort, brief, web.port)),
      );
      assert.ok(Date.now() >= endsAtMs);
      assert.equal(await reachesOverVless(vlessPort, uuid, web.port), true);
    });

    const v1 = { lease: { owner: 'test', fence: '1', ttlMs: 1_000 }, upsert: [], removeEmails: [] };
    const good = credentialOf('good');
    const hostile: [what: string, path: string, body: unknown, status: number][] = [
      ['not JSON', '/add-user', '{"uuid":', 400],
      ['no body', '/add-user', undefined, 422],
      ['an empty UUID', '/add-user', { uuid: '', telegram_id: 1, expiry_timestamp_ms: hourOn }, 400],
      [
        'a short id that Xray would take',
        '/add-user',
        { uuid: 'abc', telegram_id: 1, expiry_timestamp_ms: hourOn },
        400,
      ],
      ['no telegram_id', '/add-user', { uuid, expiry_timestamp_ms: hourOn }, 422],
      ['an endless expiry', '/update-user', { uuid, expiry_timestamp_ms: 1e18 }, 422],
      ['a bad UUID in the path', '/remove-user/..%2f..%2fetc', undefined, 400],
      ['a path that cannot be decoded', '/remove-user/%zz', undefined, 400],
      ['an array', agentRoutes.change, [], 422],
      ['an e-mail in capitals', agentRoutes.change, { ...v1, upsert: [{ ...good, email: 'Good' }] }, 422],
      ['an e-mail with >>>', agentRoutes.change, { ...v1, upsert: [{ ...good, email: 'a>>>b' }] }, 422],
      ['an empty e-mail', agentRoutes.change, { ...v1, removeEmails: [''] }, 422],
      [
        'a UUID without dashes',
        agentRoutes.change,
        { ...v1, upsert: [{ ...good, vlessId: 'a'.repeat(32) }] },
        422,
      ],
      [
        'an account of its own',
        agentRoutes.change,
        { ...v1, upsert: [{ ...good, type: 'xray.proxy.vmess.Account' }] },
        422,
      ],
      ['a bucket that there is none of', agentRoutes.entries, { buckets: [1_024] }, 422],
      ['all buckets at once', agentRoutes.entries, { buckets: Array.from({ length: 257 }, () => 1) }, 422],
      ['a negative fence', agentRoutes.lease, { lease: { ...v1.lease, fence: '-1' } }, 422],
      [
        'a part beyond the bound',
        agentRoutes.desiredState,
        { lease: v1.lease, uploadId: 'u', part: 201, parts: 201, credentials: [] },
        422,
      ],
    ];
    for (const [what, path, body, status] of hostile) {
      it(`refuse ${what} with ${status}, core unharmed`, async () => {
        const before = await node.state();
        const answer = await node.call('POST', path, body);
        assert.equal(answer.status, status, JSON.stringify(answer.body));
        assert.equal(typeof Reflect.get(Object(answer.body), 'detail'), 'string');
        assert.deepEqual({ ...(await node.state()), asOfMs: 0 }, { ...before, asOfMs: 0 });
      });
    }

    it('refuse a body too large by its announced length, before reading it', async () => {
      const { hostname, port } = new URL(node.url);
      const socket = connect(Number(port), hostname);
      const head = `POST /add-user HTTP/1.1\r\nHost: node\r\nX-API-Key: ${apiKey}\r\nContent-Length: 5242880\r\n\r\n`;
      socket.write(head);
      const [answer] = await once(socket, 'data');
      socket.destroy();
      assert.match(String(answer), /^HTTP\/1\.1 413 /);
      assert.match(String(answer), /\{"detail":/);
    });

    it('refuse what would share a UUID, though its bytes 6 and 7 differ', async () => {
      const twin = {
        ...good,
        email: 'twin',
        vlessId: `${good.vlessId.slice(0, 14)}4abc${good.vlessId.slice(18)}`,
      };
      assert.equal(
        (await node.call('POST', agentRoutes.change, { ...v1, upsert: [good, twin] })).status,
        422,
      );
      assert.equal((await node.change([good])).status, 200);
      assert.equal((await node.change([twin])).status, 422);
      assert.equal((await node.change([twin], ['good'])).status, 200);
    });

    it('tell what runs: in short, by buckets, and each entry of a bucket', async () => {
      const state = await node.state();
      const check = agentCheckSchema.parse(
        (await node.call('POST', agentRoutes.check, { lease: v1.lease })).body,
      );
      assert.equal(check.digest, state.digest);
      assert.equal(check.nodeHash, state.nodeHash);
      const buckets = agentBucketsSchema.parse((await node.call('GET', agentRoutes.buckets)).body);
      assert.equal(buckets.credentialCount, state.credentialCount);
      const twin = credentialOf('told');
      await node.change([twin]);
      const bucket = bucketOf(twin.email);
      const answer = await node.call('POST', agentRoutes.entries, { buckets: [bucket] });
      const { entries } = agentEntriesSchema.parse(answer.body);
      const held = [{ tag: 'plain', vlessId: twin.vlessId, flow: '' }];
      const sum = entrySum(twin.email, twin.expiresAtMs, held);
      assert.deepEqual(
        entries.find(([email]) => email === twin.email),
        [twin.email, sum],
      );
      assert.ok(entries.every(([email]) => bucketOf(email) === bucket));
    });

    it('end the legacy mode with the first lease, reads stay', async () => {
      assert.equal((await node.state()).mode, 'managed');
      const body = { uuid, telegram_id: 42, expiry_timestamp_ms: hourOn };
      const managed = { status: 409, body: { detail: 'node is managed' } };
      assert.deepEqual(await node.call('POST', '/add-user', body), managed);
      assert.deepEqual(await node.call('POST', '/update-user', body), managed);
      assert.deepEqual(await node.call('POST', `/remove-user/${uuid}`), managed);
      assert.equal((await node.call('GET', '/list-users')).status, 200);
      const legacy = await node.call('GET', agentRoutes.legacy);
      assert.deepEqual(legacy, {
        status: 409,
        body: { detail: 'node is managed', code: 'node-managed' },
      });
    });

    it('let the fence only grow, across a restart', async () => {
      const take = async (owner: string, fence: string) =>
        (await node.call('POST', agentRoutes.lease, { lease: { owner, fence, ttlMs: 1_000 } })).status;
      assert.equal(await take('test', '1'), 200);
      assert.equal(await take('test', '12'), 200);
      assert.equal(await take('test', '11'), 409);
      await node.kill();
      await node.start();
      assert.equal(await take('test', '11'), 409);
      assert.equal(await take('test', '12'), 200);
      assert.equal((await node.change([])).status, 409);
    });

    it('obey one owner: another waits until the lease has run out, across a restart', async () => {
      const take = async (owner: string, fence: string, ttlMs: number) =>
        (await node.call('POST', agentRoutes.lease, { lease: { owner, fence, ttlMs } })).status;
      assert.equal(await take('test', '13', 30_000), 200);
      assert.equal(await take('other', '99', 30_000), 409);
      await node.kill();
      await node.start();
      assert.equal(await take('other', '99', 30_000), 409);
      assert.equal(await take('test', '13', 1), 200);
      await eventually('the lease runs out', async () => (await take('other', '1', 30_000)) === 200);
      assert.equal(await take('test', '14', 30_000), 409);
    });
  });
}
