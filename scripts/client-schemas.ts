import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** One file of a published package, at a reviewed version. `integrity` is the registry's own hash of it. */
export type ClientSchema = { name: string; package: string; integrity: string; file: string };

export const CLIENT_SCHEMAS = {
  singBox: {
    name: 'sing-box-1.12.3',
    package: '@black-duty/sing-box-schema@1.12.3',
    integrity:
      'sha512-1mhzz/haHbabZ/nu24/wkCxb+YzWUsR3YRmyye/PrSF64jOydfT64A8itG5Ip6NFMuNFUeMrVHd8uvJao/5HLA==',
    file: 'package/schema.json',
  },
  mihomo: {
    name: 'mihomo-1.19.24',
    package: 'meta-json-schema@1.19.24',
    integrity:
      'sha512-gCdz/f1D5P1bctTCED0pXqUV3GAvV0Uw1lfXkTzFgTp8hq6Wufuubx6inHd1nt6ynlX86NbuZ/KLWrSUKNlxKw==',
    file: 'package/schemas/meta-json-schema.json',
  },
} as const satisfies Record<string, ClientSchema>;

export const schemaCache = process.env.ATLAS_CACHE_DIR ?? join(homedir(), '.cache', 'atlas-secure');

export function schemaPath({ name }: ClientSchema): string {
  return join(schemaCache, `schema-${name}.json`);
}

/** The installed schema's path, or null before `scripts/install-schemas.ts` has run. */
export function findSchema(schema: ClientSchema): string | null {
  return existsSync(schemaPath(schema)) ? schemaPath(schema) : null;
}
