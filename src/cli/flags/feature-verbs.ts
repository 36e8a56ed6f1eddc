import { FEATURES, parseFeature } from '../../domain/operations/features.ts';
import { formatDateTime } from '../../locales/format-values.ts';
import {
  clearFeature,
  type FeatureView,
  listFeatures,
  setFeature,
} from '../../usecases/features/manage-features.ts';
import { CLI_ACTOR } from '../arguments.ts';
import { type CliDeps, type CommandResult, failed, usage, type VerbGroup } from '../command.ts';

/** `atlas flag list | set | clear`. */
export const addFeatureVerbs: VerbGroup = (program, verb, { deps, finish }) => {
  const flag = program.command('flag').description('switch parts of the shop off and on, in every process');
  verb(flag, 'list', 'show every flag, and who has decided it').action(async () =>
    finish(await listCommand(deps)),
  );
  verb(flag, 'set <flag> <state>', 'on or off, whatever the settings say').action(
    async (name: string, state: string) => finish(await setCommand(deps, name, state)),
  );
  verb(flag, 'clear <flag>', 'let the settings decide again').action(async (name: string) =>
    finish(await clearCommand(deps, name)),
  );
};

const NAMES = `must be one of ${FEATURES.join(', ')}`;

async function listCommand(deps: CliDeps): Promise<CommandResult> {
  const features = await deps.withShop(listFeatures);
  return { ok: true, data: features, lines: features.map(describe) };
}

function describe({ feature, isOn, override }: FeatureView): string {
  const why = override ? `since ${formatDateTime(override.setAt)} by ${override.actor}` : 'by the settings';
  return `${feature.padEnd(18)}  ${(isOn ? 'on' : 'off').padEnd(3)}  ${why}`;
}

async function setCommand(deps: CliDeps, name: string, state: string): Promise<CommandResult> {
  const feature = parseFeature(name);
  if (feature === null) return usage('flag', NAMES);
  if (state !== 'on' && state !== 'off') return usage('state', 'must be on or off');
  const isOn = state === 'on';
  await deps.withShop((shop) => setFeature(shop, { actor: CLI_ACTOR, feature, isOn }));
  return { ok: true, data: { feature, isOn }, lines: [`${feature} is ${state} in every process`] };
}

async function clearCommand(deps: CliDeps, name: string): Promise<CommandResult> {
  const feature = parseFeature(name);
  if (feature === null) return usage('flag', NAMES);
  const isCleared = await deps.withShop((shop) => clearFeature(shop, { actor: CLI_ACTOR, feature }));
  if (!isCleared) return failed('not-set', `${feature} was not set: the settings decide already`);
  return { ok: true, data: { feature }, lines: [`the settings decide about ${feature} again`] };
}
