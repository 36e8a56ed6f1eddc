import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decideUpdateRetry } from './retries.ts';
import { dueSlot, nextInvoicePoll } from './schedules.ts';

const at = (text: string) => new Date(`2026-01-01T${text}Z`);

describe('a schedule', () => {
  it('names one slot for every clock within an interval', () => {
    assert.deepEqual(dueSlot(at('10:00:09.999'), 10_000), at('10:00:00'));
    assert.deepEqual(dueSlot(at('10:00:10.000'), 10_000), at('10:00:10'));
  });
});

describe('the poll of an invoice', () => {
  const invoice = { createdAt: at('10:00:00'), expiresAt: at('10:30:00') };
  it('is frequent while the customer is paying, then rarer', () => {
    assert.deepEqual(nextInvoicePoll(invoice, at('10:01:00')), at('10:01:10'));
    assert.deepEqual(nextInvoicePoll(invoice, at('10:20:00')), at('10:21:00'));
    assert.deepEqual(nextInvoicePoll(invoice, at('12:00:00')), at('12:10:00'));
  });
  it('goes on for more than a day after the expiry, then ends', () => {
    const hours = (n: number) => new Date(invoice.expiresAt.getTime() + n * 3_600_000);
    assert.notEqual(nextInvoicePoll(invoice, hours(24)), null);
    assert.equal(nextInvoicePoll(invoice, hours(36)), null);
  });
});

describe('a failing update', () => {
  it('is tried six times within a quarter of a minute, then parked', () => {
    const decisions = [1, 2, 3, 4, 5, 6].map(decideUpdateRetry);
    assert.equal(decisions.filter((one) => one.kind === 'retry').length, 5);
    assert.equal(decisions.at(-1)?.kind, 'park');
  });
});
