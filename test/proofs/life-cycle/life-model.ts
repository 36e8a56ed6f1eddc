/** The written rules of a life cycle (product.md §5, decisions.md §7), told again without the product's code. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MONTH_KOPECKS = 14_900;

type Customer = {
  balance: number;
  endsAt: number;
  /** When the present stretch began, and what gave it. */
  beganAt: number;
  hasPaid: boolean;
  trialEndsAt: number;
  hasTried: boolean;
  hasBought: boolean;
  decidedAt: number;
  renews: boolean;
  isBlocked: boolean;
  isReachable: boolean;
  hasAccess: boolean;
  /** Of the present end: what was said or let pass. */
  done: Set<string>;
  isShortTold: boolean;
};

type Act = { kind: string; roubles?: number; hours?: number };

const NAMES = [
  'ends-in-3-days',
  'ends-in-24-hours',
  'ends-in-6-hours',
  'ends-in-3-hours',
  'ended',
  'trial-first-hours',
  'trial-third-day',
  'trial-last-hours',
  'trial-ended',
  'renewed',
  'renewal-short',
];

export class LifeModel {
  readonly said: string[] = [];
  readonly #customers: Customer[];
  readonly #windowMs: number;

  constructor(count: number, windowMs: number) {
    this.#windowMs = windowMs;
    this.#customers = Array.from({ length: count }, () => ({
      balance: 0,
      endsAt: 0,
      beganAt: 0,
      hasPaid: false,
      trialEndsAt: 0,
      hasTried: false,
      hasBought: false,
      decidedAt: 0,
      renews: false,
      isBlocked: false,
      isReachable: true,
      hasAccess: false,
      done: new Set<string>(),
      isShortTold: false,
    }));
  }

  speaksOf(name: string): boolean {
    return NAMES.includes(name);
  }

  balances(): number[] {
    return this.#customers.map(({ balance }) => balance);
  }

  act(index: number, act: Act, now: number): void {
    const one = this.#of(index);
    switch (act.kind) {
      case 'trial':
        if (one.hasTried || one.hasBought || one.endsAt > now) return;
        one.hasTried = true;
        this.#extend(one, 3 * DAY, now);
        one.trialEndsAt = one.endsAt;
        return;
      case 'buy':
        this.#pay(one, now);
        return;
      case 'top-up':
        one.balance += (act.roubles ?? 0) * 100;
        this.#deliver(one);
        return;
      case 'gift':
        this.#extend(one, (act.hours ?? 0) * HOUR, now);
        return;
      case 'renew-on':
      case 'renew-off':
        if (one.hasAccess) one.renews = act.kind === 'renew-on';
        return;
      case 'block':
        one.isBlocked = true;
        return;
      case 'unblock':
        one.isBlocked = false;
        one.isReachable = true;
    }
  }

  /** Everything that happens by itself at a pass, in the order in which passes do it. */
  pass(now: number): void {
    for (const [index, one] of this.#customers.entries()) {
      this.#renew(index, one, now);
      this.#speak(index, one, now);
    }
  }

  #renew(index: number, one: Customer, now: number): void {
    const isDue = one.renews && one.endsAt > now && one.endsAt <= now + this.#windowMs && one.isReachable;
    if (!isDue) return;
    if (one.balance >= MONTH_KOPECKS) {
      one.balance -= MONTH_KOPECKS;
      one.hasBought = true;
      this.#extend(one, 30 * DAY, now, true);
      this.#say(index, one, 'renewed', now);
    } else if (!one.isShortTold) {
      one.isShortTold = true;
      this.#say(index, one, 'renewal-short', now);
    }
  }

  #speak(index: number, one: Customer, now: number): void {
    if (!one.hasAccess) return;
    const due = this.#moments(one).filter(
      ({ name, at }) => at <= now && !one.done.has(name) && (at > one.decidedAt || at >= one.endsAt),
    );
    const latest = due.at(-1);
    for (const { name } of due) one.done.add(name);
    if (latest && one.isReachable && now < one.endsAt + 3 * DAY) this.#say(index, one, latest.name, now);
  }

  #moments(one: Customer): { name: string; at: number }[] {
    const end = one.endsAt;
    if (one.hasPaid) return PAID.map(([name, before]) => ({ name, at: end - before }));
    if (one.trialEndsAt === end)
      return [
        { name: 'trial-first-hours', at: end - 66 * HOUR },
        { name: 'trial-third-day', at: end - 24 * HOUR },
        { name: 'trial-last-hours', at: end - 6 * HOUR },
        { name: 'trial-ended', at: end },
      ];
    const length = end - one.beganAt;
    if (length >= 3 * DAY) return PAID.map(([name, before]) => ({ name, at: end - before }));
    return [
      ...(length > 6 * HOUR ? [{ name: 'ends-in-6-hours', at: end - 6 * HOUR }] : []),
      { name: 'ended', at: end },
    ];
  }

  /** Whoever has blocked the bot is found out by the first message, whichever it is. */
  #say(index: number, one: Customer, name: string, now: number): void {
    if (one.isBlocked) one.isReachable = false;
    else this.said.push(`${new Date(now).toISOString()} ${index} ${name}`);
  }

  #pay(one: Customer, now: number): void {
    one.hasBought = true;
    this.#extend(one, 30 * DAY, now, true);
    this.#deliver(one);
  }

  #extend(one: Customer, ms: number, now: number, isPaid = false): void {
    const goesOn = one.endsAt > now;
    if (!goesOn) {
      one.beganAt = now;
      one.hasPaid = false;
      // A key is delivered anew.
      this.#deliver(one);
    }
    one.hasPaid ||= isPaid;
    one.endsAt = (goesOn ? one.endsAt : now) + ms;
    one.decidedAt = now;
    one.hasAccess = true;
    one.done = new Set();
    one.isShortTold = false;
  }

  #deliver(one: Customer): void {
    if (one.isBlocked) one.isReachable = false;
  }

  #of(index: number): Customer {
    const one = this.#customers[index];
    if (!one) throw new Error(`no customer ${index}`);
    return one;
  }
}

const PAID: [name: string, before: number][] = [
  ['ends-in-3-days', 3 * DAY],
  ['ends-in-24-hours', DAY],
  ['ends-in-3-hours', 3 * HOUR],
  ['ended', 0],
];
