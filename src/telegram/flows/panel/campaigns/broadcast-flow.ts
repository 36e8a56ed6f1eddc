import type { BroadcastStatus, Steering } from '../../../../domain/broadcasts.ts';
import { recordView } from '../../../../usecases/audit/record-act.ts';
import { promisePreview } from '../../../../usecases/broadcasts/preview-broadcast.ts';
import { type Steered, steerBroadcast } from '../../../../usecases/broadcasts/steer-broadcast.ts';
import {
  measureSegment,
  viewBroadcast,
  viewBroadcastPage,
  viewTestPage,
} from '../../../../usecases/broadcasts/view-broadcast.ts';
import {
  renderBroadcastCard,
  renderBroadcasts,
  renderBroadcastTest,
  renderBroadcastTests,
  renderSteeringQuestion,
} from '../../../screens/panel/campaigns/broadcast-screens.ts';
import { actorOf, type PanelVisit, showPanel } from '../panel-visit.ts';

type OfBroadcast = { broadcastId: string };

/** Broadcasts that there are: how far they are, and what is done with them. */
export const broadcastRoutes = {
  broadcasts: openBroadcasts,
  broadcast: (visit: PanelVisit, { broadcastId }: OfBroadcast) => showBroadcast(visit, broadcastId),
  'broadcast-preview': previewAgain,
  'broadcast-ask': askSteering,
  'broadcast-steer': steer,
  'broadcast-tests': showTests,
  'broadcast-test': showTest,
};

async function openBroadcasts(visit: PanelVisit, { page }: { page: number }): Promise<void> {
  await recordView(visit.shop, { actor: actorOf(visit), action: 'broadcasts-viewed' });
  await showBroadcasts(visit, page);
}

export async function showBroadcasts(visit: PanelVisit, page = 0): Promise<void> {
  await showPanel(visit, renderBroadcasts(visit.t, await viewBroadcastPage(visit.shop, page)));
}

export async function showBroadcast(visit: PanelVisit, broadcastId: string): Promise<void> {
  const view = await viewBroadcast(visit.shop, broadcastId);
  if (!view) return showGone(visit);
  const { status, segment } = view.broadcast;
  const reach = status === 'draft' ? await measureSegment(visit.shop, segment) : null;
  await showPanel(visit, renderBroadcastCard(visit.t, { ...view, reach }));
}

async function showGone(visit: PanelVisit): Promise<void> {
  await visit.answer(visit.t.text('admin-gone'), 'alert');
  await showBroadcasts(visit);
}

async function previewAgain(visit: PanelVisit, { broadcastId }: OfBroadcast): Promise<void> {
  const wish = { actor: actorOf(visit), broadcastId, actKey: visit.tap.key };
  const isPromised = await promisePreview(visit.shop, wish);
  await visit.answer(visit.t.text(isPromised ? 'admin-broadcast-preview-comes' : 'admin-broadcast-not-now'));
  await showBroadcast(visit, broadcastId);
}

async function askSteering(
  visit: PanelVisit,
  { broadcastId, steering }: OfBroadcast & { steering: 'start' | 'cancel' },
): Promise<void> {
  const view = await viewBroadcast(visit.shop, broadcastId);
  if (!view) return showGone(visit);
  const { title, segment } = view.broadcast;
  const reach = steering === 'start' ? await measureSegment(visit.shop, segment) : 0;
  await showPanel(visit, renderSteeringQuestion(visit.t, { broadcastId, title, steering, reach }));
}

async function steer(
  visit: PanelVisit,
  { broadcastId, steering }: OfBroadcast & { steering: Steering },
): Promise<void> {
  const order = { actor: actorOf(visit), broadcastId, steering, actKey: visit.tap.key };
  const steered = await steerBroadcast(visit.shop, order);
  const refusal = steered.ok ? null : explain(visit, steered, steering);
  if (refusal === null) await visit.answer(visit.t.text('admin-done'));
  else await visit.answer(refusal, 'alert');
  await showBroadcast(visit, broadcastId);
}

const WISHED: Record<Steering, BroadcastStatus> = {
  start: 'running',
  pause: 'paused',
  resume: 'running',
  cancel: 'cancelled',
};

/** Null: somebody else has done it already. What Telegram has against a text is on the card. */
function explain(
  { t }: PanelVisit,
  refused: Extract<Steered, { ok: false }>,
  steering: Steering,
): string | null {
  switch (refused.refusal) {
    case 'broadcast-unknown':
      return t.text('admin-gone');
    case 'not-now':
      return refused.status === WISHED[steering] ? null : t.text('admin-broadcast-not-now');
    case 'not-previewed':
      return t.text(refused.problem === null ? 'admin-broadcast-not-previewed' : 'admin-broadcast-not-taken');
  }
}

async function showTests(visit: PanelVisit, { page }: { page: number }): Promise<void> {
  await recordView(visit.shop, { actor: actorOf(visit), action: 'broadcast-tests-viewed' });
  await showPanel(visit, renderBroadcastTests(visit.t, await viewTestPage(visit.shop, page)));
}

async function showTest(visit: PanelVisit, { broadcastId }: OfBroadcast): Promise<void> {
  const view = await viewBroadcast(visit.shop, broadcastId);
  if (!view || view.broadcast.textB === null) return showGone(visit);
  const details = { broadcastId };
  await recordView(visit.shop, { actor: actorOf(visit), action: 'broadcast-test-viewed', details });
  await showPanel(visit, renderBroadcastTest(visit.t, view));
}
