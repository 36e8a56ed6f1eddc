import { formatDateTime } from '../../../../locales/format-values.ts';
import type { Translator } from '../../../../locales/translate.ts';
import type { MassReissueReport } from '../../../../ports/notifier.ts';
import type { MassReissueView } from '../../../../usecases/mass-reissue/view-mass-reissue.ts';
import { type Button, backButton, type Screen } from '../../screen.ts';

/** `latest`: the last time everybody got a new key; `now`: when this is shown, so that a refreshed screen says so. */
export function renderKeys(t: Translator, latest: MassReissueView | null, now: Date): Screen {
  const lines = latest ? describeReissue(t, latest, now) : [t.text('keys-never')];
  return {
    text: [t.text('keys-title'), ...lines].join('\n'),
    rows: [...reissueRows(t, latest), [backButton(t, { to: 'admin' })]],
  };
}

function describeReissue(t: Translator, latest: MassReissueView, now: Date): string[] {
  const { status, startedAt, isListed, secondsLeft } = latest;
  const isRunning = status === 'running';
  const minutes = Math.ceil((secondsLeft ?? 0) / 60);
  return [
    t.text(`keys-${status}`, { started: formatDateTime(startedAt) }),
    '',
    ...(isListed ? [] : [t.text('keys-listing')]),
    describeCounts(t, latest),
    ...(secondsLeft ? [t.text('keys-time-left', { minutes })] : []),
    ...(isRunning ? ['', t.text('keys-as-of', { at: formatClock(now) })] : []),
  ];
}

function describeCounts(
  t: Translator,
  counts: Omit<MassReissueReport, 'kind' | 'status' | 'failedIds'>,
): string {
  const { total, done, skipped, failed, left } = counts;
  return t.text('keys-counts', { total, done, skipped, failed, left });
}

function reissueRows(t: Translator, latest: MassReissueView | null): Button[][] {
  const one: Button = { text: t.text('button-rekey-one'), action: { to: 'admin-people' } };
  if (latest?.status !== 'running')
    return [[one], [{ text: t.text('button-rekey-all'), action: { to: 'admin-rekey-all-ask' } }]];
  const { reissueId } = latest;
  return [
    [{ text: t.text('button-status-again'), action: { to: 'admin-keys' } }],
    [{ text: t.text('button-rekey-stop'), action: { to: 'admin-rekey-stop-ask', reissueId } }],
    [one],
  ];
}

/** Asked twice: nobody's app goes on without the new key, unless it follows a link. */
export function renderReissueAllQuestion(t: Translator, view: { count: number; askedAt: Date }): Screen {
  const { count, askedAt } = view;
  return {
    text: t.text('keys-ask', { count }),
    rows: [
      [{ text: t.text('button-continue'), action: { to: 'admin-rekey-all-sure', askedAt } }],
      [backButton(t, { to: 'admin-keys' })],
    ],
  };
}

export function renderReissueAllAgain(t: Translator, askedAt: Date): Screen {
  return {
    text: t.text('keys-ask-again'),
    rows: [
      [{ text: t.text('button-rekey-all-yes'), action: { to: 'admin-rekey-all', askedAt } }],
      [backButton(t, { to: 'admin-keys' })],
    ],
  };
}

export function renderReissueStopQuestion(t: Translator, reissueId: string): Screen {
  return {
    text: t.text('keys-stop-ask'),
    rows: [
      [{ text: t.text('button-yes'), action: { to: 'admin-rekey-stop', reissueId } }],
      [backButton(t, { to: 'admin-keys' })],
    ],
  };
}

/** What operators are told when it is over. */
export function renderReissueReport(t: Translator, report: MassReissueReport): Screen {
  const { status, failedIds } = report;
  const lines = [
    t.text(`keys-report-${status}`),
    describeCounts(t, report),
    ...(failedIds.length > 0 ? [t.text('keys-failed', { ids: failedIds.join(', ') })] : []),
  ];
  return {
    text: lines.join('\n'),
    rows: [[{ text: t.text('button-keys'), action: { to: 'admin-keys' }, keeps: true }]],
  };
}

/** HH:MM:SS, UTC: a screen that is shown again a second later has to differ, or Telegram takes it for the same. */
function formatClock(at: Date): string {
  return at.toISOString().slice(11, 19);
}
