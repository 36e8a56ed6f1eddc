import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { GIVEN_ROLES, hasRight, parseGivenRole, RIGHTS, type Right, ROLES, type Role } from './roles.ts';

const can = (role: Role): Right[] => RIGHTS.filter((right) => hasRight(role, right));

describe('roles', () => {
  it('owners may do everything, and they alone choose who works here', () => {
    assert.deepEqual(can('owner'), [...RIGHTS]);
    assert.deepEqual(
      ROLES.filter((role) => hasRight(role, 'manage-team')),
      ['owner'],
    );
  });
  it('support helps customers and sees no money; accountants move money and give no access', () => {
    assert.deepEqual(can('support'), ['view-shop', 'view-customers', 'give-access']);
    assert.ok(hasRight('accountant', 'move-money'));
    assert.ok(!hasRight('accountant', 'give-access') && !hasRight('accountant', 'set-prices'));
  });
  it('an auditor reads and changes nothing', () => {
    assert.deepEqual(
      can('auditor').filter((right) => !right.startsWith('view-')),
      ['export'],
    );
  });
  it('nobody is made an owner from within', () => {
    assert.equal(parseGivenRole('owner'), null);
    assert.deepEqual(GIVEN_ROLES.map(parseGivenRole), [...GIVEN_ROLES]);
  });
});
