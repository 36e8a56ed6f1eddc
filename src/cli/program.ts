import { Command, CommanderError } from 'commander';
import { grantCommand, reissueCommand, revokeCommand } from './access-commands.ts';
import { addAuditVerbs } from './audit-verbs.ts';
import { addBroadcastVerbs } from './broadcast-verbs.ts';
import { type AddVerb, type CliDeps, type CommandResult, failed, type VerbGroup } from './command.ts';
import { addDeviceVerbs } from './device-verbs.ts';
import { addExportVerbs } from './exports/export-verbs.ts';
import { addFeatureVerbs } from './flags/feature-verbs.ts';
import { guardChanges } from './flags/guard-changes.ts';
import { verifyLedgerCommand } from './ledger-commands.ts';
import { addNodeVerbs } from './node-verbs.ts';
import { addPromoVerbs } from './promo-verbs.ts';
import { addRefundVerbs } from './refund-verbs.ts';
import { addStatementVerbs } from './statement-verbs.ts';
import { addTrafficVerbs } from './traffic-verbs.ts';
import { addWalletVerbs } from './wallet-verbs.ts';

/** How a command ended, for the process to report. */
export type CliOutcome = { exitCode: number };

export type CliOutput = { out(line: string): void; err(line: string): void };

/** `explain`: turns what was thrown into one line and an exit code. */
export type ExplainFailure = (error: unknown) => { exitCode: 1 | 2; line: string };

/**
 * Runs one `atlas` command line. Exit codes: 0 done, 1 failed, 2 bad usage or configuration. With `--json`,
 * stdout gets exactly one object.
 */
export async function runCli(
  argv: string[],
  deps: CliDeps,
  surroundings: { output: CliOutput; explain: ExplainFailure },
): Promise<CliOutcome> {
  const { output, explain } = surroundings;
  const outcome: CliOutcome = { exitCode: 0 };
  const isJson = argv.includes('--json');
  const finish = (result: CommandResult) => {
    outcome.exitCode = result.ok ? 0 : result.exitCode;
    report(result, { output, isJson });
  };
  const program = buildProgram(deps, { finish, outcome, output });
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return endOfUsage(error, { output, isJson, outcome });
    const { exitCode, line } = explain(error);
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'failed';
    finish({ ok: false, code, message: line, exitCode });
  }
  return outcome;
}

type Finish = (result: CommandResult) => void;

/** Commands take over the output settings of their parent when they are made, so those come first. */
function buildProgram(
  deps: CliDeps,
  run: { finish: Finish; outcome: CliOutcome; output: CliOutput },
): Command {
  const program = new Command('atlas')
    .description(
      'Atlas Secure: sells VLESS subscriptions on Telegram, proves every kopeck, keeps its nodes in step.',
    )
    .exitOverride()
    .configureOutput({ writeOut: run.output.out, writeErr: () => undefined });
  const verb = (parent: Command, usage: string, description: string) =>
    parent.command(usage).description(description).option('--json', 'answer with one JSON object on stdout');

  verb(program, 'start', 'run the server (the sandbox, when nothing is configured)').action(async () => {
    run.outcome.exitCode = await deps.start();
  });
  const node = verb(program, 'node', 'run the node agent beside an Xray core, or manage the fleet')
    .enablePositionalOptions()
    .action(async () => {
      run.outcome.exitCode = await deps.node();
    });
  addNodeVerbs(node, verb, { deps, finish: run.finish });
  verb(program, 'migrate', 'bring the database schema up to date').action(async () => {
    const ran = await deps.migrate();
    const lines =
      ran.length > 0 ? ran.map((name) => `ran ${name}`) : ['nothing to do: the schema is up to date'];
    run.finish({ ok: true, data: { ran }, lines });
  });
  verb(program, 'doctor', 'check configuration, database, Telegram, providers and nodes').action(async () => {
    const checks = await deps.doctor();
    const lines = checks.map((check) => `${check.status.padEnd(8)} ${check.name.padEnd(14)} ${check.detail}`);
    const isWell = checks.every((check) => check.status !== 'failed');
    if (isWell) return run.finish({ ok: true, data: checks, lines });
    for (const line of lines) deps.say(line);
    run.finish(
      failed(
        'unhealthy',
        checks
          .filter((check) => check.status === 'failed')
          .map((c) => c.name)
          .join(', '),
      ),
    );
  });
  const ledger = program.command('ledger').description('prove the money');
  verb(ledger, 'verify', 'recompute every balance from the transfers and name the first discrepancy').action(
    async () => run.finish(await verifyLedgerCommand(deps)),
  );
  addVerbGroups(program, verb, { deps: guardChanges(deps, trackRunning(program)), finish: run.finish });
  return program;
}

const addVerbGroups: VerbGroup = (program, verb, run) => {
  addAuditVerbs(program, verb, run);
  addAccessVerbs(program, verb, run);
  addDeviceVerbs(program, verb, run);
  addExportVerbs(program, verb, run);
  addFeatureVerbs(program, verb, run);
  addRefundVerbs(program, verb, run);
  addPromoVerbs(program, verb, run);
  addWalletVerbs(program, verb, run);
  addStatementVerbs(program, verb, run);
  addTrafficVerbs(program, verb, run);
  addBroadcastVerbs(program, verb, run);
};

/** The words of the command that runs, such as `promo end`. */
function trackRunning(program: Command): () => string {
  let running = '';
  program.hook('preAction', (_program, command) => {
    const noun = command.parent === program ? '' : `${command.parent?.name()} `;
    running = `${noun}${command.name()}`;
  });
  return () => running;
}

function addAccessVerbs(program: Command, verb: AddVerb, run: { deps: CliDeps; finish: Finish }): void {
  verb(program, 'grant <telegramId>', 'give a customer access; an unknown id becomes a customer')
    .requiredOption('--plan <plan>', 'basic or plus')
    .requiredOption('--for <time>', 'how long: <N>m, <N>h or <N>d')
    .action(async (telegramId: string, options: { plan: string; for: string }) =>
      run.finish(await grantCommand(run.deps, telegramId, options)),
    );
  verb(program, 'revoke <telegramId>', "end a customer's access now").action(async (telegramId: string) =>
    run.finish(await revokeCommand(run.deps, telegramId)),
  );
  verb(
    program,
    'reissue <telegramId>',
    'give a customer a new key; the old one works until it is everywhere',
  ).action(async (telegramId: string) => run.finish(await reissueCommand(run.deps, telegramId)));
}

function report(result: CommandResult, to: { output: CliOutput; isJson: boolean }): void {
  const { output, isJson } = to;
  if (isJson) {
    const { ok } = result;
    const body = ok
      ? { ok, data: result.data }
      : { ok, error: { code: result.code, message: result.message, ...fieldOf(result) } };
    output.out(`${JSON.stringify(body)}\n`);
  } else if (result.ok) {
    for (const line of result.lines) output.out(`${line}\n`);
  } else {
    output.err(`${result.message}\n`);
  }
}

function fieldOf(result: { field?: string }): { field?: string } {
  return result.field === undefined ? {} : { field: result.field };
}

/** Help that was asked for is a success; anything else commander refuses is bad usage. */
function endOfUsage(
  error: CommanderError,
  to: { output: CliOutput; isJson: boolean; outcome: CliOutcome },
): CliOutcome {
  if (error.exitCode === 0) return to.outcome;
  to.outcome.exitCode = 2;
  const message =
    error.code === 'commander.help'
      ? 'atlas --help lists the commands'
      : error.message.replace(/^error: /, '').replaceAll('\n', ' ');
  report({ ok: false, code: 'usage', message, exitCode: 2 }, to);
  return to.outcome;
}
