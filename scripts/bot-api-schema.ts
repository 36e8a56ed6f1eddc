/**
 * Writes `src/sandbox/generated/bot-api.schema.json`: the parameters of the Bot API methods the sandbox
 * emulates, as JSON Schema, from the published types. Run it after changing METHODS or the types' version.
 *
 * Source: npm `@gramio/types` (MIT; the notice is kept in the output). Lengths exist only in its comments,
 * as "1-64 bytes" and "0-200 characters": they become minLength/maxLength and the keyword `maxBytes`.
 * Lengths "after entities parsing" are left to the emulator, which parses the entities.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createGenerator } from 'ts-json-schema-generator';

const METHODS = [
  'getMe',
  'getUpdates',
  'setWebhook',
  'deleteWebhook',
  'getWebhookInfo',
  'sendMessage',
  'sendPhoto',
  'sendDocument',
  'editMessageText',
  'editMessageCaption',
  'editMessageMedia',
  'editMessageReplyMarkup',
  'deleteMessage',
  'answerCallbackQuery',
  'sendChatAction',
  'setMyCommands',
  'getMyCommands',
  'setMyDescription',
  'setMyShortDescription',
  'setChatMenuButton',
  'getFile',
  'sendInvoice',
  'answerPreCheckoutQuery',
  'refundStarPayment',
  'getStarTransactions',
  'getMyStarBalance',
];
/** Definitions replaced outright: uploads are strings here, and only pictures are sent. */
const REPLACED: Record<string, Json> = {
  TelegramInputFile: { type: 'string' },
  TelegramInputMedia: { $ref: '#/definitions/TelegramInputMediaPhoto' },
};
const DROPPED_PROPERTIES = new Set([
  'rich_message',
  'ephemeral_message_parameters',
  'suggested_post_parameters',
]);
const OUTPUT = new URL('../src/sandbox/generated/bot-api.schema.json', import.meta.url);
const PACKAGE = new URL('../node_modules/@gramio/types/', import.meta.url);

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

const schema = createGenerator({
  path: new URL('out/params.d.ts', PACKAGE).pathname,
  type: '*',
  expose: 'export',
  topRef: true,
  additionalProperties: false,
  skipTypeCheck: true,
  jsDoc: 'extended',
}).createSchema('*');
const all = JSON.parse(JSON.stringify(schema.definitions)) as Record<string, Json>;
const kept: Record<string, Json> = {};
for (const method of METHODS) {
  const name = `${method.charAt(0).toUpperCase()}${method.slice(1)}Params`;
  kept[method] = all[name] ? simplify(all[name]) : { type: 'object', additionalProperties: false };
  keepReferenced(kept[method]);
}
const version = JSON.parse(readFileSync(new URL('package.json', PACKAGE), 'utf8')) as { version: string };
const license = readFileSync(new URL('LICENSE', PACKAGE), 'utf8').trim();
const comment = `Made by scripts/bot-api-schema.ts from @gramio/types ${version.version}.\n\n${license}`;
writeFileSync(OUTPUT, `${JSON.stringify({ $comment: comment, definitions: kept })}\n`);
process.stdout.write(`${OUTPUT.pathname}: ${Object.keys(kept).length} definitions\n`);

function keepReferenced(node: Json): void {
  if (Array.isArray(node)) node.forEach(keepReferenced);
  if (!isObject(node)) return;
  if (typeof node.$ref === 'string') {
    const name = node.$ref.replace('#/definitions/', '');
    if (!(name in kept)) {
      kept[name] = REPLACED[name] ?? simplify(all[name] ?? {});
      keepReferenced(kept[name]);
    }
  }
  Object.values(node).forEach(keepReferenced);
}

/** Drops the prose and the builder-object alternatives (`{toJSON}`, `{toString}`); numbers become integers. */
function simplify(node: Json): Json {
  if (Array.isArray(node)) return node.map(simplify);
  if (!isObject(node)) return node;
  const bounds = typeof node.description === 'string' ? boundsOf(node.description, node) : {};
  const result: JsonObject = {};
  for (const [key, value] of Object.entries(node)) {
    if (key === 'description') continue;
    if (key === 'properties' && isObject(value)) result.properties = simplifyProperties(value);
    else if (key === 'type') result.type = integerType(value);
    else if (key === 'anyOf' && Array.isArray(value)) {
      result.anyOf = value.filter((option) => !isBuilderObject(option)).map(simplify);
    } else result[key] = simplify(value);
  }
  const only = Array.isArray(result.anyOf) && result.anyOf.length === 1 ? result.anyOf[0] : undefined;
  return { ...(isObject(only) ? only : result), ...bounds };
}

function simplifyProperties(properties: JsonObject): JsonObject {
  const entries = Object.entries(properties).filter(([name]) => !DROPPED_PROPERTIES.has(name));
  return Object.fromEntries(entries.map(([name, value]) => [name, simplify(value)]));
}

function integerType(type: Json): Json {
  if (Array.isArray(type)) return type.map(integerType);
  return type === 'number' ? 'integer' : type;
}

function isBuilderObject(option: Json): boolean {
  if (!isObject(option) || !isObject(option.properties)) return false;
  return 'toJSON' in option.properties || 'toString' in option.properties;
}

function boundsOf(description: string, node: JsonObject): JsonObject {
  if (/after entit(y|ies) parsing/.test(description) || !isText(node)) return {};
  const range = /(\d+)-(\d+) (characters|bytes)/.exec(description);
  if (!range) return {};
  const least = Number(range[1]);
  const most = Number(range[2]);
  const minimum: JsonObject = least > 0 ? { minLength: least } : {};
  return range[3] === 'bytes' ? { ...minimum, maxBytes: most } : { ...minimum, maxLength: most };
}

function isText(node: JsonObject): boolean {
  return node.type === 'string' || Array.isArray(node.anyOf);
}

function isObject(node: Json | undefined): node is JsonObject {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}
