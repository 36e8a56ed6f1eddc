import { z } from 'zod';

/** `GET /v1/traffic?since=<cursor>`: what each credential has carried; needs the `X-API-Key` header. */
export const trafficRoute = '/v1/traffic';

/** Entries of one answer: at 150 to 250 bytes each about a megabyte. */
export const maxTrafficEntries = 5_000;
/** E-mails of one list of who is online: more than one node's uplink can serve at once. */
export const maxOnlineEmails = 50_000;

/**
 * A core may hold users that nobody of us made, so more is let through here than where credentials are made; but
 * nothing that a database's text cannot hold.
 */
export const countedEmailSchema = z.string().regex(/^\P{Cc}{1,128}$/u, 'must be 1-128 printable characters');
/** A decimal text: JSON's numbers end at 2^53. 18 digits keep sums inside PostgreSQL's bigint. */
const bytesSchema = z.string().regex(/^\d{1,18}$/, 'must be a decimal number of bytes');
const cursorSchema = z.string().min(1).max(64);

/** Query of the route. Without a cursor, or with one that the agent does not know: everything. */
export const trafficQuerySchema = z.object({ since: cursorSchema.optional() });

/**
 * Totals of one credential that only grow while `counter` stays the same; a larger `counter` is a new count
 * that began at zero.
 */
export const trafficEntrySchema = z.object({
  email: countedEmailSchema,
  counter: z.number().int().min(1),
  uplinkBytes: bytesSchema,
  downlinkBytes: bytesSchema,
});
export type TrafficEntry = z.infer<typeof trafficEntrySchema>;

/**
 * What has changed since the asked cursor. A new `epoch`: the counters on the agent's disk were lost and everything
 * begins at zero. `more`: ask again with `cursor`. `online` comes with the last page, null where the core cannot
 * tell. Asking with a cursor says that everything up to it is safe at the server.
 */
export const trafficPageSchema = z.object({
  epoch: z.guid(),
  cursor: cursorSchema,
  entries: z.array(trafficEntrySchema).max(maxTrafficEntries),
  more: z.boolean(),
  online: z.array(countedEmailSchema).max(maxOnlineEmails).nullable(),
});
export type TrafficPage = z.infer<typeof trafficPageSchema>;
