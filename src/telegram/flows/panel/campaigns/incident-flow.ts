import { z } from 'zod';
import { parseIncidentText } from '../../../../domain/operations/incident.ts';
import { recordView } from '../../../../usecases/audit/record-act.ts';
import { beginConversation } from '../../../../usecases/customers/conversation.ts';
import { findDraft, keepDraft } from '../../../../usecases/customers/sealed-draft.ts';
import { tellIncident, turnIncident, viewIncident } from '../../../../usecases/incident/manage-incident.ts';
import {
  renderIncident,
  renderIncidentAsk,
  renderIncidentDraft,
} from '../../../screens/panel/campaigns/incident-screens.ts';
import { actorOf, type PanelForms, type PanelVisit, sendPanel, showPanel } from '../panel-visit.ts';

/** `tapKey`: which text has brought it; worked again after a crash, that text shows the same draft. */
const draftShape = z.object({
  form: z.literal('incident'),
  draftId: z.string(),
  tapKey: z.string(),
  text: z.string(),
});

/** What everybody is told while something is wrong. */
export const incidentRoutes = {
  'admin-incident': openIncident,
  'admin-incident-text': askText,
  'admin-incident-save': save,
  'admin-incident-turn': turn,
};

export const incidentForms: PanelForms<'incident-text'> = {
  'incident-text': { right: 'write-to-all', take: takeText },
};

async function openIncident(visit: PanelVisit): Promise<void> {
  await recordView(visit.shop, { actor: actorOf(visit), action: 'incident-viewed' });
  await showIncident(visit);
}

async function showIncident(visit: PanelVisit): Promise<void> {
  await showPanel(visit, renderIncident(visit.t, await viewIncident(visit.shop)));
}

async function askText(visit: PanelVisit): Promise<void> {
  await beginConversation(visit.shop, visit.chatId, { flow: 'incident-text' });
  await showPanel(visit, renderIncidentAsk(visit.t, null));
}

/** Nothing is told to anybody before it was seen as customers will see it; another text takes its place. */
async function takeText(visit: PanelVisit, typed: string): Promise<void> {
  const { shop, t, tap, chatId } = visit;
  const before = await findDraft(visit, chatId, draftShape);
  if (before?.tapKey === tap.key) return sendPanel(visit, renderIncidentDraft(t, before));
  const text = parseIncidentText(typed);
  if (text === null) return sendPanel(visit, renderIncidentAsk(t, t.text('admin-incident-bad')));
  const draft = { form: 'incident', draftId: shop.ids.rowId(), tapKey: tap.key, text };
  await keepDraft(visit, chatId, { flow: 'incident-text', draft });
  await sendPanel(visit, renderIncidentDraft(t, draft));
}

async function save(visit: PanelVisit, { draftId }: { draftId: string }): Promise<void> {
  const draft = await findDraft(visit, visit.chatId, draftShape);
  if (draft?.draftId !== draftId) await visit.answer(visit.t.text('admin-draft-gone'), 'alert');
  else await tell(visit, draft.text);
  await showIncident(visit);
}

async function tell(visit: PanelVisit, text: string): Promise<void> {
  const told = await tellIncident(visit.shop, { actor: actorOf(visit), text, actKey: visit.tap.key });
  await visit.answer(visit.t.text(told.ok ? 'admin-done' : 'admin-incident-bad'));
}

async function turn(visit: PanelVisit, { isOn }: { isOn: boolean }): Promise<void> {
  await turnIncident(visit.shop, { actor: actorOf(visit), isOn, actKey: visit.tap.key });
  await visit.answer(visit.t.text('admin-done'));
  await showIncident(visit);
}
