/** A button of the panel as somebody could forge it: every field filled with the first thing that it takes. */

import { BROADCAST_KINDS } from '../../../src/domain/broadcasts.ts';
import { EXPORTS } from '../../../src/domain/exports.ts';
import { REFERRER_ORDERS } from '../../../src/domain/money/referrals.ts';
import { FEATURES } from '../../../src/domain/operations/features.ts';
import { GIVEN_ROLES } from '../../../src/domain/operations/roles.ts';
import { PERIODS_DAYS, PLANS } from '../../../src/domain/plans.ts';
import { LOCALES } from '../../../src/locales/translate.ts';
import type { ButtonTable, Field } from '../../../src/telegram/buttons/button-table.ts';
import { CUSTOMER_BUTTONS, METHODS } from '../../../src/telegram/buttons/customer-buttons.ts';
import { AUDIT_OF } from '../../../src/telegram/buttons/panel/audit-buttons.ts';
import { TREATMENTS } from '../../../src/telegram/buttons/panel/node-buttons.ts';
import { PANEL_BUTTONS } from '../../../src/telegram/buttons/panel/panel-buttons.ts';
import { PROMO_UNITS } from '../../../src/telegram/buttons/panel/promo-buttons.ts';
import { SAMPLES } from '../../../src/telegram/buttons/panel/sample-buttons.ts';
import { REJECT_REASONS } from '../../../src/telegram/buttons/panel/withdrawal-buttons.ts';

export const BUTTONS: ButtonTable = { ...CUSTOMER_BUTTONS, ...PANEL_BUTTONS };

/** Something of every kind that a field can hold, the longest of it last. */
const TEXTS = [
  ...['0', '7', '250', '9999', '9999999', '5200000001', '9007199254740991', 'on', 'off', '1764450000000'],
  ...['d', '5256000m', 'in', 'out'],
  ...[...PLANS, ...PERIODS_DAYS.map(String), ...METHODS, ...LOCALES],
  ...[...AUDIT_OF, 'older', 'newer', ...TREATMENTS, ...EXPORTS],
  ...[...FEATURES, ...REJECT_REASONS, ...GIVEN_ROLES],
  ...[...FEATURES, ...REJECT_REASONS, ...GIVEN_ROLES, ...PROMO_UNITS],
  ...[...BROADCAST_KINDS, 'all', 'active', 'none', 'start', 'pause', 'resume', 'cancel'],
  ...REFERRER_ORDERS,
  ...SAMPLES,
  '0198a2b4-7c1d-7e5f-8a9b-0c1d2e3f4a5b',
];

/** Every combination of what the fields of a button can hold, as data. */
export function samplesOf(to: string): string[] {
  const fields = Object.values(BUTTONS[to]?.fields ?? {});
  return fields.reduce(
    (begun, field) => begun.flatMap((data) => readable(field).map((text) => `${data}:${text}`)),
    [to],
  );
}

export function sampleOf(to: string): string {
  const [data] = samplesOf(to);
  if (data === undefined) throw new Error(`${to} has a field of which nothing here is an example`);
  return data;
}

function readable(field: Field<unknown>): string[] {
  return TEXTS.filter((text) => field.parse(text) !== null);
}
