import { z } from 'zod';
import type { Querier } from './postgres/database.ts';
import { statement } from './postgres/statement.ts';

const insertEventStatement = statement(
  'insert-provider-event',
  z.object({ eventId: z.string() }),
  `insert into provider_events (event_id, provider, object_id, state, body, received_at)
   values ($1, $2, $3, $4, $5, $6) on conflict (provider, object_id, state) do nothing
   returning event_id as "eventId"`,
);

/** Stores a verified notice; false when this very event is known. */
export async function insertProviderEvent(
  tx: Querier,
  event: {
    eventId: string;
    provider: string;
    objectId: string;
    state: string;
    body: string;
    receivedAt: Date;
  },
): Promise<boolean> {
  const rows = await tx.query(insertEventStatement, [
    event.eventId,
    event.provider,
    event.objectId,
    event.state,
    event.body,
    event.receivedAt,
  ]);
  return rows.length > 0;
}

const findEventStatement = statement(
  'find-provider-event',
  z.object({ provider: z.string(), body: z.string() }),
  'select provider, body from provider_events where event_id = $1',
);

export async function findProviderEvent(
  db: Querier,
  eventId: string,
): Promise<{ provider: string; body: string } | null> {
  return (await db.query(findEventStatement, [eventId]))[0] ?? null;
}
