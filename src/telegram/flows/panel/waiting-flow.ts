import {
  type RetriedActivation,
  retryActivation,
  retryEveryActivation,
  viewWaiting,
} from '../../../usecases/life-cycle/steer-activations.ts';
import { renderWaiting } from '../../screens/panel/waiting-screen.ts';
import { actorOf, type PanelVisit, showPanel } from './panel-visit.ts';

/** What was paid for, and no node honours yet. */
export const waitingRoutes = {
  'admin-waiting': (visit: PanelVisit, { page }: { page: number }) => showWaiting(visit, page),
  'admin-waiting-retry': retryOne,
  'admin-waiting-retry-all': retryAll,
};

async function showWaiting(visit: PanelVisit, page: number): Promise<void> {
  await showPanel(visit, renderWaiting(visit.t, await viewWaiting(visit.shop, page)));
}

async function retryOne(
  visit: PanelVisit,
  { page, entitlementId }: { page: number; entitlementId: string },
): Promise<void> {
  const wish = { actor: actorOf(visit), key: visit.tap.key, entitlementId };
  await answerRetry(visit, await retryActivation(visit.shop, wish));
  await showWaiting(visit, page);
}

async function retryAll(visit: PanelVisit): Promise<void> {
  const wish = { actor: actorOf(visit), key: visit.tap.key };
  await answerRetry(visit, await retryEveryActivation(visit.shop, wish));
  await showWaiting(visit, 0);
}

/** Whoever does not wait any more has got what was wished for. */
async function answerRetry(visit: PanelVisit, retried: RetriedActivation): Promise<void> {
  const { t } = visit;
  if (retried.ok) return visit.answer(t.text('waiting-retried'));
  if (retried.refusal === 'not-waiting') return visit.answer(t.text('waiting-over'));
  await visit.answer(t.text('waiting-off'), 'alert');
}
