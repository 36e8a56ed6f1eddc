/** Others' schemas of client configurations, ready to judge ours. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv, type AnySchemaObject, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { CLIENT_SCHEMAS, findSchema } from '../../scripts/client-schemas.ts';

const MISSING = 'no schemas of clients: run node scripts/install-schemas.ts';

/** Options of a suite that needs the schemas: skipped by name without them, failing there with `CI=true`. */
export function needsSchemas(): { skip?: string } {
  if (Object.values(CLIENT_SCHEMAS).every(findSchema)) return {};
  assert.notEqual(process.env.CI, 'true', `${MISSING}; CI=true permits no skip`);
  return { skip: MISSING };
}

export function compileSchema(of: keyof typeof CLIENT_SCHEMAS): ValidateFunction {
  const schema = JSON.parse(readFileSync(findSchema(CLIENT_SCHEMAS[of]) ?? assert.fail(MISSING), 'utf8'));
  // The schemas carry notes for editors, which are no keywords of JSON Schema. Their
  // many references, inlined, would take minutes to compile.
  const options = { strict: false, logger: false, validateFormats: false, inlineRefs: false } as const;
  return of === 'singBox'
    ? new Ajv2020(options).compile(withoutIds(schema) as AnySchemaObject)
    : new Ajv(options).compile(schema);
}

/** Draft 4's `id`, which later drafts refuse; a property called `id` is an object and stays. */
function withoutIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutIds);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => key !== 'id' || typeof inner !== 'string')
      .map(([key, inner]) => [key, withoutIds(inner)]),
  );
}
