import type { ActionIn } from '../button-table.ts';
import { AUDIT_BUTTONS } from './audit-buttons.ts';
import { BROADCAST_BUTTONS } from './broadcast-buttons.ts';
import { EXPORT_BUTTONS } from './export-buttons.ts';
import { FIGURES_BUTTONS } from './figures-buttons.ts';
import { INCIDENT_BUTTONS } from './incident-buttons.ts';
import { KEYS_BUTTONS } from './keys-buttons.ts';
import { NODE_BUTTONS } from './node-buttons.ts';
import { PEOPLE_BUTTONS } from './people-buttons.ts';
import { PROMO_BUTTONS } from './promo-buttons.ts';
import { REFERRAL_BUTTONS } from './referral-buttons.ts';
import { SAMPLE_BUTTONS } from './sample-buttons.ts';
import { SHOP_BUTTONS } from './shop-buttons.ts';
import { TASK_BUTTONS } from './task-buttons.ts';
import { TEAM_BUTTONS } from './team-buttons.ts';
import { WAITING_BUTTONS } from './waiting-buttons.ts';
import { WITHDRAWAL_BUTTONS } from './withdrawal-buttons.ts';

/** What only who works for the shop may ask for, and which right it takes. */
export const PANEL_BUTTONS = {
  ...SHOP_BUTTONS,
  ...FIGURES_BUTTONS,
  ...AUDIT_BUTTONS,
  ...WAITING_BUTTONS,
  ...NODE_BUTTONS,
  ...EXPORT_BUTTONS,
  ...TASK_BUTTONS,
  ...WITHDRAWAL_BUTTONS,
  ...TEAM_BUTTONS,
  ...INCIDENT_BUTTONS,
  ...PROMO_BUTTONS,
  ...BROADCAST_BUTTONS,
  ...REFERRAL_BUTTONS,
  ...SAMPLE_BUTTONS,
  ...PEOPLE_BUTTONS,
  ...KEYS_BUTTONS,
} as const;

export type PanelAction = ActionIn<typeof PANEL_BUTTONS>;
