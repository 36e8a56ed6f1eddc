import { renderBot } from '../message-views.ts';
import { type BotCommand, DEFAULT_COMMANDS } from '../profile.ts';
import { badRequest } from '../refusal.ts';
import type { Method } from './method.ts';

/** Source: core.telegram.org/bots/api#setmycommands. */
const MAX_COMMANDS = 100;
/** Source: core.telegram.org/bots/api#getfile. */
const MAX_DOWNLOAD_BYTES = 20 * 1024 * 1024;

export const getMe: Method = (bot) => ({
  result: {
    ...renderBot(bot.identity),
    can_join_groups: false,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
  },
});

export const setMyCommands: Method = (bot, call) => {
  const commands = call.values.commands as BotCommand[];
  if (commands.length > MAX_COMMANDS) throw badRequest('BOT_COMMANDS_TOO_MUCH');
  for (const { command, description } of commands) {
    if (!/^\/?[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID');
    if (description.trim() === '') throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
  }
  const listed = commands.map(({ command, description }) => ({
    command: command.replace(/^\//, ''),
    description,
  }));
  bot.profile.setCommands(commandsKey(call.values), listed);
  return { result: true };
};

export const getMyCommands: Method = (bot, call) => ({
  result: bot.profile.commands(commandsKey(call.values)),
});

/** Descriptions and the menu button are stored and shown to nobody yet. */
export function storeText(field: string): Method {
  return (bot, call) => {
    bot.profile.setText(`${field}:${call.values.language_code ?? ''}`, call.values);
    return { result: true };
  };
}

export const getFile: Method = (bot, call) => {
  const wanted = String(call.values.file_id);
  const photo = bot.files.findPhoto(wanted)?.photo;
  const file = photo ?? bot.files.findDocument(wanted)?.document;
  if (!file) throw badRequest('invalid file_id');
  const { fileId, uniqueId, sizeBytes } = file;
  if (sizeBytes > MAX_DOWNLOAD_BYTES) throw badRequest('file is too big');
  return {
    result: {
      file_id: fileId,
      file_unique_id: uniqueId,
      file_size: sizeBytes,
      file_path: `${photo ? 'photos' : 'documents'}/${fileId}`,
    },
  };
};

function commandsKey({ scope, language_code }: Record<string, unknown>): string {
  const type = (scope as { type?: string } | undefined)?.type ?? 'default';
  return type === 'default' && language_code === undefined
    ? DEFAULT_COMMANDS
    : `${scope ? JSON.stringify(scope) : 'default'}:${language_code ?? ''}`;
}
