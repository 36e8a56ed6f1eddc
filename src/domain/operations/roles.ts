/** What people who work for the shop may do. In the order in which they are listed. */
export const RIGHTS = [
  'view-shop',
  'view-money',
  'view-customers',
  'view-audit',
  'give-access',
  'set-prices',
  'move-money',
  'write-to-all',
  'export',
  'run-fleet',
  'switch-features',
  'manage-team',
] as const;
export type Right = (typeof RIGHTS)[number];

/** Who works for the shop, from all rights to reading only. */
export const ROLES = ['owner', 'admin', 'support', 'accountant', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/** Roles that an owner gives and takes; owners and the admins of the settings are set where the server runs. */
export const GIVEN_ROLES = ['admin', 'support', 'accountant', 'auditor'] as const satisfies readonly Role[];
export type GivenRole = (typeof GIVEN_ROLES)[number];

const READING: readonly Right[] = ['view-shop', 'view-money', 'view-customers', 'view-audit'];

const RIGHTS_OF: Record<Role, readonly Right[]> = {
  owner: RIGHTS,
  admin: RIGHTS.filter((right) => right !== 'manage-team'),
  support: ['view-shop', 'view-customers', 'give-access'],
  accountant: [...READING, 'move-money', 'export'],
  auditor: [...READING, 'export'],
};

export function hasRight(role: Role, right: Right): boolean {
  return RIGHTS_OF[role].includes(right);
}

/** What gives somebody money, access or a better price. */
const GIVING: readonly Right[] = ['give-access', 'set-prices', 'move-money'];

/** Nobody but the owner gives to themselves: a colleague does. */
export function mayDoForOneself(role: Role, right: Right): boolean {
  return role === 'owner' || !GIVING.includes(right);
}

/** Null for anything that is not exactly a role that can be given. */
export function parseGivenRole(text: string): GivenRole | null {
  return GIVEN_ROLES.find((name) => name === text) ?? null;
}
