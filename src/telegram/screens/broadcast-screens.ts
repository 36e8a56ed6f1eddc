import type { BroadcastButton } from '../../domain/broadcasts.ts';
import type { Translator } from '../../locales/translate.ts';
import type { BroadcastMessage } from '../../ports/broadcaster.ts';
import type { BroadcastReport } from '../../ports/notifier.ts';
import type { Button, Screen } from './screen.ts';

/** The title is plain text, the text is HTML of the operator's own. */
export function renderBroadcast(t: Translator, message: BroadcastMessage): Screen {
  const head = t.text(`broadcast-${message.kind}`, { title: message.title });
  return { text: `${head}\n\n${message.text}`, rows: message.buttons.map((button) => [toButton(button)]) };
}

function toButton(button: BroadcastButton): Button {
  return 'url' in button ? button : { text: button.text, action: { to: button.screen } };
}

/** Below what was shown, so that the way on does not scroll away. */
export function renderPreviewed(
  t: Translator,
  shown: { broadcastId: string; title: string; isTest: boolean },
): Screen {
  const { broadcastId, title, isTest } = shown;
  const open: Button = {
    text: t.text('button-broadcast-open'),
    action: { to: 'broadcast', broadcastId },
    keeps: true,
  };
  return {
    text: t.text(isTest ? 'operator-broadcast-previewed-ab' : 'operator-broadcast-previewed', { title }),
    rows: [[open]],
  };
}

/** To operators: it is over, or was paused by itself. */
export function renderBroadcastReport(t: Translator, report: BroadcastReport): Screen {
  const { status, problem, kind: _, title, ...counts } = report;
  const head = t.text(status === 'done' ? 'operator-broadcast-done' : 'operator-broadcast-paused', {
    title,
  });
  const lines = [head, t.text('operator-broadcast-counts', counts)];
  if (problem !== null) lines.push(t.text('operator-broadcast-problem', { problem }));
  return { text: lines.join('\n\n'), rows: [] };
}
