import { isLoopback } from '../lib/env-reader.ts';
import { isFault } from '../lib/fault.ts';
import { addNode } from '../usecases/nodes/add-node.ts';
import { viewNodes } from '../usecases/nodes/list-nodes.ts';
import { type NodeTreatment, rekeyNode, removeNode, treatNode } from '../usecases/nodes/manage-nodes.ts';
import { type NodeAddress, reviewNode } from '../usecases/nodes/review-node.ts';
import { CLI_ACTOR } from './arguments.ts';
import { type CliDeps, type CommandResult, failed, readTextFile, usage } from './command.ts';
import {
  type AdoptOptions,
  adoptionOf,
  describeLegacyRefusal,
  describePreview,
  describeReview,
  problemOfAdoption,
  reviewFacts,
} from './legacy-review.ts';

export type AddNodeOptions = AdoptOptions & {
  url: string;
  keyFile: string;
  location: string;
  weight: string;
  capacity: string;
  allowPrivate?: boolean;
};

/** `atlas node add <name> --url <agent> --key-file <file>` */
export async function addNodeCommand(
  deps: CliDeps,
  name: string,
  options: AddNodeOptions,
): Promise<CommandResult> {
  if (!/^[a-z0-9][a-z0-9-]{0,31}$/.test(name)) return usage('name', 'must be 1 to 32 of a-z, 0-9 and -');
  const problem = problemOfNodeUrl(options.url, options.allowPrivate === true);
  if (problem) return usage('--url', problem);
  const weight = parsePositive(options.weight);
  const capacity = parsePositive(options.capacity);
  const mismatch = problemOfAdoption(options);
  if (mismatch) return usage(...mismatch);
  if (weight === null) return usage('--weight', 'must be a positive whole number');
  if (capacity === null) return usage('--capacity', 'must be a positive whole number');
  const apiKey = readTextFile(deps, options.keyFile) || null;
  if (apiKey === null) return usage('--key-file', 'cannot be read or is empty');
  const address = { name, url: options.url.replace(/\/+$/, ''), apiKey };
  const adoption = adoptionOf(options);
  if (adoption === 'review') return previewNode(deps, address);
  const node = { ...address, actor: CLI_ACTOR, weight, capacity, location: options.location };
  return explainNodeFaults(async () => {
    const added = await deps.withShop(async (shop, openFleet) =>
      addNode(shop, await openFleet(), node, adoption),
    );
    if (added.ok) {
      const { review, ...data } = added;
      const lines = [`added node ${name} (${added.core})`, ...describeReview(review)];
      return { ok: true, data: { ...data, isAdded: true, ...reviewFacts(review) }, lines };
    }
    if ('review' in added) return failed(added.refusal, describeLegacyRefusal(added));
    return failed(added.refusal, ADD_REFUSALS[added.refusal]);
  });
}

/** `atlas node add … --adopt` without `--yes` */
function previewNode(deps: CliDeps, address: NodeAddress): Promise<CommandResult> {
  return explainNodeFaults(async () => {
    const seen = await deps.withShop(async (shop, openFleet) => reviewNode(shop, await openFleet(), address));
    if (!seen.ok) return failed(seen.refusal, ADD_REFUSALS[seen.refusal]);
    const data = { core: seen.core, isAdded: false, ...reviewFacts(seen.review) };
    return { ok: true, data, lines: describePreview(address.name, seen.review) };
  });
}

/** `atlas node list` */
export async function listNodesCommand(deps: CliDeps): Promise<CommandResult> {
  const nodes = await deps.withShop(viewNodes);
  const lines = nodes.map((node) =>
    [
      node.name.padEnd(20),
      HEALTH[node.health].padEnd(12),
      node.status.padEnd(10),
      node.location,
      `${node.placedCount} of ${node.capacity}`.padEnd(14),
      node.core ?? '-',
      node.url,
      ...(node.configProblem === null ? [] : [`CONFIGURATION NOT USED: ${node.configProblem}`]),
    ].join('  '),
  );
  return { ok: true, data: nodes, lines: lines.length > 0 ? lines : ['no nodes yet: atlas node add --help'] };
}

const HEALTH = { healthy: 'healthy', down: 'not reached', dead: 'lost', unchecked: 'not checked' };
const ADD_REFUSALS = {
  'name-or-url-taken': 'a node of this name or at this address exists',
  'held-by-another': 'another installation holds this node: remove it there first',
};
const DONE = {
  active: 'serves customers again',
  draining: 'takes nobody new; its customers get another node besides',
  disabled: 'is being emptied and serves nobody',
};

/** `atlas node drain | disable | enable <name>` */
export async function treatNodeCommand(
  deps: CliDeps,
  name: string,
  treatment: NodeTreatment,
): Promise<CommandResult> {
  const treated = await deps.withShop((shop) =>
    treatNode(shop, { actor: CLI_ACTOR, name, treatment, mayStrand: true }),
  );
  if (!treated.ok) return unknownNode(name);
  return { ok: true, data: { name, status: treatment }, lines: [`${name} ${DONE[treatment]}`] };
}

/** `atlas node rekey <name> --key-file <file>` */
export async function rekeyNodeCommand(
  deps: CliDeps,
  name: string,
  options: { keyFile: string; url?: string; allowPrivate?: boolean },
): Promise<CommandResult> {
  const problem = options.url && problemOfNodeUrl(options.url, options.allowPrivate === true);
  if (problem) return usage('--url', problem);
  const apiKey = readTextFile(deps, options.keyFile) || null;
  if (apiKey === null) return usage('--key-file', 'cannot be read or is empty');
  const url = options.url?.replace(/\/+$/, '') ?? null;
  return explainNodeFaults(async () => {
    const rekeyed = await deps.withShop(async (shop, openFleet) =>
      rekeyNode(shop, await openFleet(), { actor: CLI_ACTOR, name, apiKey, url }),
    );
    if (!rekeyed.ok) return unknownNode(name);
    return { ok: true, data: { name }, lines: [`${name} is reached with the new key`] };
  });
}

/** `atlas node remove <name>` */
export async function removeNodeCommand(
  deps: CliDeps,
  name: string,
  isForced: boolean,
): Promise<CommandResult> {
  const removed = await deps.withShop(async (shop, openFleet) =>
    removeNode(shop, await openFleet(), { actor: CLI_ACTOR, name, isForced }),
  );
  if (removed.ok) {
    const how = removed.isEmptied
      ? 'emptied and removed'
      : 'removed, but it could not be reached: stop its agent';
    return { ok: true, data: { name, isEmptied: removed.isEmptied }, lines: [`${name} is ${how}`] };
  }
  if (removed.refusal === 'node-unknown') return unknownNode(name);
  return failed(
    removed.refusal,
    `${removed.stranded} paying customers have no other living node: drain it first, or add --force`,
  );
}

function unknownNode(name: string): CommandResult {
  return failed('node-unknown', `there is no node named ${name}: atlas node list shows them`);
}

/** A node that cannot be reached, or refuses us, is an answer and not a crash. */
async function explainNodeFaults(work: () => Promise<CommandResult>): Promise<CommandResult> {
  try {
    return await work();
  } catch (error) {
    if (!isFault(error) || !error.code.startsWith('node-')) throw error;
    return failed(error.code, error.message);
  }
}

/** https anywhere; http to loopback, and to private ranges when allowed. Source: decisions.md §1. */
export function problemOfNodeUrl(text: string, isPrivateAllowed: boolean): string | null {
  if (!URL.canParse(text)) return 'must be an address such as https://node.example:8000';
  const { protocol, hostname } = new URL(text);
  if (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))) return null;
  if (protocol !== 'http:') return 'must start with https://';
  const isPrivate = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)[\d.]+$/.test(hostname);
  if (isPrivate && isPrivateAllowed) return null;
  return isPrivate ? 'is private plain http: add --allow-private' : 'must be https (http only for loopback)';
}

function parsePositive(text: string): number | null {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}
