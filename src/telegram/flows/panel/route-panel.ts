import { hasRight, type Right } from '../../../domain/operations/roles.ts';
import { leaveConversation, type PanelFlow } from '../../../usecases/customers/conversation.ts';
import { isFeatureOn } from '../../../usecases/features/is-feature-on.ts';
import { PANEL_BUTTONS, type PanelAction } from '../../buttons/panel/panel-buttons.ts';
import { findLimitRefusal } from '../../limits.ts';
import type { Visit } from '../../visit.ts';
import { auditRoutes } from './audit-flow.ts';
import { broadcastRoutes } from './campaigns/broadcast-flow.ts';
import { broadcastFormRoutes, broadcastForms } from './campaigns/broadcast-form-flow.ts';
import { incidentForms, incidentRoutes } from './campaigns/incident-flow.ts';
import { promoRoutes } from './campaigns/promo-flow.ts';
import { promoFormRoutes, promoForms } from './campaigns/promo-form-flow.ts';
import { referrerForms, referrerRoutes } from './campaigns/referrer-flow.ts';
import { sampleRoutes } from './campaigns/sample-flow.ts';
import { exportRoutes } from './export-flow.ts';
import { figuresRoutes } from './figures-flow.ts';
import { nodesRoutes } from './nodes-flow.ts';
import { mayServe, type PanelForms, type PanelVisit, type Routes } from './panel-visit.ts';
import { discountForms, discountRoutes } from './people/discount-flow.ts';
import { giftForms, giftRoutes } from './people/gift-flow.ts';
import { keysRoutes } from './people/keys-flow.ts';
import { personForms, personRoutes } from './people/person-flow.ts';
import { walletForms, walletRoutes } from './people/wallet-flow.ts';
import { startRoutes } from './start-flow.ts';
import { systemRoutes } from './system-flow.ts';
import { taskForms, taskRoutes } from './tasks-flow.ts';
import { teamForms, teamRoutes } from './team-flow.ts';
import { waitingRoutes } from './waiting-flow.ts';
import { withdrawalRoutes } from './withdrawals-flow.ts';

const routes: Routes<typeof PANEL_BUTTONS> = {
  ...startRoutes,
  ...systemRoutes,
  ...figuresRoutes,
  ...auditRoutes,
  ...waitingRoutes,
  ...nodesRoutes,
  ...exportRoutes,
  ...taskRoutes,
  ...personRoutes,
  ...giftRoutes,
  ...discountRoutes,
  ...walletRoutes,
  ...keysRoutes,
  ...withdrawalRoutes,
  ...teamRoutes,
  ...incidentRoutes,
  ...promoRoutes,
  ...promoFormRoutes,
  ...broadcastRoutes,
  ...broadcastFormRoutes,
  ...referrerRoutes,
  ...sampleRoutes,
};

const forms: PanelForms<PanelFlow> = {
  ...taskForms,
  ...teamForms,
  ...incidentForms,
  ...promoForms,
  ...broadcastForms,
  ...referrerForms,
  ...personForms,
  ...giftForms,
  ...discountForms,
  ...walletForms,
};

/** A tap on the panel: nothing happens without the right for it, and nothing is changed while operators may not act. */
export async function routePanel(visit: PanelVisit, action: PanelAction): Promise<void> {
  const { right, kind } = PANEL_BUTTONS[action.to];
  const refusal = findRefusal(visit, action, right);
  const hindrance = refusal ?? (kind === 'act' || kind === 'confirm' ? await findHindrance(visit) : null);
  if (hindrance !== null) return visit.answer(hindrance, 'alert');
  if (kind === 'view' || kind === 'act') await leaveConversation(visit.shop, visit.chatId);
  // Each route takes the action of its own name, and no other can come here.
  const route = routes[action.to] as (visit: PanelVisit, action: PanelAction) => Promise<void>;
  await route(visit, action);
  if (kind === 'confirm') await leaveConversation(visit.shop, visit.chatId);
}

/** Why not with this role, or not for themselves. */
function findRefusal(visit: PanelVisit, action: PanelAction, right: Right): string | null {
  const { role, t } = visit;
  if (!hasRight(role, right)) return t.text('admin-no-right');
  return 'telegramId' in action && !mayServe(visit, action.telegramId, right) ? t.text('admin-own') : null;
}

/** Why nobody, or not this person, may change something now. */
async function findHindrance(visit: Visit): Promise<string | null> {
  if (!(await isFeatureOn(visit.shop, 'admin-actions'))) return visit.t.text('admin-off');
  return findLimitRefusal(visit, ['admin-action']);
}

/** What was typed into a form of the panel. Whoever has lost the right meanwhile is told so, and the form ends. */
export async function takePanelText(
  visit: PanelVisit,
  typed: { flow: PanelFlow; text: string },
): Promise<void> {
  const { right, take } = forms[typed.flow];
  if (hasRight(visit.role, right)) return take(visit, typed.text);
  await leaveConversation(visit.shop, visit.chatId);
  await startRoutes.admin(visit, { to: 'admin' });
}
