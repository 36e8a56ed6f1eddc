/** What can happen to money, each told to the shop and to the model. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { kopecks } from '../../src/domain/money/money.ts';
import type { PeriodDays, Plan } from '../../src/domain/plans.ts';
import { closeOverdue } from '../../src/usecases/access/close-overdue.ts';
import { greetCustomer } from '../../src/usecases/customers/greet-customer.ts';
import { changeDiscount } from '../../src/usecases/discounts/manage-discounts.ts';
import { reconcileProvider } from '../../src/usecases/payments/reconcile-provider.ts';
import { settleCharge } from '../../src/usecases/payments/settle-charge.ts';
import { enterPromo } from '../../src/usecases/promo/enter-promo.ts';
import { type InvoiceWish, openInvoice } from '../../src/usecases/purchases/open-invoice.ts';
import { payFromWallet } from '../../src/usecases/purchases/pay-from-wallet.ts';
import { quotePlan } from '../../src/usecases/purchases/quote-plan.ts';
import { receiveProviderRefund } from '../../src/usecases/refunds/apply-refund.ts';
import { requestRefund } from '../../src/usecases/refunds/request-refund.ts';
import { assignSuspendedCharge } from '../../src/usecases/tasks/assign-suspended-charge.ts';
import { adjustWallet } from '../../src/usecases/wallets/adjust-wallet.ts';
import { approveWithdrawal, rejectWithdrawal } from '../../src/usecases/withdrawals/decide-withdrawal.ts';
import { requestWithdrawal } from '../../src/usecases/withdrawals/request-withdrawal.ts';
import * as model from './model.ts';
import { decimal, type MoneyWorld } from './world.ts';

type Model = model.Model;
export type MoneyCommand = fc.AsyncCommand<Model, MoneyWorld>;

type Act<Input> = {
  /** What has to be there for it to mean anything. */
  needs?(state: Model, input: Input): boolean;
  run(state: Model, world: MoneyWorld, input: Input): Promise<void>;
};

/** Every command ends with the same question: are the books what the model says? */
function command<Input>(
  name: string,
  input: fc.Arbitrary<Input>,
  act: Act<Input>,
): fc.Arbitrary<MoneyCommand> {
  return input.map((value) => ({
    check: (state) => act.needs?.(state, value) ?? true,
    async run(state, world) {
      await act.run(state, world, value);
      await world.assertSame(state);
    },
    toString: () => `${name}${fc.stringify(value)}`,
  }));
}

const index = fc.nat(model.CUSTOMERS - 1);
/** One command in four dies on its way. */
const dies = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 16 }) },
);
const pick = fc.nat(999);
const provider = fc.constantFrom<model.ProviderName>('bank', 'bank', 'bank', 'stars');
const customer = (state: Model, at: number) => state.customers[at] !== null;
/** One of what there is, the newest most often. */
function one<T>(items: T[], wish: number): T {
  const back = wish % 3 === 0 ? wish % items.length : wish % Math.min(items.length, 4);
  return items[items.length - 1 - back] ?? assert.fail('nothing to pick from');
}

const come = command('come', fc.record({ who: index, by: fc.option(index, { freq: 3 }), dies }), {
  async run(state, world, { who, by, dies: step }) {
    const isFirst = state.customers[who] === null;
    model.join(state, who, by);
    const visitor = { telegramId: world.telegramId(who), firstName: `C${who}`, username: null };
    const referrer = by === null ? null : world.telegramId(by);
    const greeted = await world.survive(step, (shop) => greetCustomer(shop, visitor, referrer));
    world.customers[who] = greeted.customer.customerId;
    if (isFirst && who === 0) await world.preparePaying(greeted.customer.customerId);
  },
});

const discount = command(
  'discount',
  fc.record({
    who: index,
    kind: fc.constantFrom('vip' as const, 'personal' as const),
    percent: fc.option(fc.integer({ min: 1, max: 99 })),
    dies,
  }),
  {
    needs: (state, { who }) => customer(state, who),
    async run(state, world, { who, kind, percent, dies: step }) {
      const standing = model.customerOf(state, who);
      if (kind === 'vip') standing.isVip = percent !== null;
      else standing.personal = percent;
      const change = { actor: 'model', telegramId: world.telegramId(who), kind, percent, expiresAt: null };
      const changed = await world.survive(step, (shop) => changeDiscount(shop, change));
      assert.ok(changed.ok);
    },
  },
);

const promo = command('promo', fc.record({ who: index, promo: fc.nat(2), dies }), {
  needs: (state, { who }) => customer(state, who),
  async run(state, world, { who, promo: wanted, dies: step }) {
    const expected = model.enterPromo(state, who, wanted);
    const request = {
      customerId: world.customers[who] ?? '',
      text: world.promos[wanted]?.code.toLowerCase() ?? '',
    };
    const entered = await world.survive(step, (shop) => enterPromo(shop, request));
    assert.equal(entered.ok, expected, 'whether the code is taken');
  },
});

const quote = command(
  'quote',
  fc.record({
    who: index,
    plan: fc.constantFrom<Plan>('basic', 'plus'),
    days: fc.constantFrom<PeriodDays>(30, 30, 90, 180, 365),
    dies,
  }),
  {
    needs: (state, { who }) => customer(state, who),
    async run(state, world, { who, plan, days, dies: step }) {
      const expected = model.quote(state, who, { plan, days });
      const quoted = await world.survive(step, (shop) =>
        quotePlan(shop, world.customers[who] ?? '', { plan, periodDays: days }),
      );
      assert.equal(quoted.quote.priceKopecks, expected.price, 'the quoted price');
      world.quotes[expected.n] = quoted.quote.quoteId;
    },
  },
);

const open = command('open', fc.record({ who: index, provider, dies }), {
  needs: (state, { who }) => Boolean(state.customers[who]?.quote),
  async run(state, world, { who, provider: by, dies: step }) {
    const held = model.customerOf(state, who).quote as model.ModelQuote;
    const isStanding = model.isStanding(state, who, held);
    const wish = { customer: who, provider: by, amount: held.price, quote: held };
    const expected = isStanding && held.price > 0n ? model.openInvoice(state, wish) : null;
    await openAt(world, expected, {
      step,
      who,
      by,
      what: { purpose: 'purchase', quoteId: world.quotes[held.n] ?? '' },
    });
  },
});

const topUp = command(
  'top-up',
  fc.record({ who: index, provider, roubles: fc.constantFrom(100, 250, 999, 5_000), dies }),
  {
    needs: (state, { who }) => customer(state, who),
    async run(state, world, { who, provider: by, roubles, dies: step }) {
      const amount = BigInt(roubles) * 100n;
      const expected = model.openInvoice(state, { customer: who, provider: by, amount, quote: null });
      await openAt(world, expected, {
        step,
        who,
        by,
        what: { purpose: 'top-up', amountKopecks: kopecks(amount) },
      });
    },
  },
);

type Opening = {
  step: number;
  who: number;
  by: model.ProviderName;
  what:
    | { purpose: 'purchase'; quoteId: string }
    | { purpose: 'top-up'; amountKopecks: ReturnType<typeof kopecks> };
};

async function openAt(
  world: MoneyWorld,
  expected: model.ModelInvoice | null,
  opening: Opening,
): Promise<void> {
  const { step, who, by, what } = opening;
  const tap = await world.tap(who);
  const wish: InvoiceWish = {
    customerId: world.customers[who] ?? '',
    telegramId: world.telegramId(who),
    description: 'Plus',
    ...what,
  };
  const opened = await world.survive(step, (shop) => openInvoice(shop, world.memory(by), { tap, wish }));
  assert.equal(opened.ok, expected !== null, 'whether an invoice is opened');
  if (!opened.ok || !expected) return;
  const { invoiceId } = opened.invoice;
  world.invoices[expected.n] ??= invoiceId;
  assert.equal(invoiceId, world.invoices[expected.n], 'which invoice it is');
}

const wallet = command('pay from wallet', fc.record({ who: index, dies }), {
  needs: (state, { who }) => Boolean(state.customers[who]?.quote),
  async run(state, world, { who, dies: step }) {
    const held = model.customerOf(state, who).quote as model.ModelQuote;
    const expected = model.payFromWallet(state, who);
    const tap = await world.tap(who);
    const claim = { customerId: world.customers[who] ?? '', quoteId: world.quotes[held.n] ?? '' };
    const paid = await world.survive(step, (shop) => payFromWallet(shop, tap, claim));
    assert.equal(paid.ok ? 'ok' : paid.refusal, expected, 'what the wallet says');
  },
});

/** How a payer's payment differs from what was asked. */
const payment = fc.constantFrom(
  'exact',
  'exact',
  'exact',
  'exact',
  'less',
  'more',
  'other-currency',
  'unknown',
) as fc.Arbitrary<'exact' | 'less' | 'more' | 'other-currency' | 'unknown'>;

const take = command(
  'pay',
  fc.record({ pick, payment, isStranger: fc.boolean(), isTold: fc.boolean(), dies }),
  {
    needs: (state) => state.invoices.length > 0,
    async run(state, world, input) {
      const charge = takeMoney(state, world, input);
      if (input.isTold) await tell(state, world, { charge, step: input.dies });
    },
  },
);

type Payment = {
  pick: number;
  payment: 'exact' | 'less' | 'more' | 'other-currency' | 'unknown';
  isStranger: boolean;
};

function takeMoney(state: Model, world: MoneyWorld, input: Payment): model.ModelCharge {
  const invoice = one(state.invoices, input.pick);
  const own = invoice.provider === 'bank' ? ('RUB' as const) : ('XTR' as const);
  const currency = input.payment === 'other-currency' ? ('USD' as const) : own;
  const change = BigInt(1 + (input.pick % 977));
  const less = invoice.asked > change ? invoice.asked - change : 1n;
  const units =
    input.payment === 'less' ? less : input.payment === 'more' ? invoice.asked + change : invoice.asked;
  const isUnknown = input.payment === 'unknown';
  const charge: model.ModelCharge = {
    n: state.charges.length,
    provider: invoice.provider,
    currency,
    units,
    invoice: isUnknown ? null : invoice.n,
    isKnown: false,
    owner: null,
    isAssigned: false,
    kopecks: 0n,
    bought: null,
    done: 0n,
    commission: null,
    givenBack: 0n,
  };
  state.charges.push(charge);
  world.take(invoice.provider, {
    invoiceId: isUnknown ? `lost-${charge.n}` : (world.invoices[invoice.n] ?? null),
    providerAmount: decimal(currency === 'XTR' ? 'stars' : 'bank', units),
    providerCurrency: currency,
    payerTelegramId: input.isStranger ? 1n : world.telegramId(invoice.customer),
  });
  return charge;
}

async function tell(
  state: Model,
  world: MoneyWorld,
  told: { charge: model.ModelCharge; step: number },
): Promise<void> {
  const { charge, step } = told;
  const isNew = !charge.isKnown;
  model.settle(state, charge);
  const outcome = await world.survive(step, (shop) => settleCharge(shop, world.charge(charge.n)));
  if (step === 0) assert.equal(outcome !== 'known', isNew, 'whether the charge is new');
}

const deliver = command('deliver', fc.record({ pick, times: fc.integer({ min: 1, max: 3 }), dies }), {
  needs: (state) => state.charges.length > 0,
  async run(state, world, { pick: wish, times, dies: step }) {
    const charge = one(state.charges, wish);
    for (let time = 0; time < times; time += 1)
      await tell(state, world, { charge, step: time === 0 ? step : 0 });
  },
});

const deliverAtOnce = command('deliver at once', fc.record({ pick, times: fc.integer({ min: 2, max: 5 }) }), {
  needs: (state) => state.charges.length > 0,
  async run(state, world, { pick: wish, times }) {
    const charge = one(state.charges, wish);
    const isNew = !charge.isKnown;
    model.settle(state, charge);
    const told = Array.from({ length: times }, () =>
      world.survive(0, (shop) => settleCharge(shop, world.charge(charge.n))),
    );
    const outcomes = await Promise.all(told);
    assert.equal(outcomes.filter((outcome) => outcome !== 'known').length, isNew ? 1 : 0, 'once new at most');
  },
});

const refund = command(
  'refund',
  fc.record({ pick, part: fc.option(fc.integer({ min: 1, max: 130 })), dies }),
  {
    needs: (state) => state.charges.some((charge) => charge.isKnown),
    async run(state, world, { pick: wish, part, dies: step }) {
      const charge = one(
        state.charges.filter(({ isKnown }) => isKnown),
        wish,
      );
      const amount = part === null ? null : (charge.kopecks * BigInt(part)) / 100n || 1n;
      const expected = model.requestRefund(state, charge, amount);
      const request = {
        actor: 'model',
        sourceKey: world.key(),
        chargeId: await world.chargeId(charge.n),
        amountKopecks: amount === null ? null : kopecks(amount),
        reason: 'asked for',
      };
      const asked = await world.survive(step, (shop) => requestRefund(shop, world.providers, request));
      assert.equal(asked.ok, expected !== null, 'whether the refund may be asked for');
    },
  },
);

const chargeback = command(
  'chargeback',
  fc.record({ pick, part: fc.integer({ min: 1, max: 110 }), isTold: fc.boolean(), dies }),
  {
    needs: (state) => state.charges.length > 0,
    async run(state, world, { pick: wish, part, isTold, dies: step }) {
      const charge = one(state.charges, wish);
      const units = (charge.units * BigInt(part)) / 100n || 1n;
      if (charge.givenBack + units > charge.units) return;
      charge.givenBack += units;
      const back = { n: state.chargebacks.length, charge: charge.n, units, isKnown: false };
      state.chargebacks.push(back);
      world.takeBack(charge.n, decimal(charge.currency === 'XTR' ? 'stars' : 'bank', units));
      if (isTold) await tellBack(state, world, { back, step });
    },
  },
);

async function tellBack(
  state: Model,
  world: MoneyWorld,
  told: { back: model.ModelChargeback; step: number },
): Promise<void> {
  model.deliverChargeback(state, told.back);
  const refunded = world.chargebacks[told.back.n] ?? assert.fail('there is no such chargeback');
  await world.survive(told.step, (shop) => receiveProviderRefund(shop, refunded));
}

const deliverBack = command('deliver chargeback', fc.record({ pick, dies }), {
  needs: (state) => state.chargebacks.length > 0,
  run: (state, world, { pick: wish, dies: step }) =>
    tellBack(state, world, { back: one(state.chargebacks, wish), step }),
});

const reconcile = command('reconcile', fc.record({ provider, dies }), {
  async run(state, world, { provider: name, dies: step }) {
    for (const charge of state.charges) if (charge.provider === name) model.settle(state, charge);
    for (const back of state.chargebacks) {
      if (state.charges[back.charge]?.provider === name) model.deliverChargeback(state, back);
    }
    const range = { since: new Date(0), until: new Date(8e15) };
    await world.survive(step, (shop) => reconcileProvider(shop, world.memory(name), range));
  },
});

const work = command('work', fc.record({ jobs: fc.integer({ min: 1, max: 4 }), dies }), {
  needs: (state) => state.jobs.length > 0,
  async run(state, world, { jobs, dies: step }) {
    for (let done = 0; done < jobs; done += 1) {
      model.workOne(state);
      await world.workOne(done === 0 ? step : 0);
    }
  },
});

const withdraw = command(
  'withdraw',
  fc.record({ who: index, roubles: fc.constantFrom(499, 500, 700, 1_200), dies }),
  {
    needs: (state, { who }) => customer(state, who),
    async run(state, world, { who, roubles, dies: step }) {
      const amount = BigInt(roubles) * 100n;
      const expected = model.withdraw(state, who, amount);
      const tap = await world.tap(who);
      const wish = {
        tap,
        draftId: tap.key,
        customerId: world.customers[who] ?? '',
        amountKopecks: kopecks(amount),
        details: 'card 1234',
      };
      const asked = await world.survive(step, (shop) => requestWithdrawal(shop, world.secrets, wish));
      assert.equal(asked.ok ? 'ok' : asked.refusal, expected, 'what is said to the withdrawal');
      if (asked.ok) world.withdrawals.push(asked.withdrawalId);
    },
  },
);

const approve = command('approve', fc.record({ pick, admin: fc.constantFrom('1', '2'), dies }), {
  needs: (state) => state.withdrawals.length > 0,
  async run(state, world, { pick: wish, admin, dies: step }) {
    const withdrawal = one(state.withdrawals, wish);
    model.approve(withdrawal, model.customerOf(state, withdrawal.customer), admin);
    const withdrawalId = world.withdrawals[withdrawal.n] ?? '';
    const secondApprovalFromKopecks = kopecks(model.SECOND_APPROVAL);
    await world.survive(step, (shop) =>
      approveWithdrawal(shop, { admin, appointed: [1n, 2n], withdrawalId, secondApprovalFromKopecks }),
    );
  },
});

const reject = command('reject', fc.record({ pick, dies }), {
  needs: (state) => state.withdrawals.length > 0,
  async run(state, world, { pick: wish, dies: step }) {
    const withdrawal = one(state.withdrawals, wish);
    model.reject(withdrawal, model.customerOf(state, withdrawal.customer));
    const rejection = { admin: '1', withdrawalId: world.withdrawals[withdrawal.n] ?? '', reason: 'no' };
    await world.survive(step, (shop) => rejectWithdrawal(shop, rejection));
  },
});

const adjust = command(
  'adjust',
  fc.record({ who: index, amount: fc.integer({ min: -40_000, max: 60_000 }), dies }),
  {
    needs: (state, { who }) => customer(state, who),
    async run(state, world, { who, amount, dies: step }) {
      const expected = model.adjust(model.customerOf(state, who), BigInt(amount));
      const adjustment = {
        actor: 'model',
        sourceKey: world.key(),
        telegramId: world.telegramId(who),
        amountKopecks: kopecks(BigInt(amount)),
        reason: 'a test',
      };
      const adjusted = await world.survive(step, (shop) => adjustWallet(shop, adjustment));
      assert.equal(adjusted.ok, expected, 'whether the wallet is adjusted');
    },
  },
);

const assign = command('assign', fc.record({ pick, who: index, dies }), {
  needs: (state, { who }) =>
    customer(state, who) && state.charges.some((charge) => charge.isKnown && charge.owner === null),
  async run(state, world, { pick: wish, who, dies: step }) {
    const suspended = state.charges.filter((charge) => charge.isKnown && charge.owner === null);
    const charge = one(suspended, wish);
    const expected = model.assign(state, charge, who);
    const assignment = {
      actor: 'model',
      chargeId: await world.chargeId(charge.n),
      telegramId: world.telegramId(who),
      reason: 'a receipt',
    };
    const assigned = await world.survive(step, (shop) => assignSuspendedCharge(shop, assignment));
    if (step === 0) assert.equal(assigned.ok, expected, 'whether the charge is assigned');
  },
});

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Also backwards, as a machine's clock is put right. */
const clock = command(
  'clock',
  fc.record({
    ms: fc.constantFrom(1_000, MINUTE_MS, 6 * MINUTE_MS, 31 * MINUTE_MS, DAY_MS, 31 * DAY_MS, -HOUR_MS),
    dies,
  }),
  {
    async run(state, world, { ms, dies: step }) {
      state.now += ms;
      world.advance(ms);
      model.expireInvoices(state);
      await world.survive(step, (shop) => closeOverdue(shop));
    },
  },
);

/** How often each comes up: purchases most, troubles often enough to meet one another. */
const WEIGHTED: [weight: number, arbitrary: fc.Arbitrary<MoneyCommand>][] = [
  [6, come],
  [2, discount],
  [5, promo],
  [8, quote],
  [8, open],
  [5, topUp],
  [5, wallet],
  [12, take],
  [8, deliver],
  [3, deliverAtOnce],
  [5, refund],
  [5, chargeback],
  [3, deliverBack],
  [2, reconcile],
  [8, work],
  [4, withdraw],
  [4, approve],
  [2, reject],
  [3, adjust],
  [3, assign],
  [4, clock],
];

/** fast-check draws commands evenly: what should come up more often is there more often. */
export const COMMANDS = WEIGHTED.flatMap(([weight, arbitrary]) =>
  Array.from({ length: weight }, () => arbitrary),
);
