import {
  cancelMassReissue,
  measureMassReissue,
  startMassReissue,
} from '../../../../usecases/mass-reissue/start-mass-reissue.ts';
import { viewLatestMassReissue } from '../../../../usecases/mass-reissue/view-mass-reissue.ts';
import {
  renderKeys,
  renderReissueAllAgain,
  renderReissueAllQuestion,
  renderReissueStopQuestion,
} from '../../../screens/panel/people/keys-screens.ts';
import { actorOf, type PanelVisit, showPanel } from '../panel-visit.ts';

/** A new key for everybody: begun after two questions, watched, cancelled. */
export const keysRoutes = {
  'admin-keys': showKeys,
  'admin-rekey-all-ask': askAll,
  'admin-rekey-all-sure': (visit: PanelVisit, { askedAt }: { askedAt: Date }) =>
    showPanel(visit, renderReissueAllAgain(visit.t, askedAt)),
  'admin-rekey-all': startAll,
  'admin-rekey-stop-ask': (visit: PanelVisit, { reissueId }: { reissueId: string }) =>
    showPanel(visit, renderReissueStopQuestion(visit.t, reissueId)),
  'admin-rekey-stop': stopAll,
};

async function showKeys(visit: PanelVisit): Promise<void> {
  const latest = await viewLatestMassReissue(visit.shop);
  await showPanel(visit, renderKeys(visit.t, latest, visit.shop.clock.now()));
}

async function askAll(visit: PanelVisit): Promise<void> {
  const count = await measureMassReissue(visit.shop);
  const askedAt = visit.shop.clock.now();
  await showPanel(visit, renderReissueAllQuestion(visit.t, { count, askedAt }));
}

async function startAll(visit: PanelVisit, { askedAt }: { askedAt: Date }): Promise<void> {
  const started = await startMassReissue(visit.shop, { actor: actorOf(visit), askedAt });
  if (started.ok) await visit.answer(visit.t.text('admin-done'));
  else await visit.answer(visit.t.text(REFUSALS[started.refusal]), 'alert');
  await showKeys(visit);
}

async function stopAll(visit: PanelVisit, { reissueId }: { reissueId: string }): Promise<void> {
  await cancelMassReissue(visit.shop, { actor: actorOf(visit), reissueId });
  await visit.answer(visit.t.text('admin-done'));
  await showKeys(visit);
}

const REFUSALS = { changed: 'keys-old-question', running: 'keys-runs' } as const;
