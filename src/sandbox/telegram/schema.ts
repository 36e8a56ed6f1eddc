import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { badRequest } from './refusal.ts';

type Property = { type?: string | string[]; $ref?: string; anyOf?: Property[] };
type Definition = Property & { properties?: Record<string, Property> };
type Definitions = Record<string, Definition>;

/** Checks the parameters of one emulated method. */
export type ParameterCheck = {
  /** Values from forms are strings: turned into what the schema says. Throws: ApiRefusal naming what is wrong. */
  check(method: string, values: Record<string, unknown>): Record<string, unknown>;
};

/**
 * Reads the committed schema (`scripts/bot-api-schema.ts`) and compiles each method at its first call.
 * Stricter than Telegram in one way on purpose: an unknown parameter is refused, because it is always a typing
 * mistake of ours that Telegram would swallow.
 */
export function createParameterCheck(): ParameterCheck {
  const file = JSON.parse(
    readFileSync(new URL('../generated/bot-api.schema.json', import.meta.url), 'utf8'),
  ) as { definitions: Definitions };
  const ajv = new Ajv({ strict: false, allErrors: false });
  ajv.addKeyword({
    keyword: 'maxBytes',
    type: 'string',
    validate: (limit: number, value: string) => Buffer.byteLength(value) <= limit,
  });
  ajv.addSchema(file, 'bot-api');
  const compiled = new Map<string, ValidateFunction>();
  return {
    check(method, raw) {
      const values = coerce(file.definitions, method, raw);
      let validate = compiled.get(method);
      if (!validate) {
        validate = ajv.compile({ $ref: `bot-api#/definitions/${method}` });
        compiled.set(method, validate);
      }
      if (!validate(values)) throw badRequest(describe(bestError(validate.errors ?? [])));
      return values;
    },
  };
}

function coerce(
  definitions: Definitions,
  method: string,
  raw: Record<string, unknown>,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(raw)) {
    const property = definitions[method]?.properties?.[name];
    if (value === null || value === undefined) continue;
    const isWritten = typeof value === 'string' && property !== undefined;
    values[name] = isWritten ? coerceText(name, value, typesOf(definitions, property)) : value;
  }
  return values;
}

function coerceText(name: string, value: string, types: string[]): unknown {
  if (types.includes('integer') && /^-?\d{1,16}$/.test(value)) return Number(value);
  if (types.includes('string')) return value;
  if (types.includes('boolean')) return /^(true|1|yes)$/i.test(value);
  try {
    return JSON.parse(value);
  } catch {
    throw badRequest(`can't parse ${name.replaceAll('_', ' ')} JSON object`);
  }
}

/** The JSON types a parameter accepts, references and alternatives followed. */
function typesOf(definitions: Definitions, property: Property): string[] {
  const target = definitions[property.$ref?.replace('#/definitions/', '') ?? ''];
  return [
    ...[property.type ?? []].flat(),
    ...(property.anyOf ?? []).flatMap((option) => typesOf(definitions, option)),
    ...(target ? typesOf(definitions, target) : []),
  ];
}

/** Of several errors (alternatives of a markup) the deepest names the real mistake. */
function bestError(errors: ErrorObject[]): ErrorObject | undefined {
  const real = errors.filter((error) => error.keyword !== 'anyOf' && error.keyword !== '$ref');
  return real.sort((a, b) => depth(b) - depth(a))[0];
}

function depth(error: ErrorObject): number {
  return error.instancePath.split('/').length;
}

const MISSING: Record<string, string> = {
  chat_id: 'chat_id is empty',
  text: 'message text is empty',
  message_id: 'message identifier is not specified',
  photo: 'there is no photo in the request',
  document: 'there is no document in the request',
  callback_query_id: 'query is too old and response timeout expired or query ID is invalid',
  file_id: 'file_id not specified',
  title: 'parameter "title" is required',
  description: 'parameter "description" is required',
  payload: 'parameter "payload" is required',
  currency: 'parameter "currency" is required',
  prices: "can't parse prices JSON object",
  pre_checkout_query_id: 'query is too old and response timeout expired or query ID is invalid',
  user_id: 'invalid user_id specified',
  telegram_payment_charge_id: 'CHARGE_ID_EMPTY',
};

function describe(error: ErrorObject | undefined): string {
  if (!error) return 'wrong parameters';
  const path = error.instancePath.slice(1);
  if (error.keyword === 'required' && path === '') {
    const name = String(error.params.missingProperty);
    return MISSING[name] ?? `${name} is not specified`;
  }
  if (path.endsWith('callback_data')) return 'BUTTON_DATA_INVALID';
  if (path.endsWith('copy_text/text')) return 'BUTTON_COPY_TEXT_INVALID';
  if (path === 'parse_mode') return 'unsupported parse_mode';
  if (path === 'secret_token') return 'secret token is too long';
  if (path === 'payload') return 'INVOICE_PAYLOAD_INVALID';
  if (path === 'currency') return 'CURRENCY_INVALID';
  if (path === 'action') return 'wrong parameter action in request';
  const extra = error.keyword === 'additionalProperties' ? ` "${error.params.additionalProperty}"` : '';
  return `wrong parameter ${path || 'list'}: ${error.message ?? 'invalid'}${extra}`;
}
