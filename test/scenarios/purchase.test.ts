import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  eventually,
  needsCore,
  needsReality,
  reachesOverSocks,
  reachesOverVless,
  startClientCore,
  startWebTarget,
} from '../support/core.ts';
import { Customer } from '../support/customer.ts';
import { World } from '../support/world.ts';

describe('a purchase from tap to traffic, on a real core', needsCore(), () => {
  let world: World;
  let target: Awaited<ReturnType<typeof startWebTarget>>;

  before(async () => {
    target = await startWebTarget();
    world = await World.open({ node: 'real' });
    await world.startServer();
    await world.addNode();
  });
  after(async () => {
    target.close();
    await world[Symbol.asyncDispose]();
  });

  it('lets traffic through after Crypto Pay was paid, and no longer once access is revoked', async () => {
    const anna = await Customer.create(world.client);
    await anna.start();
    await anna.press(/Купить/);
    await anna.press(/Basic/);
    await anna.press(/1 месяц — 149/);
    await anna.press(/Криптовалютой/);
    const invoice = await anna.findInvoice();
    assert.equal(invoice.amount, '149.00');
    assert.equal(invoice.fiat, 'RUB');
    await anna.payInvoice();
    await anna.read(/Оплата 149 ₽ получена/);
    const vlessId = await anna.readKey();
    const corePid = (await world.node?.state())?.core.pid;
    assert.equal(await reachesOverVless(world.vlessPort, vlessId, target.port), true);

    const revoked = await world.cli(['revoke', String(anna.telegramId)]);
    assert.equal(revoked.code, 0, revoked.stderr);
    await eventually(
      'traffic stops',
      async () => !(await reachesOverVless(world.vlessPort, vlessId, target.port)),
    );
    assert.equal((await world.node?.state())?.core.pid, corePid, 'the core was restarted');
    const proof = await world.cli(['ledger', 'verify']);
    assert.equal(proof.code, 0, proof.stderr);
  });
});

describe('a purchase over REALITY with Vision', needsReality(), () => {
  it('is honoured by a core configured as in production, while the customer is entitled', async () => {
    const target = await startWebTarget();
    await using world = await World.open({ node: 'reality' });
    await world.startServer();
    await world.addNode();
    const oleg = await Customer.create(world.client, 'Oleg');
    await oleg.start();
    await oleg.say('/buy');
    await oleg.press(/Plus/);
    await oleg.press(/3 месяца — 699/);
    await oleg.press(/Криптовалютой/);
    await oleg.payInvoice();
    const link = await oleg.readLink();
    const { searchParams: fields } = link;
    assert.equal(fields.get('flow'), 'xtls-rprx-vision');
    const client = await startClientCore({
      port: Number(link.port),
      uuid: link.username,
      sni: fields.get('sni') ?? '',
      publicKey: fields.get('pbk') ?? '',
      shortId: fields.get('sid') ?? '',
    });
    const corePid = (await world.node?.state())?.core.pid;
    assert.equal(await reachesOverSocks(client.socksPort, target.port), true);
    assert.equal((await world.cli(['revoke', String(oleg.telegramId)])).code, 0);
    await eventually('traffic stops', async () => !(await reachesOverSocks(client.socksPort, target.port)));
    assert.equal((await world.node?.state())?.core.pid, corePid, 'the core was restarted');
    await client.stop();
    target.close();
  });
});
