import { checkFleet, checkNode } from '../../../usecases/nodes/check-fleet.ts';
import { viewNodes } from '../../../usecases/nodes/list-nodes.ts';
import { type NodeTreatment, treatNode } from '../../../usecases/nodes/manage-nodes.ts';
import { findNodeAtStake, findNodeView } from '../../../usecases/nodes/view-node.ts';
import { pageOf } from '../../screens/pages.ts';
import { renderNode, renderNodeQuestion, renderNodes } from '../../screens/panel/node-screens.ts';
import { actorOf, type PanelVisit, showPanel } from './panel-visit.ts';

const NODES_ON_PAGE = 8;

type OfNode = { nodeId: string };
type Wish = OfNode & { treatment: NodeTreatment };

/** The servers that customers connect to. */
export const nodesRoutes = {
  'admin-nodes': (visit: PanelVisit, { page }: { page: number }) => showNodes(visit, page),
  'admin-node': (visit: PanelVisit, { nodeId }: OfNode) => showNode(visit, nodeId),
  'admin-node-ask': ask,
  'admin-node-treat': (visit: PanelVisit, wish: Wish) => treat(visit, wish, false),
  'admin-node-cut': (visit: PanelVisit, { nodeId }: OfNode) =>
    treat(visit, { nodeId, treatment: 'disabled' }, true),
  'admin-node-check': checkOne,
  'admin-nodes-check': checkAll,
};

async function showNodes(visit: PanelVisit, page: number): Promise<void> {
  const nodes = pageOf(await viewNodes(visit.shop), page, NODES_ON_PAGE);
  await showPanel(visit, renderNodes(visit.t, nodes));
}

async function showNode(visit: PanelVisit, nodeId: string): Promise<void> {
  const node = await findNodeView(visit.shop, nodeId);
  if (!node) return refuseUnknown(visit);
  await showPanel(visit, renderNode(visit.t, node));
}

async function refuseUnknown(visit: PanelVisit): Promise<void> {
  await visit.answer(visit.t.text('node-unknown'), 'alert');
  await showNodes(visit, 0);
}

async function ask(visit: PanelVisit, { nodeId, treatment }: Wish): Promise<void> {
  const atStake = await findNodeAtStake(visit.shop, nodeId);
  if (!atStake) return refuseUnknown(visit);
  await showPanel(visit, renderNodeQuestion(visit.t, { ...atStake, treatment }));
}

/** `mayStrand`: whoever taps has read how many customers that leaves without a server. */
async function treat(visit: PanelVisit, wish: Wish, mayStrand: boolean): Promise<void> {
  const { nodeId, treatment } = wish;
  const { shop, t } = visit;
  const node = await findNodeView(shop, nodeId);
  if (!node) return refuseUnknown(visit);
  const order = { actor: actorOf(visit), name: node.name, treatment, actKey: visit.tap.key, mayStrand };
  const treated = await treatNode(shop, order);
  if (!treated.ok && treated.refusal === 'customers-stranded') {
    await visit.answer(t.text('people-changed'), 'alert');
    return ask(visit, wish);
  }
  if (!treated.ok) return refuseUnknown(visit);
  await visit.answer(t.text('admin-done'));
  await showNode(visit, nodeId);
}

async function checkOne(visit: PanelVisit, { nodeId }: OfNode): Promise<void> {
  const { shop, t } = visit;
  const asked = await checkNode(shop, { actor: actorOf(visit), key: visit.tap.key, nodeId });
  if (!asked.ok && asked.refusal === 'node-unknown') return refuseUnknown(visit);
  if (asked.ok) await visit.answer(t.text('node-check-asked'));
  else await visit.answer(t.text('waiting-off'), 'alert');
  await showNode(visit, nodeId);
}

/** The answer to the tap says that it begins; what came of it is told in a message of its own. */
async function checkAll(visit: PanelVisit): Promise<void> {
  const { shop, t, customer } = visit;
  const wish = { actor: actorOf(visit), key: visit.tap.key, telegramId: customer.telegramId };
  const asked = await checkFleet(shop, wish);
  if (asked.ok) await visit.answer(t.text('fleet-check-asked', { nodes: asked.nodes }));
  else await visit.answer(t.text(asked.refusal === 'no-nodes' ? 'nodes-none' : 'waiting-off'), 'alert');
  await showNodes(visit, 0);
}
