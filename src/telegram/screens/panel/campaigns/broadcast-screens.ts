import type { BroadcastStatus } from '../../../../domain/broadcasts.ts';
import type { ListPage } from '../../../../lib/list-page.ts';
import { formatDateTime } from '../../../../locales/format-values.ts';
import type { Translator } from '../../../../locales/translate.ts';
import type { BroadcastView, Progress } from '../../../../usecases/broadcasts/view-broadcast.ts';
import { NAME_LENGTH, pageRow, shorten } from '../../pages.ts';
import { type Button, backButton, type Screen } from '../../screen.ts';

const SIGNS: Record<BroadcastStatus, string> = {
  draft: '📝',
  running: '▶️',
  paused: '⏸',
  done: '✅',
  cancelled: '🚫',
};

type Listed = Pick<BroadcastView['broadcast'], 'broadcastId' | 'title' | 'status'>;

export function renderBroadcasts(t: Translator, page: ListPage<Listed>): Screen {
  const cards: Button[][] = page.items.map(({ broadcastId, title, status }) => [
    { text: `${SIGNS[status]} ${shorten(title, NAME_LENGTH)}`, action: { to: 'broadcast', broadcastId } },
  ]);
  const about = t.text(cards.length === 0 ? 'admin-broadcasts-none' : 'admin-broadcasts-signs');
  return {
    text: `${t.text('admin-broadcasts-title')}\n\n${about}`,
    rows: [
      ...cards,
      ...pageRow(t, page, (to) => ({ to: 'broadcasts', page: to })),
      [{ text: t.text('button-broadcast-new'), action: { to: 'broadcast-new' } }],
      [{ text: t.text('button-broadcast-unsubscribed'), action: { to: 'broadcast-unsubscribed' } }],
      [{ text: t.text('button-broadcast-tests'), action: { to: 'broadcast-tests', page: 0 } }],
      [backButton(t, { to: 'admin' })],
    ],
  };
}

/** `reach`: how many a draft would be sent to now; null where it is no draft any more. */
export function renderBroadcastCard(t: Translator, view: BroadcastView & { reach: number | null }): Screen {
  const { broadcast, reach } = view;
  const { broadcastId, status, textB } = broadcast;
  const lines = [
    describe(t, broadcast),
    reach === null ? describeProgress(t, view) : describeDraft(t, broadcast, reach),
    broadcast.problem === null ? null : t.text('operator-broadcast-problem', { problem: broadcast.problem }),
  ];
  const test: Button = {
    text: t.text('button-broadcast-test'),
    action: { to: 'broadcast-test', broadcastId },
  };
  return {
    text: lines.filter((line) => line !== null).join('\n\n'),
    rows: [
      ...steeringRows(t, { broadcastId, status }),
      ...(textB === null ? [] : [[test]]),
      [{ text: t.text('button-status-again'), action: { to: 'broadcast', broadcastId } }],
      [backButton(t, { to: 'broadcasts', page: 0 })],
    ],
  };
}

function describe(t: Translator, broadcast: BroadcastView['broadcast']): string {
  const { title, status, kind, segment, createdAt } = broadcast;
  const facts = {
    title,
    state: t.text(`broadcast-state-${status}`),
    kind: t.text(`broadcast-kind-${kind}`),
    segment: t.text(`broadcast-segment-${segment}`),
    created: formatDateTime(createdAt),
  };
  return `${SIGNS[status]} ${t.text('admin-broadcast-card', facts)}`;
}

function describeDraft(t: Translator, broadcast: BroadcastView['broadcast'], reach: number): string {
  const { previewedAt } = broadcast;
  const preview = t.text(
    previewedAt === null ? 'admin-broadcast-preview-comes' : 'admin-broadcast-previewed',
  );
  return `${t.text('admin-broadcast-reach', { count: reach })}\n${preview}`;
}

function describeProgress(t: Translator, { broadcast, progress, secondsLeft }: BroadcastView): string {
  const lines = [t.text('admin-broadcast-progress', { ...progress })];
  if (broadcast.status === 'running' && !broadcast.isListed) lines.push(t.text('admin-broadcast-listing'));
  if (secondsLeft !== null)
    lines.push(t.text('admin-broadcast-left', { minutes: Math.ceil(secondsLeft / 60) }));
  return lines.join('\n');
}

/** What can be done with it now. What all customers get, and what ends it for good, is asked first. */
function steeringRows(t: Translator, of: { broadcastId: string; status: BroadcastStatus }): Button[][] {
  const { broadcastId, status } = of;
  const cancel: Button = {
    text: t.text('button-broadcast-cancel'),
    action: { to: 'broadcast-ask', steering: 'cancel', broadcastId },
  };
  switch (status) {
    case 'draft':
      return [
        [
          {
            text: t.text('button-broadcast-start'),
            action: { to: 'broadcast-ask', steering: 'start', broadcastId },
          },
        ],
        [{ text: t.text('button-broadcast-preview'), action: { to: 'broadcast-preview', broadcastId } }],
        [cancel],
      ];
    case 'running':
    case 'paused': {
      const steering = status === 'running' ? 'pause' : 'resume';
      const text = t.text(`button-broadcast-${steering}`);
      return [[{ text, action: { to: 'broadcast-steer', steering, broadcastId } }], [cancel]];
    }
    case 'done':
    case 'cancelled':
      return [];
  }
}

/** Asked before it is sent to everybody, or given up. `reach`: how many would get it now. */
export function renderSteeringQuestion(
  t: Translator,
  asked: { broadcastId: string; title: string; steering: 'start' | 'cancel'; reach: number },
): Screen {
  const { broadcastId, title, steering, reach } = asked;
  const text =
    steering === 'start'
      ? t.text('admin-broadcast-start-ask', { title, count: reach })
      : t.text('admin-broadcast-cancel-ask', { title });
  return {
    text,
    rows: [
      [{ text: t.text('button-yes'), action: { to: 'broadcast-steer', steering, broadcastId } }],
      [backButton(t, { to: 'broadcast', broadcastId })],
    ],
  };
}

type ListedTest = { broadcastId: string; title: string; createdAt: Date; sentA: bigint; sentB: bigint };

export function renderBroadcastTests(t: Translator, page: ListPage<ListedTest>): Screen {
  const lines = page.items.map(({ title, createdAt, ...sent }) => {
    const [a, b] = [Number(sent.sentA), Number(sent.sentB)];
    return t.text('admin-broadcast-test-line', {
      title: shorten(title, NAME_LENGTH),
      at: formatDateTime(createdAt),
      a,
      b,
      partA: percentOf(a, a + b),
      partB: percentOf(b, a + b),
    });
  });
  const cards: Button[][] = page.items.map(({ broadcastId, title }) => [
    { text: `📊 ${shorten(title, NAME_LENGTH)}`, action: { to: 'broadcast-test', broadcastId } },
  ]);
  return {
    text: [
      t.text('admin-broadcast-tests-title'),
      lines.join('\n\n') || t.text('admin-broadcast-tests-none'),
    ].join('\n\n'),
    rows: [
      ...cards,
      ...pageRow(t, page, (to) => ({ to: 'broadcast-tests', page: to })),
      [backButton(t, { to: 'broadcasts', page: 0 })],
    ],
  };
}

/** How both texts of a test did: their parts of what was sent, and what became of the rest. */
export function renderBroadcastTest(t: Translator, { broadcast, progress, variants }: BroadcastView): Screen {
  const { broadcastId, title } = broadcast;
  const lines = (['a', 'b'] as const).map((variant) =>
    t.text('admin-broadcast-variant', {
      ...factsOf(variants[variant]),
      variant: variant.toUpperCase(),
      part: percentOf(variants[variant].sent, progress.sent),
    }),
  );
  const total = t.text('admin-broadcast-test-total', {
    sent: progress.sent,
    recipients: progress.recipients,
  });
  return {
    text: [t.text('admin-broadcast-test-title', { title }), ...lines, total].join('\n\n'),
    rows: [
      [{ text: t.text('button-status-again'), action: { to: 'broadcast-test', broadcastId } }],
      [backButton(t, { to: 'broadcast', broadcastId })],
    ],
  };
}

function factsOf({ recipients, sent, failed, unknown }: Progress) {
  return { recipients, sent, failed, unknown };
}

/** In whole percent; 0 of nothing. */
function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 100);
}
