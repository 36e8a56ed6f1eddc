import { z } from 'zod';

/** Paths of the agent's `/v1` routes; all need the `X-API-Key` header. */
export const agentRoutes = {
  state: '/v1/state',
  lease: '/v1/lease',
  check: '/v1/check',
  buckets: '/v1/buckets',
  entries: '/v1/entries',
  desiredState: '/v1/desired-state',
  change: '/v1/change',
  legacy: '/v1/legacy',
} as const;

/** Credentials in one request: at ~130 bytes each a body stays under 1 MiB, a quarter of the agent's limit. */
export const maxCredentialsPerRequest = 5_000;
/** Buckets asked about in one request, a quarter of all: who differs in more sends the whole set. */
export const maxBucketsPerRequest = 256;
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

/** Body of `POST /v1/lease` and `/v1/check`: takes or renews the lease. The first one ever ends the legacy mode. */
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
  sni: z.string().exactOptional(),
  fingerprint: z.string().exactOptional(),
  publicKey: z.string().exactOptional(),
  shortId: z.string().exactOptional(),
  /** What TLS offers to speak, in this order. */
  alpn: z.array(z.string()).exactOptional(),
  /** Of WebSocket and XHTTP, with the name that the `Host` header has to say. */
  path: z.string().exactOptional(),
  hostHeader: z.string().exactOptional(),
  /** Of gRPC; `mode` is also XHTTP's. */
  serviceName: z.string().exactOptional(),
  authority: z.string().exactOptional(),
  mode: z.string().exactOptional(),
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
  /** Stands for everything here that is not about credentials, the lease or the moment. */
  nodeHash: z.string(),
  /** Credentials that every inbound of the core runs. */
  credentialCount: z.number().int(),
  /** The instant by which expired credentials were dropped; the digest holds those that end after it. */
  asOfMs: z.number().int(),
  digest: z.string(),
  lease: z.object({ owner: z.string(), fence: z.string(), expiresAtMs: z.number() }).nullable(),
  /** Why the configuration on the node's disk is not the one that runs; null when it is. */
  configProblem: z.string().nullable(),
  capabilities: z.object({ sessionCut: z.boolean() }),
});
export type AgentState = z.infer<typeof agentStateSchema>;

/** Answer to a part of an upload that is not the last one. */
export const partAcceptedSchema = z.object({ uploadId: z.string(), nextPart: z.number().int() });
export type PartAccepted = z.infer<typeof partAcceptedSchema>;

/** Answer of `POST /v1/check`: all that a look at an unchanged node needs, well under a kilobyte. */
export const agentCheckSchema = z.object({
  digest: z.string(),
  asOfMs: z.number().int(),
  isCoreRunning: z.boolean(),
  /** Changes with anything in the state that is not about credentials: then `GET /v1/state` tells what. */
  nodeHash: z.string(),
});
export type AgentCheck = z.infer<typeof agentCheckSchema>;

/** Answer of `GET /v1/buckets`: `sums` is base64 of 1,024 × 8 bytes, see `bucketSums`. */
export const agentBucketsSchema = z.object({
  digest: z.string(),
  asOfMs: z.number().int(),
  credentialCount: z.number().int(),
  sums: z.base64().length(10_924),
});
export type AgentBuckets = z.infer<typeof agentBucketsSchema>;

/** Body of `POST /v1/entries`. */
export const entriesRequestSchema = z.strictObject({
  buckets: z.array(z.number().int().min(0).max(1_023)).min(1).max(maxBucketsPerRequest),
});

/** Answer: every credential in these buckets with its `entrySum`. */
export const agentEntriesSchema = z.object({
  asOfMs: z.number().int(),
  entries: z.array(z.tuple([z.string(), z.string()])),
});
export type AgentEntries = z.infer<typeof agentEntriesSchema>;

/** Query of `GET /v1/legacy`: what an older bot put here, in the order of e-mails, after the one named. */
export const legacyQuerySchema = z.strictObject({ after: emailSchema.optional() });

/** Answer. `telegramId`: whose it is, where the older bot has said so. `next`: ask again with it; null at the end. */
export const agentLegacySchema = z.object({
  credentials: z.array(wireCredentialSchema.extend({ telegramId: z.number().int().nullable() })),
  next: emailSchema.nullable(),
});
export type AgentLegacy = z.infer<typeof agentLegacySchema>;

/** Every refusal of the agent. `code` is there where a caller has to tell cases of one status apart. */
export const agentErrorSchema = z.object({
  detail: z.string(),
  code: z.enum(['lease-held', 'core-down', 'duplicate-credential', 'upload-lost', 'node-managed']).optional(),
});
export type AgentErrorCode = NonNullable<z.infer<typeof agentErrorSchema>['code']>;
