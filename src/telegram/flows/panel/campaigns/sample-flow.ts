import { recordView } from '../../../../usecases/audit/record-act.ts';
import type { Sample } from '../../../buttons/panel/sample-buttons.ts';
import { renderSample, renderSamples } from '../../../screens/panel/campaigns/sample-screens.ts';
import { actorOf, type PanelVisit, sendPanel, showPanel } from '../panel-visit.ts';

/** What customers get, sent to nobody but the operator who asks. */
export const sampleRoutes = { 'admin-samples': showSamples, 'admin-sample': sendSample };

async function showSamples(visit: PanelVisit): Promise<void> {
  await recordView(visit.shop, { actor: actorOf(visit), action: 'test-menu-viewed' });
  await showPanel(visit, renderSamples(visit.t));
}

async function sendSample(visit: PanelVisit, { sample }: { sample: Sample }): Promise<void> {
  const { shop, t } = visit;
  await recordView(shop, { actor: actorOf(visit), action: 'test-message-sent', details: { sample } });
  await visit.answer(t.text('admin-sample-sent'));
  await sendPanel(visit, renderSample(t, sample, shop.clock.now()));
}
