import { isLoopback } from '../lib/env-reader.ts';
import { isFault } from '../lib/fault.ts';
import { addNode } from '../usecases/nodes/add-node.ts';
import { viewNodes } from '../usecases/nodes/list-nodes.ts';
import { CLI_ACTOR } from './arguments.ts';
import { type CliDeps, type CommandResult, failed, usage } from './command.ts';

export type AddNodeOptions = {
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
  if (weight === null) return usage('--weight', 'must be a positive whole number');
  if (capacity === null) return usage('--capacity', 'must be a positive whole number');
  const apiKey = readKey(deps, options.keyFile);
  if (apiKey === null) return usage('--key-file', 'cannot be read or is empty');
  const node = {
    actor: CLI_ACTOR,
    name,
    url: options.url.replace(/\/+$/, ''),
    apiKey,
    weight,
    capacity,
  };
  try {
    const added = await deps.withShop(async (shop, openFleet) =>
      addNode(shop, await openFleet(), { ...node, location: options.location }),
    );
    if (!added.ok) return failed(added.refusal, `a node named ${name} or at this address exists`);
    return { ok: true, data: added, lines: [`added node ${name} (${added.core})`] };
  } catch (error) {
    if (!isFault(error) || !error.code.startsWith('node-')) throw error;
    return failed(error.code, error.message);
  }
}

/** `atlas node list` */
export async function listNodesCommand(deps: CliDeps): Promise<CommandResult> {
  const nodes = await deps.withShop(viewNodes);
  const lines = nodes.map((node) =>
    [
      node.name.padEnd(20),
      (node.isHealthy ? 'healthy' : 'not reached').padEnd(12),
      node.status.padEnd(10),
      node.location,
      node.core ?? '-',
      node.url,
    ].join('  '),
  );
  return { ok: true, data: nodes, lines: lines.length > 0 ? lines : ['no nodes yet: atlas node add --help'] };
}

/** https anywhere; http to loopback, and to private ranges when allowed. Source: decisions.md §1. */
function problemOfNodeUrl(text: string, isPrivateAllowed: boolean): string | null {
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

function readKey(deps: CliDeps, path: string): string | null {
  try {
    return deps.readFile(path).trim() || null;
  } catch {
    return null;
  }
}
