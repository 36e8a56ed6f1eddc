import type { PanelAction } from '../../buttons/panel/panel-buttons.ts';

/** Commands that open the panel, and where. To whoever does not work for the shop they mean nothing. */
export const PANEL_COMMANDS: ReadonlyMap<string, PanelAction> = new Map<string, PanelAction>([
  ['admin', { to: 'admin' }],
  ['admin_audit', { to: 'admin-audit', of: 'all' }],
  ['pending_activations', { to: 'admin-waiting', page: 0 }],
  ['xray_sync', { to: 'admin-nodes-check' }],
  ['notify_no_subscription', { to: 'broadcast-unsubscribed' }],
  ['promo_stats', { to: 'admin-promos', page: 0 }],
]);
