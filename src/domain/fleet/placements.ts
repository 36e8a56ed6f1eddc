/** A node as placement sees it. `weight` > 0: its share against others; `capacity`: entitlements it has room for. */
export type PlacementNode = {
  nodeId: string;
  status: 'active' | 'draining' | 'disabled' | 'removed';
  location: string;
  weight: number;
  capacity: number;
  placedCount: number;
  /** Since when it counts as lost. */
  deadAt: Date | null;
};

/** Two nodes in a place: one may fail, and the customer's app has the other already. */
const NODES_PER_LOCATION = 2;

export type PlacementChoice = {
  nodeIds: string[];
  /** Nothing had room, and a node was filled past its capacity: who has paid is served. */
  isOverfull: boolean;
};

/**
 * The nodes that an entitlement should be placed on besides those in `placedOn`: in every location the least loaded
 * for their weight, until two serve there. Placements are never taken back here, so a node that is draining or
 * lost keeps serving whom it can while others join it.
 */
export function choosePlacements(
  nodes: readonly PlacementNode[],
  placedOn: ReadonlySet<string>,
): PlacementChoice {
  const serving = nodes.filter((node) => node.status === 'active' && node.deadAt === null);
  const chosen = [...new Set(serving.map((node) => node.location))].flatMap((location) => {
    const here = serving.filter((node) => node.location === location);
    const isPlaced = (node: PlacementNode) => placedOn.has(node.nodeId);
    const wanted = NODES_PER_LOCATION - here.filter(isPlaced).length;
    const withRoom = here.filter((node) => !isPlaced(node) && node.placedCount < node.capacity);
    return withRoom.sort(byLoad).slice(0, Math.max(0, wanted));
  });
  if (chosen.length > 0 || serving.some(({ nodeId }) => placedOn.has(nodeId))) {
    return { nodeIds: chosen.map(({ nodeId }) => nodeId), isOverfull: false };
  }
  return chooseLastResort(nodes, serving, placedOn);
}

/** Every serving node is full, or none serves at all: the least loaded that may come back. */
function chooseLastResort(
  nodes: readonly PlacementNode[],
  serving: readonly PlacementNode[],
  placedOn: ReadonlySet<string>,
): PlacementChoice {
  const isAnywhere = nodes.some(({ nodeId, status }) => placedOn.has(nodeId) && status === 'active');
  if (serving.length === 0 && isAnywhere) return { nodeIds: [], isOverfull: false };
  const candidates = serving.length > 0 ? serving : nodes.filter(({ status }) => status === 'active');
  const [least] = [...candidates].sort(byLoad);
  return least
    ? { nodeIds: [least.nodeId], isOverfull: least.placedCount >= least.capacity }
    : { nodeIds: [], isOverfull: false };
}

function byLoad(one: PlacementNode, other: PlacementNode): number {
  const load = ({ placedCount, weight }: PlacementNode) => (placedCount + 1) / weight;
  return load(one) - load(other) || (one.nodeId < other.nodeId ? -1 : 1);
}
