import { GIVEN_ROLES } from '../../../domain/operations/roles.ts';
import { oneOf, telegramId } from '../fields.ts';
import { act, view } from './panel-button.ts';

/** Who works for the shop, and as what. */
export const TEAM_BUTTONS = {
  'admin-team': view('manage-team', {}),
  'admin-team-add': view('manage-team', {}),
  'admin-member': view('manage-team', { telegramId }),
  'admin-role-ask': view('manage-team', { role: oneOf(GIVEN_ROLES), telegramId }),
  'admin-role': act('manage-team', { role: oneOf(GIVEN_ROLES), telegramId }),
  'admin-role-take-ask': view('manage-team', { telegramId }),
  'admin-role-take': act('manage-team', { telegramId }),
} as const;
