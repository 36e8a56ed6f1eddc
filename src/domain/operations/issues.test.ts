import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ISSUES, type IssueFacts, listIssues } from './issues.ts';
import { assessSystem } from './system-state.ts';

const well: IssueFacts = {
  components: assessSystem({
    isDatabaseReady: true,
    providers: [{ isSilent: false }],
    nodes: [{ isHealthy: true }],
    pendingActivations: 0,
  }).components,
  waiting: 0,
  wrongBooks: 0,
  suspended: 0,
  isOff: { payments: false, provisioning: false, renewal: false, passes: false },
};

describe('what is wrong', () => {
  it('is nothing in a shop that is well', () => assert.deepEqual(listIssues(well), []));
  it('is named by what is noticed of it, the gravest first', () => {
    const { components } = assessSystem({
      isDatabaseReady: true,
      providers: [{ isSilent: true }],
      nodes: [{ isHealthy: false }, { isHealthy: true }],
      pendingActivations: 3,
    });
    assert.deepEqual(listIssues({ ...well, components, waiting: 3, suspended: 1 }), [
      'every-provider-silent',
      'some-nodes-down',
      'access-waits',
      'money-without-owner',
    ]);
  });
  it('is also what somebody has switched off', () => {
    const isOff = { payments: true, provisioning: true, renewal: true, passes: true };
    assert.deepEqual(listIssues({ ...well, isOff, wrongBooks: 1 }), [
      'payments-off',
      'provisioning-off',
      'books-wrong',
      'passes-off',
      'renewal-off',
    ]);
  });
  it('has a name for everything that a component can suffer from', () => {
    const reasons = [
      'every-provider-silent',
      'every-node-down',
      'no-nodes',
      'some-providers-silent',
      'some-nodes-down',
    ];
    for (const reason of reasons)
      assert.ok(
        ISSUES.some((issue) => issue === reason),
        reason,
      );
  });
});
