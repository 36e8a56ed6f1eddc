import { view } from './panel-button.ts';

/** How the shop does, in figures. */
export const FIGURES_BUTTONS = {
  'admin-statistics': view('view-shop', {}),
  'admin-analytics': view('view-money', {}),
  'admin-metrics': view('view-shop', {}),
} as const;
