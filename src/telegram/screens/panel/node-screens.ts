import { formatDateTime } from '../../../locales/format-values.ts';
import type { Translator } from '../../../locales/translate.ts';
import type { NodeView } from '../../../usecases/nodes/list-nodes.ts';
import type { NodeTreatment } from '../../../usecases/nodes/manage-nodes.ts';
import { TREATMENTS } from '../../buttons/panel/node-buttons.ts';
import { type Page, pageRow, shorten } from '../pages.ts';
import { type Button, backButton, type Screen } from '../screen.ts';

const HEALTH_SIGNS: Record<NodeView['health'], string> = {
  healthy: '🟢',
  down: '🟡',
  dead: '🔴',
  unchecked: '⚪️',
};
/** What fits on a button and in a line. */
const MAX_NAME = 40;

/** Every node with what is said of it on one line. */
export function renderNodes(t: Translator, nodes: Page<NodeView>): Screen {
  const { items, page, pages } = nodes;
  const rows: Button[][] = items.map(({ nodeId, name, location, health, status, placedCount, capacity }) => {
    const state = status === 'active' ? '' : ` · ${t.text(`node-${status}`)}`;
    const label = `${HEALTH_SIGNS[health]} ${shorten(name, MAX_NAME)} · ${location} · ${placedCount}/${capacity}${state}`;
    return [{ text: label, action: { to: 'admin-node', nodeId } }];
  });
  const isEmpty = items.length === 0;
  return {
    text: isEmpty ? t.text('nodes-none') : t.text('nodes-title', { page: page + 1, pages }),
    rows: [
      ...rows,
      ...pageRow(t, nodes, (target) => ({ to: 'admin-nodes', page: target })),
      ...(isEmpty ? [] : [[checkAllButton(t)]]),
      [{ text: t.text('button-status-again'), action: { to: 'admin-nodes', page } }],
      [backButton(t, { to: 'admin' })],
    ],
  };
}

function checkAllButton(t: Translator): Button {
  return { text: t.text('button-nodes-check'), action: { to: 'admin-nodes-check' } };
}

/** One node, and what may be done to it. */
export function renderNode(t: Translator, node: NodeView): Screen {
  const { nodeId, name, location, status, health, checkedAt, placedCount, capacity, core } = node;
  const lines = [
    t.text('node-card', {
      name: shorten(name, MAX_NAME),
      location,
      state: t.text(`node-${status}`),
      health: `${HEALTH_SIGNS[health]} ${t.text(`node-health-${health}`)}`,
      checked: checkedAt === null ? '—' : `${formatDateTime(checkedAt)} UTC`,
      inStep: `${formatDateTime(node.inStepAt)} UTC`,
      customers: placedCount,
      capacity,
      core: core === null ? '—' : shorten(core, MAX_NAME),
    }),
    node.downSince === null ? null : t.text('node-down-since', { at: formatDateTime(node.downSince) }),
    node.configProblem === null
      ? null
      : t.text('node-problem', { problem: shorten(node.configProblem, 300) }),
  ];
  return {
    text: lines.filter((line) => line !== null).join('\n'),
    rows: [
      ...treatmentRows(t, node),
      [{ text: t.text('button-node-check'), action: { to: 'admin-node-check', nodeId } }],
      [{ text: t.text('button-status-again'), action: { to: 'admin-node', nodeId } }],
      [backButton(t, { to: 'admin-nodes', page: 0 })],
    ],
  };
}

function treatmentRows(t: Translator, { nodeId, status }: NodeView): Button[][] {
  return TREATMENTS.filter((treatment) => treatment !== status).map((treatment) => [
    { text: t.text(`button-node-${treatment}`), action: { to: 'admin-node-ask', treatment, nodeId } },
  ]);
}

/** Asked before it is done: customers notice. `stranded`: who would be left without any server. */
export function renderNodeQuestion(
  t: Translator,
  wish: { node: NodeView; stranded: number; treatment: NodeTreatment },
): Screen {
  const { node, stranded, treatment } = wish;
  const { nodeId, placedCount } = node;
  const question = t.text(`node-ask-${treatment}`, {
    name: shorten(node.name, MAX_NAME),
    customers: placedCount,
  });
  const warns = treatment === 'disabled' && stranded > 0;
  return {
    text: warns ? `${question}\n\n${t.text('node-stranded', { stranded })}` : question,
    rows: [
      [
        {
          text: t.text('button-yes'),
          action: warns ? { to: 'admin-node-cut', nodeId } : { to: 'admin-node-treat', treatment, nodeId },
        },
      ],
      [backButton(t, { to: 'admin-node', nodeId })],
    ],
  };
}
