import {
  BROADCAST_KINDS,
  type BroadcastButton,
  type BroadcastDraft,
  BUTTON_SCREENS,
  SEGMENTS,
  type Steering,
} from '../domain/broadcasts.ts';
import { isRowId } from '../lib/ids.ts';
import { createBroadcast } from '../usecases/broadcasts/create-broadcast.ts';
import { promisePreview } from '../usecases/broadcasts/preview-broadcast.ts';
import { type Steered, steerBroadcast } from '../usecases/broadcasts/steer-broadcast.ts';
import {
  type BroadcastView,
  measureSegment,
  type Progress,
  viewBroadcast,
  viewBroadcasts,
} from '../usecases/broadcasts/view-broadcast.ts';
import { CLI_ACTOR } from './arguments.ts';
import { type CliDeps, type CommandResult, failed, readTextFile, usage, type VerbGroup } from './command.ts';

type CreateOptions = {
  title: string;
  textFile: string;
  textBFile?: string;
  kind: string;
  segment: string;
  button: string[];
};

/** `atlas broadcast create | preview | start | pause | resume | cancel | show | list`. */
export const addBroadcastVerbs: VerbGroup = (program, verb, { deps, finish }) => {
  const broadcast = program.command('broadcast').description('send one message to many customers');
  verb(broadcast, 'create', 'write a broadcast; the operators get a preview of it in Telegram')
    .requiredOption('--title <text>', 'stands above the text, up to 100 characters')
    .requiredOption('--text-file <file>', 'the text, as the HTML that Telegram reads')
    .option('--text-b-file <file>', 'a second text that half of the recipients get instead')
    .option('--kind <kind>', BROADCAST_KINDS.join(', '), 'info')
    .option('--segment <segment>', SEGMENTS.join(', '), 'all')
    .option('--button <text=target>', `an https address, or ${BUTTON_SCREENS.join(', ')}`, collect, [])
    .action(async (options: CreateOptions) => finish(await createCommand(deps, options)));
  verb(broadcast, 'preview <id>', 'show a draft to the operators once more').action(async (id: string) =>
    finish(await previewCommand(deps, id)),
  );
  for (const [steering, description] of STEERINGS) {
    verb(broadcast, `${steering} <id>`, description).action(async (id: string) =>
      finish(await steerCommand(deps, id, steering)),
    );
  }
  verb(broadcast, 'show <id>', 'how far it is, counted from its rows').action(async (id: string) =>
    finish(await showCommand(deps, id)),
  );
  verb(broadcast, 'list', 'the newest broadcasts and how far they are').action(async () =>
    finish(await listCommand(deps)),
  );
};

const STEERINGS: [Steering, string][] = [
  ['start', 'send it to its recipients; the preview must have arrived'],
  ['pause', 'stop sending; what is on its way arrives'],
  ['resume', 'go on where it was paused'],
  ['cancel', 'stop sending for good'],
];

function collect(one: string, sofar: string[]): string[] {
  return [...sofar, one];
}

async function createCommand(deps: CliDeps, options: CreateOptions): Promise<CommandResult> {
  const kind = BROADCAST_KINDS.find((one) => one === options.kind);
  if (!kind) return usage('--kind', `must be one of ${BROADCAST_KINDS.join(', ')}`);
  const segment = SEGMENTS.find((one) => one === options.segment);
  if (!segment) return usage('--segment', `must be one of ${SEGMENTS.join(', ')}`);
  const buttons = options.button.map(parseButton);
  if (!buttons.every((button) => button !== null)) return usage('--button', BAD_BUTTON);
  const textA = readTextFile(deps, options.textFile);
  if (textA === null) return usage('--text-file', 'must name a file that can be read');
  const textB = options.textBFile === undefined ? null : readTextFile(deps, options.textBFile);
  if (options.textBFile !== undefined && textB === null)
    return usage('--text-b-file', 'must name a file that can be read');
  const draft: BroadcastDraft = { title: options.title, kind, segment, textA, textB, buttons };
  return deps.withShop(async (shop) => {
    const made = await createBroadcast(shop, { actor: CLI_ACTOR, draft });
    if (!made.ok) {
      const [flag, message] = REFUSALS[made.refusal];
      return usage(flag, message);
    }
    const { broadcastId } = made;
    const reached = await measureSegment(shop, segment);
    const lines = [
      `${broadcastId} is a draft for ${reached} customers; its preview is on its way to the operators`,
    ];
    return { ok: true, data: { broadcastId, recipients: reached }, lines };
  });
}

const BAD_BUTTON = `must be text=target, where target is an https address or one of ${BUTTON_SCREENS.join(', ')}`;

const REFUSALS = {
  'bad-title': ['--title', 'must be one line of 1 to 100 characters'],
  'bad-text': ['--text-file', 'must hold 1 to 3900 characters'],
  'bad-text-b': ['--text-b-file', 'must hold 1 to 3900 characters and differ from the first text'],
  'bad-buttons': ['--button', `${BAD_BUTTON}; at most 6, each text up to 40 characters`],
} as const;

function parseButton(option: string): BroadcastButton | null {
  const at = option.indexOf('=');
  if (at <= 0) return null;
  const [text, target] = [option.slice(0, at), option.slice(at + 1)];
  const screen = BUTTON_SCREENS.find((one) => one === target);
  if (screen) return { text, screen };
  return URL.canParse(target) ? { text, url: target } : null;
}

async function previewCommand(deps: CliDeps, id: string): Promise<CommandResult> {
  if (!isRowId(id)) return usage('id', BAD_ID);
  const isPromised = await deps.withShop((shop) =>
    promisePreview(shop, { actor: CLI_ACTOR, broadcastId: id }),
  );
  if (!isPromised) return failed('no-draft', 'there is no such draft: atlas broadcast list');
  return { ok: true, data: { broadcastId: id }, lines: ['its preview is on its way to the operators'] };
}

async function steerCommand(deps: CliDeps, id: string, steering: Steering): Promise<CommandResult> {
  if (!isRowId(id)) return usage('id', BAD_ID);
  const order = { actor: CLI_ACTOR, broadcastId: id, steering };
  const steered = await deps.withShop((shop) => steerBroadcast(shop, order));
  if (!steered.ok) return explain(steered);
  return { ok: true, data: { broadcastId: id, status: steered.status }, lines: [`it is ${steered.status}`] };
}

function explain(refused: Extract<Steered, { ok: false }>): CommandResult {
  switch (refused.refusal) {
    case 'broadcast-unknown':
      return failed(refused.refusal, 'there is no such broadcast: atlas broadcast list');
    case 'not-now':
      return failed(refused.refusal, `that cannot be done with a broadcast that is ${refused.status}`);
    case 'not-previewed':
      return failed(
        refused.refusal,
        refused.problem === null
          ? 'no operator has got the preview yet: start the bot as ADMIN_TELEGRAM_ID, then atlas broadcast preview'
          : `Telegram does not take the text: ${refused.problem}`,
      );
  }
}

const BAD_ID = 'must be the id that atlas broadcast list shows';

async function showCommand(deps: CliDeps, id: string): Promise<CommandResult> {
  if (!isRowId(id)) return usage('id', BAD_ID);
  const view = await deps.withShop((shop) => viewBroadcast(shop, id));
  if (!view) return failed('broadcast-unknown', 'there is no such broadcast: atlas broadcast list');
  const { broadcast, variants } = view;
  const lines = [describe(view)];
  if (broadcast.problem !== null) lines.push(`Telegram does not take the text: ${broadcast.problem}`);
  if (broadcast.textB !== null) {
    lines.push(`  text A  ${describeProgress(variants.a)}`, `  text B  ${describeProgress(variants.b)}`);
  }
  return { ok: true, data: view, lines };
}

async function listCommand(deps: CliDeps): Promise<CommandResult> {
  const views = await deps.withShop(viewBroadcasts);
  const lines = views.map(describe);
  return {
    ok: true,
    data: views,
    lines: lines.length > 0 ? lines : ['no broadcasts yet: atlas broadcast create --help'],
  };
}

function describe({ broadcast, progress, secondsLeft }: BroadcastView): string {
  const { broadcastId, status, segment, title } = broadcast;
  const left = secondsLeft === null ? '' : `, about ${Math.ceil(secondsLeft / 60)} min left`;
  return [broadcastId, status.padEnd(9), segment.padEnd(15), describeProgress(progress) + left, title].join(
    '  ',
  );
}

function describeProgress(progress: Progress): string {
  const { recipients, waiting, sent, failed: notSent, unknown, skipped } = progress;
  return `of ${recipients}: sent ${sent}, failed ${notSent}, unknown ${unknown}, left out ${skipped}, waiting ${waiting}`;
}
