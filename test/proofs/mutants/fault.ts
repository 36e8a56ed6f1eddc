/** A seeded fault: what a hurried hand might do to the money, which some test has to notice. */
export type Fault = {
  name: string;
  /** Where a killer is most likely; every other money test follows. */
  first: string[];
} & ({ sql: string } | { file: string; from: string; to: string });

/** Everything that watches over money, quick ones first. `npm run proof -- mutants` runs these and no others. */
export const MONEY_TESTS = [
  'src/domain/money',
  'src/payments',
  'test/scenarios/money/constraints',
  'test/scenarios/money/acknowledgement',
  'test/scenarios/money/checkout',
  'test/scenarios/money/notices',
  'test/scenarios/money/settle',
  'test/scenarios/money/commission',
  'test/scenarios/money/refund',
  'test/scenarios/money/suspense',
  'test/scenarios/money/races',
  'test/scenarios/money/reconcile',
  'test/scenarios/money/promo',
  'test/scenarios/money/withdrawal',
  'test/scenarios/money/operator',
  'test/simulation',
  'test/conformance',
  'test/scenarios/money/audit',
  'test/scenarios/money/ledger-verify',
];
