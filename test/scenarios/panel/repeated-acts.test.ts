/** The same tap worked twice, as after a crash: what it did is done once, whatever happened in between. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { createBroadcast } from '../../../src/usecases/broadcasts/create-broadcast.ts';
import { promisePreview } from '../../../src/usecases/broadcasts/preview-broadcast.ts';
import {
  endPersonalDiscount,
  givePersonalDiscount,
  switchVip,
} from '../../../src/usecases/discounts/change-shown-discount.ts';
import { requestExport } from '../../../src/usecases/exports/request-export.ts';
import { isFeatureOn } from '../../../src/usecases/features/is-feature-on.ts';
import { setFeature } from '../../../src/usecases/features/manage-features.ts';
import { tellIncident, turnIncident, viewIncident } from '../../../src/usecases/incident/manage-incident.ts';
import {
  retryActivation,
  retryEveryActivation,
  viewWaiting,
} from '../../../src/usecases/life-cycle/steer-activations.ts';
import { checkFleet, checkNode, tellFleetCheck } from '../../../src/usecases/nodes/check-fleet.ts';
import { treatNode } from '../../../src/usecases/nodes/manage-nodes.ts';
import { askReconciliation, viewReconciliations } from '../../../src/usecases/payments/ask-reconciliation.ts';
import { giveRole, takeRole } from '../../../src/usecases/team/manage-team.ts';
import { openVirtualShop, type VirtualShop } from '../../support/virtual-shop.ts';

const actor = '1';
const key = 'update:1';

describe('an act of an operator', () => {
  let life: VirtualShop;
  beforeEach(async () => {
    life = await openVirtualShop();
    await life.settle();
  });
  afterEach(() => life[Symbol.asyncDispose]());

  const actions = async () =>
    (
      await life.shop.ask<{ action: string }>(
        `select action from audit_entries where actor = '1' order by recorded_at, entry_id`,
      )
    ).map(({ action }) => action);
  const attempts = async () =>
    (await life.shop.ask<{ tries: number }>('select activation_attempts as tries from entitlements')).map(
      ({ tries }) => tries,
    );

  it('tries what waits again, once', async () => {
    const { shop, till } = life;
    life.node.isAway = true;
    for (let n = 0; n < 10; n += 1) await till.buyMonth(await till.addCustomer());
    await life.settle();
    const { items, count, pages } = await viewWaiting(shop, 9_999);
    assert.deepEqual([items.length, count, pages], [2, 10, 2], 'a page beyond the end is the last');
    const entitlementId = items[0]?.entitlementId ?? '';
    const wish = { actor, key, entitlementId };
    assert.deepEqual(await Promise.all([retryActivation(shop, wish), retryActivation(shop, wish)]), [
      { ok: true },
      { ok: true },
    ]);
    assert.equal((await attempts()).filter((tries) => tries === 1).length, 1);
    life.node.isAway = false;
    for (let n = 0; n < 2; n += 1)
      assert.deepEqual(await retryEveryActivation(shop, { actor, key: 'update:2' }), { ok: true });
    await life.settle();
    assert.equal((await viewWaiting(shop, 0)).count, 0);
    assert.deepEqual(await retryActivation(shop, { ...wish, key: 'update:3' }), {
      ok: false,
      refusal: 'not-waiting',
    });
    assert.deepEqual(await actions(), ['activation-retried', 'activations-retried']);
  });

  it('treats a node once, though somebody has treated it otherwise meanwhile', async () => {
    const { shop } = life;
    const drain = { actor, name: 'vpn1', treatment: 'draining', actKey: key, mayStrand: true } as const;
    assert.deepEqual(await treatNode(shop, drain), { ok: true });
    await treatNode(shop, {
      actor: '2',
      name: 'vpn1',
      treatment: 'active',
      actKey: 'update:2',
      mayStrand: true,
    });
    assert.deepEqual(await treatNode(shop, drain), { ok: true });
    assert.deepEqual(await shop.ask('select status from nodes'), [{ status: 'active' }]);
    assert.deepEqual(await actions(), ['node-draining']);
  });

  it('has nodes checked, and tells who is silent', async () => {
    const { shop } = life;
    const [node] = await shop.ask<{ id: string }>('select node_id as id from nodes');
    for (let n = 0; n < 2; n += 1) await checkNode(shop, { actor, key, nodeId: node?.id ?? '' });
    const all = { actor, key: 'update:2', telegramId: 1n };
    for (let n = 0; n < 2; n += 1) assert.deepEqual(await checkFleet(shop, all), { ok: true, nodes: 1 });
    await life.settle();
    assert.deepEqual(await actions(), ['node-check-asked', 'fleet-check-asked']);
    const told = () => life.toldOperators.filter(({ kind }) => kind === 'fleet-checked');
    const notifier = {
      waitTurn: async () => undefined,
      notify: () => assert.fail('customers are not told'),
      sendDocument: () => assert.fail('nobody asked for a document'),
      tellOperator: async (_id: bigint, message: (typeof life.toldOperators)[number]) => {
        life.toldOperators.push(message);
        return 'sent' as const;
      },
    };
    const sinceMs = shop.clock.now().getTime() + 1;
    const tell = (telegramId = '1') =>
      tellFleetCheck({ shop, notifier, operators: [1n] }, { telegramId, sinceMs });
    const before = told().length;
    await assert.rejects(tell(), { code: 'nodes-not-checked', isRetryable: true });
    shop.advance(60_001);
    await tell();
    await tell('2');
    assert.deepEqual(told().slice(before), [
      { kind: 'fleet-checked', nodes: 1, inStep: 0, customers: 0, others: ['vpn1'] },
    ]);
  });

  it('changes a discount once, though somebody has changed it otherwise meanwhile', async () => {
    const { shop } = life;
    const telegramId = 7n;
    await shop.addCustomer(Number(telegramId));
    const of = (tap: string) => ({ actor, telegramId, actKey: tap });
    const standing = async () =>
      (await shop.ask<{ kind: string; percent: number }>('select kind, percent from customer_discounts')).map(
        ({ kind, percent }) => `${kind} ${percent}`,
      );
    await switchVip(shop, { ...of(key), isOn: true });
    await switchVip(shop, { ...of('update:2'), isOn: false });
    assert.deepEqual(await switchVip(shop, { ...of(key), isOn: true }), { ok: true });
    assert.deepEqual(await standing(), []);
    await givePersonalDiscount(shop, { ...of('update:3'), percent: 15, days: 0 });
    await endPersonalDiscount(shop, { ...of('update:4'), percent: 15 });
    await givePersonalDiscount(shop, { ...of('update:5'), percent: 15, days: 0 });
    assert.deepEqual(await endPersonalDiscount(shop, { ...of('update:4'), percent: 15 }), { ok: true });
    assert.deepEqual(await standing(), ['personal 15']);
    assert.equal((await actions()).length, 5);
  });

  it('switches the shop and what it says once, though somebody has switched it otherwise meanwhile', async () => {
    const { shop } = life;
    const feature = 'payments';
    const of = (actKey: string) => ({ actor, actKey });
    await setFeature(shop, { ...of('update:1'), feature, isOn: false });
    await setFeature(shop, { ...of('update:2'), feature, isOn: true });
    await setFeature(shop, { ...of('update:1'), feature, isOn: false });
    assert.equal(await isFeatureOn(shop, feature), true);
    await turnIncident(shop, { ...of('update:3'), isOn: true });
    await turnIncident(shop, { ...of('update:4'), isOn: false });
    await turnIncident(shop, { ...of('update:3'), isOn: true });
    assert.equal((await viewIncident(shop)).isOn, false);
    await tellIncident(shop, { ...of('update:5'), text: 'slow' });
    await turnIncident(shop, { ...of('update:6'), isOn: false });
    assert.deepEqual(await tellIncident(shop, { ...of('update:5'), text: 'slow' }), { ok: true });
    assert.equal((await viewIncident(shop)).isOn, false);
    assert.deepEqual(await actions(), [
      ...['feature-set', 'feature-set', 'incident-switched', 'incident-switched'],
      ...['incident-text-set', 'incident-switched'],
    ]);
  });

  it('asks for a file and for a preview once', async () => {
    const { shop } = life;
    const draft = {
      title: 'News',
      kind: 'info',
      segment: 'all',
      textA: 'Hello',
      textB: null,
      buttons: [],
    } as const;
    const broadcastId = shop.ids.rowId();
    await createBroadcast(shop, { actor: '2', broadcastId, draft: { ...draft, buttons: [] } });
    await life.settle();
    for (let n = 0; n < 2; n += 1) {
      await requestExport(shop, { actor, actKey: key, telegramId: 1n, what: 'customers' });
      await promisePreview(shop, { actor, actKey: 'update:2', broadcastId });
      await life.settle();
    }
    const asked = (await actions()).filter((action) => !/begun|exported/.test(action));
    assert.deepEqual(asked, ['customers-export-requested', 'broadcast-preview-asked']);
  });

  it('has books compared', async () => {
    const { shop, till } = life;
    assert.deepEqual(await viewReconciliations(shop, ['bank']), [{ provider: 'bank', last: null }]);
    till.take(await till.openInvoice(await till.addCustomer()), '149.00');
    for (let n = 0; n < 2; n += 1) await askReconciliation(shop, { actor, key });
    await life.settle();
    const [books] = await viewReconciliations(shop, till.providers.keys());
    assert.deepEqual([books?.last?.settled, books?.last?.findings], [1, 0]);
    assert.deepEqual(await actions(), ['reconciliation-asked']);
    assert.equal((await shop.ask('select from reconciliations')).length, 1);
  });

  it('gives a role once, and does not give it back after it was taken', async () => {
    const { shop } = life;
    const telegramId = 5n;
    const wish = { actor, appointed: [1n], actKey: key, telegramId, role: 'accountant' } as const;
    assert.deepEqual(await giveRole(shop, wish), { ok: true });
    assert.deepEqual(await takeRole(shop, { ...wish, actKey: 'update:2' }), { ok: true });
    assert.deepEqual(await giveRole(shop, wish), { ok: true });
    assert.deepEqual(await shop.ask('select from operators'), []);
    assert.deepEqual(await actions(), ['role-given', 'role-taken']);
  });
});
