import { z } from 'zod';

/** Paths of the agent's `/v1` routes; all need the `X-API-Key` header. */
export const agentRoutes = {
  state: '/v1/state',
  digest: '/v1/digest',
  lease: '/v1/lease',
  desiredState: '/v1/desired-state',
  change: '/v1/change',
} as const;

/** Credentials in one request: at ~130 bytes each a body stays under 1 MiB, a quarter of the agent's limit. */
export const maxCredentialsPerRequest = 5_000;
/** Parts of one upload: with 5,000 credentials each, a node of a million, ten times the largest planned. */
export const maxUploadParts = 200;
/** Largest instant a JavaScript Date can hold. */
const MAX_INSTANT_MS = 8_640_000_000_000_000;

/** Lower-case ASCII, no `>>>` and nothing a log or a counter name could trip over. */
const emailSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._@+-]{0,127}$/, 'must be lower-case ASCII, 1-128 characters');
/** Canonical only: the core turns any other short string into a UUID of its own making. */
const vlessIdSchema = z
  .string()
  .regex(
    /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
    'must be a canonical lower-case UUID',
  );
const instantSchema = z.number().int().min(1).max(MAX_INSTANT_MS);

/** One credential on the wire. The flow is not here: both sides derive it from the inbound. */
export const wireCredentialSchema = z.strictObject({
  email: emailSchema,
  vlessId: vlessIdSchema,
  expiresAtMs: instantSchema,
});
export type WireCredential = z.infer<typeof wireCredentialSchema>;

/** Who may change the node. `fence` is a decimal bigint that only grows. */
export const wireLeaseSchema = z.strictObject({
  owner: z.string().min(1).max(128),
  fence: z.string().regex(/^\d{1,19}$/, 'must be a decimal number'),
  ttlMs: z.number().int().min(1).max(600_000),
});
export type WireLease = z.infer<typeof wireLeaseSchema>;

/** Body of `POST /v1/lease`: takes or renews the lease. The first one ever ends the legacy mode. */
export const leaseRequestSchema = z.strictObject({ lease: wireLeaseSchema });

const credentialsSchema = z.array(wireCredentialSchema).max(maxCredentialsPerRequest);

/** Body of `POST /v1/change`. Removals act first; a repeat changes nothing. */
export const changeRequestSchema = z.strictObject({
  lease: wireLeaseSchema,
  upsert: credentialsSchema,
  removeEmails: z.array(emailSchema).max(maxCredentialsPerRequest),
});
export type ChangeRequest = z.infer<typeof changeRequestSchema>;

/**
 * Body of `POST /v1/desired-state`: one part of a whole set, counted from 1. Parts come in order; part 1
 * begins anew, and nothing acts before the last part has arrived.
 */
export const desiredStatePartSchema = z.strictObject({
  lease: wireLeaseSchema,
  uploadId: z.string().min(1).max(64),
  part: z.number().int().min(1).max(maxUploadParts),
  parts: z.number().int().min(1).max(maxUploadParts),
  credentials: credentialsSchema,
});
export type DesiredStatePart = z.infer<typeof desiredStatePartSchema>;

export const wireInboundSchema = z.object({
  tag: z.string(),
  host: z.string(),
  port: z.number().int(),
  network: z.enum(['tcp', 'ws', 'grpc', 'xhttp']),
  security: z.enum(['none', 'tls', 'reality']),
  flow: z.enum(['', 'xtls-rprx-vision']),
  sni: z.string().optional(),
  fingerprint: z.string().optional(),
  publicKey: z.string().optional(),
  shortId: z.string().optional(),
});
/** A VLESS listener of the core, as customers see it. */
export type WireInbound = z.infer<typeof wireInboundSchema>;

/** Answer of `GET /v1/state`, and of every mutator once the core has confirmed. */
export const agentStateSchema = z.object({
  agentVersion: z.string(),
  mode: z.enum(['legacy', 'managed']),
  core: z.object({
    kind: z.enum(['xray', 'v2ray', 'simulated']),
    version: z.string(),
    pid: z.number().int().nullable(),
    isRunning: z.boolean(),
  }),
  inbounds: z.array(wireInboundSchema),
  baseConfigHash: z.string(),
  /** Credentials that every inbound of the core runs. */
  credentialCount: z.number().int(),
  /** The instant by which expired credentials were dropped; the digest holds those that end after it. */
  asOfMs: z.number().int(),
  digest: z.string(),
  lease: z.object({ owner: z.string(), fence: z.string(), expiresAtMs: z.number() }).nullable(),
  capabilities: z.object({ sessionCut: z.boolean() }),
});
export type AgentState = z.infer<typeof agentStateSchema>;

/** Answer to a part of an upload that is not the last one. */
export const partAcceptedSchema = z.object({ uploadId: z.string(), nextPart: z.number().int() });
export type PartAccepted = z.infer<typeof partAcceptedSchema>;

/** Answer of `GET /v1/digest`: buckets are base64 of 1,024 × 32 bytes, for differences bucket by bucket. */
export const agentDigestSchema = z.object({
  root: z.string(),
  asOfMs: z.number().int(),
  baseConfigHash: z.string(),
  expiries: z.object({ count: z.number().int(), xor: z.string() }),
  inbounds: z.array(z.object({ tag: z.string(), count: z.number().int(), buckets: z.string() })),
});
export type AgentDigest = z.infer<typeof agentDigestSchema>;

/** Every refusal of the agent. `code` is there where a caller has to tell cases of one status apart. */
export const agentErrorSchema = z.object({
  detail: z.string(),
  code: z.enum(['lease-held', 'core-down', 'duplicate-credential', 'upload-lost', 'node-managed']).optional(),
});
export type AgentErrorCode = NonNullable<z.infer<typeof agentErrorSchema>['code']>;
