import { randomBytes } from 'node:crypto';
import type { Journal } from '../../state/journal.ts';
import { HttpRefusal } from '../../transport/http.ts';
import type { Charge, Terms } from './terms.ts';

/** Stars that came in (`in`: the charge) or went out again (`out`: its refund), under one and the same id. */
export type StarTransaction = { chargeId: string; direction: 'in' | 'out'; amount: number; date: number };

/** What people have paid to the bot. */
export type Till = {
  /** Throws: HttpRefusal 409 when the till is full. */
  take(terms: Terms, paidAt: number): Charge;
  /** Gives a charge back; one of stars leaves the books too. */
  giveBack(charge: Charge, refund: { at: number; isChargeback: boolean }): Charge;
  find(chargeId: string): Charge | undefined;
  /** In the order of payment. */
  charges(): Charge[];
  /** In the order they happened. */
  starTransactions(): StarTransaction[];
  starBalance(): number;
};

/** Books that are read by position must not lose their beginning: at this size nobody can pay any more. */
const MAX_CHARGES = 200_000;

export function createTill(journal: Journal): Till {
  const charges = new Map<string, { key: number; charge: Charge }>();
  const stars = journal.load<StarTransaction>('star-transaction').map(({ value }) => value);
  for (const { key, value } of journal.load<Charge>('telegram-charge')) {
    charges.set(value.chargeId, { key: Number(key), charge: value });
  }
  const save = (key: number, charge: Charge): void => {
    charges.set(charge.chargeId, { key, charge });
    journal.put('telegram-charge', key, charge);
  };
  const book = (charge: Charge, direction: 'in' | 'out', date: number): void => {
    if (charge.currency !== 'XTR') return;
    const transaction = { chargeId: charge.chargeId, direction, amount: charge.totalAmount, date };
    stars.push(transaction);
    journal.put('star-transaction', stars.length, transaction);
  };
  return {
    take(terms, paidAt) {
      if (charges.size >= MAX_CHARGES) throw new HttpRefusal(409, 'this sandbox has taken its last payment');
      const charge: Charge = { ...terms, ...newChargeIds(terms), paidAt };
      save(charges.size + 1, charge);
      book(charge, 'in', paidAt);
      return charge;
    },
    giveBack({ chargeId }, { at, isChargeback }) {
      const known = charges.get(chargeId);
      if (!known) throw new HttpRefusal(404, 'no such charge');
      const charge: Charge = { ...known.charge, refundedAt: at, ...(isChargeback ? { isChargeback } : {}) };
      save(known.key, charge);
      book(charge, 'out', at);
      return charge;
    },
    find: (chargeId) => charges.get(chargeId)?.charge,
    charges: () => [...charges.values()].map(({ charge }) => charge),
    starTransactions: () => stars,
    starBalance: () =>
      stars.reduce((sum, { direction, amount }) => sum + (direction === 'in' ? amount : -amount), 0),
  };
}

/** Random, so that a database which outlives the sandbox's state never sees an id twice. */
function newChargeIds({ currency, payerId }: Terms): { chargeId: string; providerChargeId: string } {
  const random = randomBytes(24);
  return currency === 'XTR'
    ? { chargeId: `stx${random.toString('base64url')}`, providerChargeId: `${payerId}_0` }
    : { chargeId: `${payerId}_${random.toString('hex')}`, providerChargeId: randomBytes(16).toString('hex') };
}
