import { z } from 'zod';
import {
  BROADCAST_KINDS,
  type BroadcastDraft,
  type BroadcastKind,
  isBroadcastText,
  isSecondText,
  isTitle,
  SEGMENTS,
  type Segment,
} from '../../../../domain/broadcasts.ts';
import { createBroadcast } from '../../../../usecases/broadcasts/create-broadcast.ts';
import { viewBroadcast } from '../../../../usecases/broadcasts/view-broadcast.ts';
import {
  BROADCAST_QUESTIONS,
  type BroadcastQuestion,
  renderBroadcastQuestion,
} from '../../../screens/panel/campaigns/broadcast-form-screens.ts';
import { typedHtml } from '../../../typed-html.ts';
import { actorOf, type PanelForms, type PanelVisit } from '../panel-visit.ts';
import { showBroadcast, showBroadcasts } from './broadcast-flow.ts';
import { createForm, type Taken } from './panel-form.ts';

/** A new broadcast as far as it is known; `asks`: what comes next. `segment`: settled when the form was opened. */
const draftShape = z.object({
  form: z.literal('broadcast'),
  draftId: z.string(),
  tapKey: z.string(),
  asks: z.enum(BROADCAST_QUESTIONS),
  title: z.string(),
  textA: z.string(),
  textB: z.string().nullable(),
  kind: z.enum(BROADCAST_KINDS),
  segment: z.enum(SEGMENTS).nullable(),
});
type Draft = z.infer<typeof draftShape>;
type OfDraft = { draftId: string };

const form = createForm({
  flow: 'new-broadcast',
  shape: draftShape,
  render: ({ t }, { asks: question, draftId, segment }, problem) =>
    renderBroadcastQuestion(t, { question, draftId, segment, problem }),
  take: (visit, draft, text) => takers[draft.asks](visit, draft, text),
  showSection: showBroadcasts,
});

/** What a new broadcast is to be, asked one thing after another. */
export const broadcastFormRoutes = {
  'broadcast-new': (visit: PanelVisit) => begin(visit, null),
  'broadcast-unsubscribed': (visit: PanelVisit) => begin(visit, 'no-subscription'),
  'broadcast-ab': takeChoice,
  'broadcast-kind': takeKind,
  'broadcast-to': create,
};

export const broadcastForms: PanelForms<'new-broadcast'> = {
  'new-broadcast': { right: 'write-to-all', take: form.takeText },
};

async function begin(visit: PanelVisit, segment: Segment | null): Promise<void> {
  const nothing = { title: '', textA: '', textB: null, kind: 'info' as const };
  await form.begin(visit, (kept) => ({ ...kept, form: 'broadcast', asks: 'title', ...nothing, segment }));
}

type Take = (visit: PanelVisit, draft: Draft, text: string) => Taken<Draft>;

/** The kind is asked after the texts; what is asked by buttons is not typed. */
const takers: Record<BroadcastQuestion, Take> = {
  title({ t }, draft, text) {
    const title = text.trim();
    return isTitle(title) ? { ...draft, title, asks: 'ab' } : t.text('admin-broadcast-bad-title');
  },
  ab: ({ t }) => t.text('admin-choose'),
  text: (visit, draft, text) => takeFirst(visit, draft, { text, next: 'kind' }),
  'text-a': (visit, draft, text) => takeFirst(visit, draft, { text, next: 'text-b' }),
  'text-b'({ t, entities }, draft, text) {
    const textB = typedHtml(text, entities).trim();
    if (isSecondText(textB, draft.textA)) return { ...draft, textB, asks: 'kind' };
    return t.text('admin-broadcast-bad-text-b');
  },
  kind: ({ t }) => t.text('admin-choose'),
  segment: ({ t }) => t.text('admin-choose'),
};

function takeFirst(
  { t, entities }: PanelVisit,
  draft: Draft,
  typed: { text: string; next: BroadcastQuestion },
): Taken<Draft> {
  const textA = typedHtml(typed.text, entities).trim();
  return isBroadcastText(textA)
    ? { ...draft, textA, textB: null, asks: typed.next }
    : t.text('admin-broadcast-bad-text');
}

async function takeChoice(
  visit: PanelVisit,
  { draftId, isTest }: OfDraft & { isTest: boolean },
): Promise<void> {
  await form.press(visit, draftId, (draft) =>
    draft.title === '' ? draft : { ...draft, textB: null, asks: isTest ? 'text-a' : 'text' },
  );
}

async function takeKind(visit: PanelVisit, wish: OfDraft & { kind: BroadcastKind }): Promise<void> {
  const { draftId, kind } = wish;
  await form.press(visit, draftId, (draft) =>
    draft.asks === 'kind' || draft.asks === 'segment' ? { ...draft, kind, asks: 'segment' } : draft,
  );
}

/** The draft's id is the broadcast's: however often it is confirmed, it is made once. */
async function create(
  visit: PanelVisit,
  { draftId, segment }: OfDraft & { segment: Segment },
): Promise<void> {
  const { shop, t } = visit;
  if (await viewBroadcast(shop, draftId)) return showBroadcast(visit, draftId);
  const gathered = await form.find(visit, draftId);
  if (gathered?.asks !== 'segment') return form.refuse(visit);
  const { title, kind, textA, textB } = gathered;
  const draft: BroadcastDraft = { title, kind, segment, textA, textB, buttons: [] };
  const made = await createBroadcast(shop, { actor: actorOf(visit), broadcastId: draftId, draft });
  if (!made.ok) return form.refuse(visit);
  await visit.answer(t.text('admin-broadcast-preview-comes'));
  await showBroadcast(visit, draftId);
}
