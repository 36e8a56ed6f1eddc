/**
 * What only a person can decide. `suspended-charge`: money that is nobody's yet. `refund-declined`: a provider
 * would not give money back. `reconciliation`: a provider's books differ from ours. `notice-unreadable`: a
 * genuine notice of a shape we do not know. `ledger`: a proof of the books has failed. `corporate-request`: a
 * customer asks for access for a company.
 */
export const TASK_KINDS = [
  'suspended-charge',
  'refund-declined',
  'reconciliation',
  'notice-unreadable',
  'ledger',
  'corporate-request',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];
