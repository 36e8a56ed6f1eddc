import type { SystemState, Trouble } from './system-state.ts';

/** What is wrong, named by what customers or the shop notice of it. The gravest first. */
export const ISSUES = [
  'payments-off',
  'every-provider-silent',
  'every-node-down',
  'provisioning-off',
  'no-nodes',
  'books-wrong',
  'some-providers-silent',
  'some-nodes-down',
  'access-waits',
  'money-without-owner',
  'passes-off',
  'renewal-off',
] as const;
export type Issue = (typeof ISSUES)[number];

export type IssueFacts = {
  components: SystemState['components'];
  /** What was given, and no node honours. */
  waiting: number;
  /** Open tasks about proofs of the books that failed, and about money that is nobody's. */
  wrongBooks: number;
  suspended: number;
  isOff: { payments: boolean; provisioning: boolean; renewal: boolean; passes: boolean };
};

/** What keeps the shop from being as it should be, the gravest first. */
export function listIssues(facts: IssueFacts): Issue[] {
  const { components, waiting, wrongBooks, suspended, isOff } = facts;
  const troubles: (Trouble | null)[] = Object.values(components).map(({ reason }) => reason);
  const holds: Record<Issue, boolean> = {
    'payments-off': isOff.payments,
    'every-provider-silent': troubles.includes('every-provider-silent'),
    'every-node-down': troubles.includes('every-node-down'),
    'provisioning-off': isOff.provisioning,
    'no-nodes': troubles.includes('no-nodes'),
    'books-wrong': wrongBooks > 0,
    'some-providers-silent': troubles.includes('some-providers-silent'),
    'some-nodes-down': troubles.includes('some-nodes-down'),
    'access-waits': waiting > 0,
    'money-without-owner': suspended > 0,
    'passes-off': isOff.passes,
    'renewal-off': isOff.renewal,
  };
  return ISSUES.filter((issue) => holds[issue]);
}

/** What nobody can buy with, or would pay for nothing. */
const STOPS_SALES: readonly Issue[] = ['payments-off', 'no-nodes'];

type Severity = SystemState['severity'];

/** How grave it is altogether: a part may do well and still be switched off. */
export function weighIssues(ofParts: Severity, issues: readonly Issue[]): Severity {
  if (issues.some((issue) => STOPS_SALES.includes(issue))) return 'red';
  return ofParts === 'green' && issues.length > 0 ? 'yellow' : ofParts;
}
