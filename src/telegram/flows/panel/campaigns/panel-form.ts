import type { z } from 'zod';
import type { PanelFlow } from '../../../../usecases/customers/conversation.ts';
import { findDraft, keepDraft } from '../../../../usecases/customers/sealed-draft.ts';
import type { Screen } from '../../../screens/screen.ts';
import { type PanelVisit, sendPanel, showPanel } from '../panel-visit.ts';

/** What every form keeps besides its answers. `tapKey`: by which tap it came where it is. */
type Kept = { draftId: string; tapKey: string };

/** The draft with an answer in it, or why the answer does not do. */
export type Taken<Draft> = Draft | string;

/** What is asked one thing after another, by typed words and by buttons. */
export type PanelForm<Draft extends Kept> = {
  begin(visit: PanelVisit, open: (kept: Kept) => Draft): Promise<void>;
  takeText(visit: PanelVisit, typed: string): Promise<void>;
  /** A button of the form that is open; one of another form says so. */
  press(visit: PanelVisit, draftId: string, answer: (draft: Draft) => Draft): Promise<void>;
  /** The draft that a button belongs to; null when that form is over. */
  find(visit: PanelVisit, draftId: string): Promise<Draft | null>;
  /** Says that the form is over, and leads to its section. */
  refuse(visit: PanelVisit): Promise<void>;
};

/** A form whose draft is kept after every answer, so that it goes on in any process, and acts on what was shown. */
export function createForm<Draft extends Kept>(of: {
  flow: PanelFlow;
  shape: z.ZodType<Draft>;
  render(visit: PanelVisit, draft: Draft, problem: string | null): Screen;
  take(visit: PanelVisit, draft: Draft, text: string): Promise<Taken<Draft>> | Taken<Draft>;
  showSection(visit: PanelVisit): Promise<void>;
}): PanelForm<Draft> {
  const keep = async (visit: PanelVisit, draft: Draft): Promise<Screen> => {
    const kept = { ...draft, tapKey: visit.tap.key };
    await keepDraft(visit, visit.chatId, { flow: of.flow, draft: kept });
    return of.render(visit, kept, null);
  };
  const current = (visit: PanelVisit) => findDraft(visit, visit.chatId, of.shape);
  const form: PanelForm<Draft> = {
    async begin(visit, open) {
      const draft = open({ draftId: visit.shop.ids.rowId(), tapKey: visit.tap.key });
      await showPanel(visit, await keep(visit, draft));
    },
    async takeText(visit, typed) {
      const draft = await current(visit);
      if (!draft) return of.showSection(visit);
      // A text that is worked twice, after a crash, is no answer to the next question.
      const isRepeat = draft.tapKey === visit.tap.key;
      const taken = isRepeat ? draft : await of.take(visit, draft, typed);
      const isRefused = typeof taken === 'string';
      await sendPanel(visit, isRefused ? of.render(visit, draft, taken) : await keep(visit, taken));
    },
    async press(visit, draftId, answer) {
      const draft = await form.find(visit, draftId);
      if (draft) await showPanel(visit, await keep(visit, answer(draft)));
      else await form.refuse(visit);
    },
    async find(visit, draftId) {
      const draft = await current(visit);
      return draft?.draftId === draftId ? draft : null;
    },
    async refuse(visit) {
      await visit.answer(visit.t.text('admin-draft-gone'), 'alert');
      await of.showSection(visit);
    },
  };
  return form;
}
