import type { Journal } from '../state/journal.ts';

export type BotCommand = { command: string; description: string };

/** What the bot says about itself: command lists by scope and language, descriptions, the menu button. */
export type BotProfile = {
  setCommands(key: string, commands: BotCommand[]): void;
  commands(key: string): BotCommand[];
  /** The list a chat page shows: the default one. */
  shownCommands(): BotCommand[];
  setText(field: string, value: unknown): void;
};

/** Key of the default scope without a language. */
export const DEFAULT_COMMANDS = 'default:';

export function createProfile(journal: Journal): BotProfile {
  const commands = new Map<string, BotCommand[]>();
  for (const { key, value } of journal.load<BotCommand[]>('commands')) commands.set(key, value);
  return {
    setCommands(key, list) {
      commands.set(key, list);
      journal.put('commands', key, list);
    },
    commands: (key) => commands.get(key) ?? [],
    shownCommands: () =>
      commands.get(DEFAULT_COMMANDS) ?? [...commands.values()].find((list) => list.length > 0) ?? [],
    setText: (field, value) => journal.put('profile', field, value),
  };
}
