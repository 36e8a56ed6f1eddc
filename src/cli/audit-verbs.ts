import { parseChainHead } from '../domain/chain.ts';
import { verifyChain } from '../usecases/audit/verify-chain.ts';
import { type CliDeps, type CommandResult, failed, usage, type VerbGroup } from './command.ts';

/** `atlas audit verify`. */
export const addAuditVerbs: VerbGroup = (program, verb, { deps, finish }) => {
  const audit = program.command('audit').description('prove that nothing was changed behind our back');
  verb(audit, 'verify', 'compute the chain of transfers and audit entries again; name the first bad row')
    .option('--head <sequence:hash>', 'a head kept outside, such as the daily one in the owner’s chat')
    .action(async (options: { head?: string }) => finish(await verifyAuditCommand(deps, options)));
};

async function verifyAuditCommand(deps: CliDeps, options: { head?: string }): Promise<CommandResult> {
  const witness = options.head === undefined ? null : parseChainHead(options.head);
  if (options.head !== undefined && !witness) {
    return usage('--head', 'must be <sequence>:<64 hex digits>, as the owner was sent it');
  }
  const proof = await deps.withShop((shop) => verifyChain(shop, witness));
  if (!proof.ok) return failed('chain-broken', `${proof.row}: ${proof.problem}`);
  const { head, unsealed } = proof;
  const sealed = head ? `${head.sequence} rows, head ${head.sequence}:${head.hash}` : 'nothing sealed yet';
  return {
    ok: true,
    data: { sequence: String(head?.sequence ?? 0n), hash: head?.hash ?? null, unsealed },
    lines: [`the chain proves: ${sealed}; ${unsealed} rows wait to be sealed`],
  };
}
