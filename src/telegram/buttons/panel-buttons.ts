import type { ActionIn } from './button-table.ts';
import { SHOP_BUTTONS } from './shop-buttons.ts';
import { TEAM_BUTTONS } from './team-buttons.ts';
import { WITHDRAWAL_BUTTONS } from './withdrawal-buttons.ts';

/** What only who works for the shop may ask for, and which right it takes. */
export const PANEL_BUTTONS = { ...SHOP_BUTTONS, ...WITHDRAWAL_BUTTONS, ...TEAM_BUTTONS } as const;

export type PanelAction = ActionIn<typeof PANEL_BUTTONS>;
