/** What nodes tell is counted once, limits act on it, and months begin anew; on PostgreSQL. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { BYTES_PER_GB } from '../../../src/domain/traffic.ts';
import { createLogger } from '../../../src/lib/logger.ts';
import type { NodeTraffic, NodeTrafficEntry } from '../../../src/ports/node-api.ts';
import { type Access, findAccessOf } from '../../../src/store/entitlements.ts';
import { desiredSourceOf } from '../../../src/usecases/access/desired-source.ts';
import { spreadPlacements } from '../../../src/usecases/access/spread-placements.ts';
import { ingestPage } from '../../../src/usecases/traffic/ingest-page.ts';
import { resetTraffic } from '../../../src/usecases/traffic/reset-traffic.ts';
import { viewTraffic, viewTrafficGaps } from '../../../src/usecases/traffic/view-traffic.ts';
import { openTestShop, type TestShop } from '../../support/shop.ts';
import { openTill, type Till } from '../../support/till.ts';

const DAY_MS = 86_400_000;

describe("customers' traffic", () => {
  let shop: TestShop;
  let till: Till;
  before(async () => {
    shop = await openTestShop();
    till = openTill(shop);
  });
  after(() => shop[Symbol.asyncDispose]());

  async function addNode(): Promise<string> {
    const nodeId = shop.ids.rowId();
    await shop.ask(
      `insert into nodes (node_id, name, url, key_ciphertext, status, location, weight, capacity, inbounds, created_at)
       values ($1, $2, $2, '\\x00', 'active', $2, 1, 1000, '[]', $3)`,
      [nodeId, `n-${nodeId}`, shop.clock.now()],
    );
    return nodeId;
  }

  async function addCustomer(): Promise<Access & { telegramId: string }> {
    const customerId = await till.addCustomer();
    await till.buyMonth(customerId);
    const [row] = await shop.ask<{ id: string }>(
      'select telegram_id as id from customers where customer_id = $1',
      [customerId],
    );
    const access = (await findAccessOf(shop.db, customerId)) ?? assert.fail('no access');
    return { ...access, telegramId: String(row?.id) };
  }

  const entry = (email: string, bytes: number | bigint, counter = 1n): NodeTrafficEntry => ({
    email,
    counter,
    uplinkBytes: 0n,
    downlinkBytes: BigInt(bytes),
  });
  let pages = 0;
  const pageOf = (entries: NodeTrafficEntry[], changes: Partial<NodeTraffic> = {}): NodeTraffic => {
    pages += 1;
    return { epoch: EPOCH, cursor: `c${pages}`, entries, hasMore: false, onlineEmails: null, ...changes };
  };
  const EPOCH = randomUUID();
  const used = async (access: Access) => (await viewTraffic(shop, access.entitlementId)).usedBytes;

  it('is counted once when twenty processes take in one page, and when a page comes twice or late', async () => {
    const [nodeId, anna] = [await addNode(), await addCustomer()];
    const first = { nodeId, since: null, page: pageOf([entry(anna.email, 700)]) };
    const ingested = await Promise.all(Array.from({ length: 20 }, () => ingestPage(shop, first)));
    assert.equal(ingested.filter(({ isCounted }) => isCounted).length, 1);
    assert.equal(await used(anna), 700n);
    const second = { nodeId, since: first.page.cursor, page: pageOf([entry(anna.email, 1_000)]) };
    await ingestPage(shop, second);
    await ingestPage(shop, first);
    await ingestPage(shop, second);
    assert.equal(await used(anna), 1_000n);
  });

  it('adds up over nodes, cores and agents that began anew', async () => {
    const [one, other, ben] = [await addNode(), await addNode(), await addCustomer()];
    await ingestPage(shop, { nodeId: one, since: null, page: pageOf([entry(ben.email, 100)]) });
    await ingestPage(shop, { nodeId: other, since: null, page: pageOf([entry(ben.email, 10)]) });
    const begun = pageOf([entry(ben.email, 5, 2n)], { cursor: 'begun' });
    await ingestPage(shop, { nodeId: other, since: `c${pages - 1}`, page: begun });
    assert.equal(await used(ben), 115n);
  });

  it('that may be missing is told: a new epoch, a count that went back, an e-mail of nobody', async () => {
    const [nodeId, carl] = [await addNode(), await addCustomer()];
    await ingestPage(shop, { nodeId, since: null, page: pageOf([entry(carl.email, 100)], { cursor: 'a' }) });
    await ingestPage(shop, { nodeId, since: 'a', page: pageOf([entry(carl.email, 40)], { cursor: 'b' }) });
    const strange = pageOf([entry('nobody', 33)], { cursor: 'c' });
    await ingestPage(shop, { nodeId, since: 'b', page: strange });
    const lost = pageOf([entry(carl.email, 7)], { cursor: 'd', epoch: randomUUID() });
    await ingestPage(shop, { nodeId, since: 'c', page: lost });
    const gaps = (await viewTrafficGaps(shop)).filter(({ node }) => node === `n-${nodeId}`);
    assert.deepEqual(gaps.map(({ kind }) => kind).sort(), [
      'counter-went-back',
      'new-epoch',
      'unknown-email',
    ]);
    assert.equal(gaps.find(({ kind }) => kind === 'unknown-email')?.uncountedBytes, 33n);
    assert.equal(await used(carl), 107n);
    const told = await till.atlas('traffic', 'gaps');
    assert.match(told.out, /unknown-email +33 bytes uncounted +nobody/);
  });

  it('past a limit suspends on every node, is told once, and the month serves again', async () => {
    const [nodeId, dora] = [await addNode(), await addCustomer()];
    await spreadPlacements({ shop, logger: createLogger({ name: 'test', level: 'silent' }) });
    const holds = async () => {
      const { pages: read } = await desiredSourceOf(shop, { nodeId, status: 'active' }).read(null);
      for await (const page of read) {
        const found = page.find(({ entitlementId }) => entitlementId === dora.entitlementId);
        if (found) return found.credentials.length > 0;
      }
      return assert.fail('the entitlement is not placed');
    };
    const limited = await till.atlas('traffic', 'limit', dora.telegramId, '--gb', '1', '--reset', 'monthly');
    assert.equal(limited.code, 0, limited.err);
    const count = async (bytes: bigint, since: string | null, cursor: string) =>
      ingestPage(shop, { nodeId, since, page: pageOf([entry(dora.email, bytes)], { cursor }) });
    await count(BYTES_PER_GB - 1n, null, 'x1');
    assert.equal(await holds(), true);
    await count(BYTES_PER_GB, 'x1', 'x2');
    await count(BYTES_PER_GB + 5n, 'x2', 'x3');
    assert.equal(await holds(), false);
    const jobs = await shop.ask<{ name: string; key: string }>(
      `select t.identifier as name, payload ->> 'noticeKey' as key
       from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where payload ->> 'id' = $1 or payload ->> 'entitlementId' = $1 and t.identifier = 'push-access'`,
      [dora.entitlementId],
    );
    assert.equal(jobs.filter(({ name }) => name === 'send-notice').length, 1);
    assert.ok(jobs.filter(({ name }) => name === 'push-access').length >= 1);
    const shown = await till.atlas('traffic', 'show', dora.telegramId);
    assert.match(shown.out, /used +1\.00 GB[\s\S]*used up, nodes refuse/);

    const raised = await till.atlas('traffic', 'limit', dora.telegramId, '--gb', '2');
    assert.equal(raised.code, 0, raised.err);
    assert.equal(await holds(), true);
    await till.atlas('traffic', 'limit', dora.telegramId, '--gb', '1');
    assert.equal(await holds(), false);
    shop.advance(31 * DAY_MS);
    assert.ok((await resetTraffic(shop)) >= 1);
    assert.equal(await used(dora), 0n);
    assert.equal(await holds(), true);
    assert.equal(await resetTraffic(shop), 0);

    // Counted at the very end of a month, before the new one has begun: nobody is cut off for that minute.
    await count(BYTES_PER_GB + 10n, 'x3', 'x4');
    shop.advance(31 * DAY_MS);
    await count(3n * BYTES_PER_GB, 'x4', 'x5');
    assert.equal(await holds(), true);
  });

  it('says who is online, and that nobody knows when nodes have been silent', async () => {
    const [nodeId, eva] = [await addNode(), await addCustomer()];
    await ingestPage(shop, {
      nodeId,
      since: null,
      page: pageOf([], { onlineEmails: [eva.email], cursor: 'o' }),
    });
    assert.equal((await viewTraffic(shop, eva.entitlementId)).isOnline, true);
    shop.advance(60_000);
    await ingestPage(shop, { nodeId, since: 'o', page: pageOf([], { onlineEmails: [], cursor: 'p' }) });
    shop.advance(60_000);
    assert.equal((await viewTraffic(shop, eva.entitlementId)).isOnline, false);
    shop.advance(600_000);
    assert.equal((await viewTraffic(shop, eva.entitlementId)).isOnline, null);
  });

  it('has commands that name what is wrong', async () => {
    const cases: [argv: string[], code: number, words: RegExp][] = [
      [['limit', 'x', '--gb', '1'], 2, /telegramId must be/],
      [['limit', '5', '--gb', '0'], 2, /--gb must be a whole number/],
      [['limit', '5', '--gb', '1', '--reset', 'weekly'], 2, /--reset must be monthly or never/],
      [['limit', '99999', '--gb', '1'], 1, /there is no customer 99999/],
      [['show', '99999'], 1, /there is no customer 99999/],
    ];
    for (const [argv, code, words] of cases) {
      const answer = await till.atlas('traffic', ...argv);
      assert.equal(answer.code, code);
      assert.match(answer.err, words);
    }
  });
});
