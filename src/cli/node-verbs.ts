import type { VerbGroup } from './command.ts';
import {
  type AddNodeOptions,
  addNodeCommand,
  listNodesCommand,
  rekeyNodeCommand,
  removeNodeCommand,
  treatNodeCommand,
} from './node-commands.ts';

/** `atlas node add | list | drain | disable | enable | rekey | remove`; `atlas node` alone runs the agent. */
export const addNodeVerbs: VerbGroup = (node, verb, { deps, finish }) => {
  verb(node, 'add <name>', 'add a node whose agent is running')
    .requiredOption('--url <address>', 'where its agent listens')
    .requiredOption('--key-file <file>', "a file with the agent's NODE_API_KEY")
    .option('--location <code>', 'country code shown to customers', 'XX')
    .option('--weight <n>', 'its share of customers against others in the same place', '1')
    .option('--capacity <n>', 'most customers it should carry', '1000')
    .option('--allow-private', 'accept plain http to a private address')
    .option('--adopt', 'show what becomes of the customers that an older bot has there')
    .option('--yes', 'with --adopt: add it and keep them; stop that bot first')
    .option('--force', 'with --adopt --yes: even if some of them cannot be kept')
    .action(async (name: string, options: AddNodeOptions) =>
      finish(await addNodeCommand(deps, name, options)),
    );
  verb(node, 'list', 'show every node, how its last checks went and how full it is').action(async () =>
    finish(await listNodesCommand(deps)),
  );
  verb(node, 'drain <name>', 'nobody new; who is there gets another node besides').action(
    async (name: string) => finish(await treatNodeCommand(deps, name, 'draining')),
  );
  verb(node, 'disable <name>', 'empty it at once, and serve nobody from it').action(async (name: string) =>
    finish(await treatNodeCommand(deps, name, 'disabled')),
  );
  verb(node, 'enable <name>', 'serve customers from it again').action(async (name: string) =>
    finish(await treatNodeCommand(deps, name, 'active')),
  );
  verb(node, 'rekey <name>', "use the agent's new key from now on")
    .requiredOption('--key-file <file>', 'a file with the key that the agent accepts now')
    .option('--url <address>', 'where its agent listens now, if that has changed too')
    .option('--allow-private', 'accept plain http to a private address')
    .action(async (name: string, options: { keyFile: string; url?: string; allowPrivate?: boolean }) =>
      finish(await rekeyNodeCommand(deps, name, options)),
    );
  verb(node, 'remove <name>', 'empty a node and forget it')
    .option('--force', 'even when paying customers have no other living node')
    .action(async (name: string, options: { force?: boolean }) =>
      finish(await removeNodeCommand(deps, name, options.force === true)),
    );
};
