import { viewAudit } from '../../../usecases/audit/view-audit.ts';
import type { AuditOf } from '../../buttons/panel/audit-buttons.ts';
import { renderAudit } from '../../screens/panel/audit-screen.ts';
import { type PanelVisit, showPanel } from './panel-visit.ts';

type Place = { side: 'older' | 'newer'; entryId: string };

/** Who did what. */
export const auditRoutes = {
  'admin-audit': (visit: PanelVisit, { of }: { of: AuditOf }) => showAudit(visit, of, null),
  'admin-audit-at': (visit: PanelVisit, { of, side, entryId }: Place & { of: AuditOf }) =>
    showAudit(visit, of, { side, entryId }),
};

async function showAudit(visit: PanelVisit, of: AuditOf, next: Place | null): Promise<void> {
  const wish = { appointed: visit.admins, isTeam: of === 'team', next };
  await showPanel(visit, renderAudit(visit.t, await viewAudit(visit.shop, wish), of));
}
