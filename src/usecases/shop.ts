import type { FeatureDefaults } from '../domain/operations/features.ts';
import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { ChatLease } from '../store/inbox.ts';
import type { Database } from '../store/postgres/database.ts';

/** What every use case needs: the database, the time, new ids, and what is switched on by default. */
export type Shop = { db: Database; clock: Clock; ids: Ids; features: FeatureDefaults };

/**
 * What made a use case run: `key` names the tap for good (a repeat has the same key and must have the same
 * result), `lease` is the right to act for its chat.
 */
export type Tap = { key: string; lease: ChatLease };
