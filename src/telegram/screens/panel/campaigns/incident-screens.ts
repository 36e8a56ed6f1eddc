import { formatDateTime } from '../../../../locales/format-values.ts';
import type { Translator } from '../../../../locales/translate.ts';
import { describeIncident } from '../../incident-screens.ts';
import { backButton, type Screen } from '../../screen.ts';

/** What customers are told, or would be told, and who has seen to it. */
export function renderIncident(
  t: Translator,
  incident: { isOn: boolean; text: string | null; actor: string | null; setAt: Date | null },
): Screen {
  const { isOn, actor, setAt } = incident;
  const lines = [
    t.text('admin-incident-title'),
    t.text(isOn ? 'admin-incident-on' : 'admin-incident-off'),
    quote(describeIncident(t, incident)),
  ];
  if (actor !== null && setAt !== null)
    lines.push(t.text('admin-incident-by', { actor, at: formatDateTime(setAt) }));
  return {
    text: lines.join('\n\n'),
    rows: [
      [
        {
          text: t.text(isOn ? 'button-incident-off' : 'button-incident-on'),
          action: { to: 'admin-incident-turn', isOn: !isOn },
        },
      ],
      [{ text: t.text('button-incident-text'), action: { to: 'admin-incident-text' } }],
      [backButton(t, { to: 'admin' })],
    ],
  };
}

/** `problem`: why what was typed did not do. */
export function renderIncidentAsk(t: Translator, problem: string | null): Screen {
  const question = t.text('admin-incident-ask');
  return {
    text: problem === null ? question : `${problem}\n\n${question}`,
    rows: [[backButton(t, { to: 'admin-incident' })]],
  };
}

/** The new words as customers will see them. */
export function renderIncidentDraft(t: Translator, draft: { draftId: string; text: string }): Screen {
  return {
    text: `${t.text('admin-incident-draft')}\n\n${quote(describeIncident(t, draft))}`,
    rows: [
      [
        {
          text: t.text('button-incident-save'),
          action: { to: 'admin-incident-save', draftId: draft.draftId },
        },
      ],
      [{ text: t.text('button-incident-text'), action: { to: 'admin-incident-text' } }],
      [backButton(t, { to: 'admin-incident' })],
    ],
  };
}

function quote(html: string): string {
  return `<blockquote>${html}</blockquote>`;
}
