/**
 * Four hundred days of three hundred customers in virtual time: trials, purchases, renewals, short wallets, gifts,
 * blocked bots. Every message and renewal is compared with a model of the written rules. Time jumps from one due
 * moment to the next, as a timetable would meet them.
 */
import assert from 'node:assert/strict';
import { closeOverdue } from '../../../src/usecases/access/close-overdue.ts';
import { grantAccess } from '../../../src/usecases/access/grant-access.ts';
import { verifyLedger } from '../../../src/usecases/ledger/verify-ledger.ts';
import { planMessages } from '../../../src/usecases/life-cycle/plan-messages.ts';
import { promiseRenewals } from '../../../src/usecases/life-cycle/renew-due.ts';
import { startTrial } from '../../../src/usecases/life-cycle/start-trial.ts';
import { switchRenewal } from '../../../src/usecases/life-cycle/switch-renewal.ts';
import { openVirtualShop, type VirtualShop } from '../../support/virtual-shop.ts';
import { type Proof, seededRandom } from '../proof.ts';
import { LifeModel } from './life-model.ts';

const CUSTOMERS = 300;
const DAYS = 400;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WINDOW = 6 * HOUR;
/** Passes happen at whole multiples of this, as the timetable's do. */
const PASS = 600_000;
const FIRST_TELEGRAM_ID = 5_000;

type Act =
  | { kind: 'trial' | 'buy' | 'renew-on' | 'renew-off' | 'block' | 'unblock' }
  | { kind: 'top-up'; roubles: number }
  | { kind: 'gift'; hours: number };
type Scripted = { at: number; customer: number; act: Act };

export const proveTimeMachine: Proof = async ({ seed }) => {
  await using life = await openVirtualShop();
  const random = seededRandom(seed);
  const startMs = Math.ceil(life.shop.clock.now().getTime() / HOUR) * HOUR;
  const script = writeScript(random, startMs);
  const ids: string[] = [];
  for (let index = 0; index < CUSTOMERS; index += 1) ids.push(await life.till.addCustomer());
  const model = new LifeModel(CUSTOMERS, WINDOW);
  const moments = await live(life, { script, ids, model, endMs: startMs + DAYS * DAY });
  return await compare(life, model, moments);
};

/** What customers do, by the hour; each has a character of their own. */
function writeScript(random: () => number, startMs: number): Scripted[] {
  const script: Scripted[] = [];
  for (let customer = 0; customer < CUSTOMERS; customer += 1) {
    const at = (day: number) => startMs + Math.floor(day * 24 + random() * 24) * HOUR;
    let day = random() * 30;
    if (random() < 0.5) script.push({ at: at(day), customer, act: { kind: 'trial' } });
    day += random() * 5;
    while (day < DAYS) {
      script.push(...monthOf(random, { customer, at, day }));
      day += 20 + random() * 40;
    }
  }
  return script.sort((a, b) => a.at - b.at);
}

function monthOf(
  random: () => number,
  { customer, at, day }: { customer: number; at: (day: number) => number; day: number },
): Scripted[] {
  const kind = random();
  const act = (act: Act, later = 0): Scripted => ({ at: at(day + later), customer, act });
  if (kind < 0.4) return [act({ kind: 'buy' })];
  if (kind < 0.6)
    return [act({ kind: 'top-up', roubles: 200 + Math.floor(random() * 800) }), act({ kind: 'renew-on' }, 1)];
  if (kind < 0.7) return [act({ kind: 'renew-on' })];
  if (kind < 0.8)
    return [act({ kind: 'gift', hours: [3, 12, 24, 60, 72, 168, 400][Math.floor(random() * 7)] ?? 24 })];
  if (kind < 0.87) return [act({ kind: 'renew-off' })];
  if (kind < 0.93) return [act({ kind: 'block' }), act({ kind: 'unblock' }, 10)];
  return [act({ kind: 'top-up', roubles: 150 })];
}

type Run = { script: Scripted[]; ids: string[]; model: LifeModel; endMs: number };

/** Jumps from moment to moment; how many there were. */
async function live(life: VirtualShop, { script, ids, model, endMs }: Run): Promise<number> {
  let moments = 0;
  let next = 0;
  for (;;) {
    const acted = script[next]?.at ?? Number.POSITIVE_INFINITY;
    const atMs = Math.min(acted, await nextDue(life));
    if (atMs > endMs) return moments;
    moments += 1;
    life.shop.advance(atMs - life.shop.clock.now().getTime());
    for (; script[next]?.at === atMs; next += 1) {
      const { customer, act } = script[next] ?? assert.fail();
      await actOf(life, { customerId: ids[customer] ?? '', customer, act, model, atMs });
    }
    await life.settle();
    await promiseRenewals(life.shop, WINDOW);
    await life.settle();
    await planMessages(life.shop);
    await life.settle();
    await closeOverdue(life.shop);
    await life.settle();
    model.pass(atMs);
  }
}

/** The next multiple of a pass at which something is due. */
async function nextDue({ shop }: VirtualShop): Promise<number> {
  const now = shop.clock.now();
  const [row] = await shop.ask<{ at: Date | null }>(
    `select least(
       (select min(next_message_at) from entitlements),
       (select min(ends_at) from entitlements where status <> 'ended'),
       (select min(greatest(ends_at - interval '6 hours', $1)) from entitlements
        where renews_itself and status <> 'ended' and ends_at > $1)) as at`,
    [new Date(now.getTime() + 1)],
  );
  if (!row?.at) return Number.POSITIVE_INFINITY;
  return Math.max(Math.ceil(row.at.getTime() / PASS) * PASS, now.getTime() + PASS);
}

async function actOf(
  life: VirtualShop,
  step: { customerId: string; customer: number; act: Act; model: LifeModel; atMs: number },
): Promise<void> {
  const { shop, till } = life;
  const { customerId, customer, act, model, atMs } = step;
  const telegramId = FIRST_TELEGRAM_ID + customer;
  model.act(customer, act, atMs);
  switch (act.kind) {
    case 'trial':
      return void (await startTrial(shop, await shop.tap(telegramId), customerId));
    case 'buy':
      return void (await till.buyMonth(customerId));
    case 'top-up':
      return void (await till.topUp(customerId, act.roubles));
    case 'gift': {
      const gift = { actor: 'proof', telegramId: BigInt(telegramId), plan: 'basic' };
      return void (await grantAccess(shop, { ...gift, durationMs: act.hours * HOUR }));
    }
    case 'renew-on':
    case 'renew-off':
      return void (await switchRenewal(shop, customerId, act.kind === 'renew-on'));
    case 'block':
      return void life.blocked.add(BigInt(telegramId));
    case 'unblock':
      life.blocked.delete(BigInt(telegramId));
      await shop.ask('update customers set is_reachable = true where customer_id = $1', [customerId]);
  }
}

async function compare(life: VirtualShop, model: LifeModel, moments: number) {
  const told = life.told.flatMap(({ at, telegramId, notice }) => {
    const name = notice.kind === 'life' ? notice.message : notice.kind;
    const customer = Number(telegramId) - FIRST_TELEGRAM_ID;
    return model.speaksOf(name) ? [`${at.toISOString()} ${customer} ${name}`] : [];
  });
  const counts = new Map<string, number>();
  for (const line of model.said) {
    const name = line.split(' ').at(-1) ?? '';
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  assert.deepEqual(told.toSorted(), model.said.toSorted());
  const balances = await life.shop.ask<{ kopecks: bigint }>(
    `select w.balance_kopecks as kopecks from wallets w join customers c using (customer_id) order by telegram_id`,
  );
  assert.deepEqual(
    balances.map(({ kopecks }) => String(kopecks)),
    model.balances().map(String),
  );
  const proof = await verifyLedger(life.shop);
  assert.ok(proof.ok);
  const figures = Object.fromEntries([...counts].toSorted().map(([name, count]) => [name, String(count)]));
  return { size: `${CUSTOMERS} customers, ${DAYS} days, ${moments} moments`, figures };
}
