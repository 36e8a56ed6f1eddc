import type { Export } from '../../../domain/exports.ts';
import { requestExport } from '../../../usecases/exports/request-export.ts';
import { renderExports } from '../../screens/panel/export-screen.ts';
import { actorOf, type PanelVisit, showPanel } from './panel-visit.ts';

/** Tables that leave the shop as files. */
export const exportRoutes = {
  'admin-export': (visit: PanelVisit) => showPanel(visit, renderExports(visit.t)),
  'admin-export-of': ask,
};

/** Asked for again while it waits it comes once. */
async function ask(visit: PanelVisit, { what }: { what: Export }): Promise<void> {
  const { shop, t, customer } = visit;
  const { telegramId } = customer;
  await requestExport(shop, { actor: actorOf(visit), telegramId, what, actKey: visit.tap.key });
  await visit.answer(t.text('export-asked'));
}
