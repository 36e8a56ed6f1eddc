import { BROADCAST_KINDS, SEGMENTS, type Segment } from '../../../../domain/broadcasts.ts';
import type { Translator } from '../../../../locales/translate.ts';
import { type Button, backButton, pairs, type Screen } from '../../screen.ts';

/** What is asked for a new broadcast, one thing after another. */
export const BROADCAST_QUESTIONS = ['title', 'ab', 'text', 'text-a', 'text-b', 'kind', 'segment'] as const;
export type BroadcastQuestion = (typeof BROADCAST_QUESTIONS)[number];

type Asked = {
  question: BroadcastQuestion;
  draftId: string;
  /** Whom it is for, if that was settled when the form was opened. */
  segment: Segment | null;
  /** Why what was typed did not do. */
  problem: string | null;
};

export function renderBroadcastQuestion(t: Translator, asked: Asked): Screen {
  const { question, problem } = asked;
  const text = t.text(`admin-broadcast-ask-${question}`);
  return {
    text: problem === null ? text : `${problem}\n\n${text}`,
    rows: [...choicesFor(t, asked), [backButton(t, { to: 'broadcasts', page: 0 })]],
  };
}

function choicesFor(t: Translator, { question, draftId, segment }: Asked): Button[][] {
  switch (question) {
    case 'ab':
      return [
        [{ text: t.text('button-broadcast-one'), action: { to: 'broadcast-ab', isTest: false, draftId } }],
        [{ text: t.text('button-broadcast-ab'), action: { to: 'broadcast-ab', isTest: true, draftId } }],
      ];
    case 'kind':
      return pairs(
        BROADCAST_KINDS.map((kind) => ({
          text: t.text(`broadcast-kind-${kind}`),
          action: { to: 'broadcast-kind', kind, draftId },
        })),
      );
    case 'segment':
      return (segment === null ? SEGMENTS : [segment]).map((one) => [
        { text: t.text(`broadcast-segment-${one}`), action: { to: 'broadcast-to', segment: one, draftId } },
      ]);
    default:
      return [];
  }
}
