import type { Segment, Variant } from '../../domain/broadcasts.ts';
import { MESSAGE_PAUSE_MS } from '../../domain/sending.ts';
import { cutPage, type ListPage } from '../../lib/list-page.ts';
import type { BroadcastReport } from '../../ports/notifier.ts';
import { countRecipients, countSegment } from '../../store/messaging/broadcast-recipients.ts';
import {
  type Broadcast,
  type BroadcastTest,
  findBroadcast,
  listBroadcasts,
  listBroadcastTests,
} from '../../store/messaging/broadcasts.ts';
import type { Shop } from '../shop.ts';

/** `waiting`: not sent yet, those on their way among them. */
export type Progress = {
  recipients: number;
  waiting: number;
  sent: number;
  failed: number;
  unknown: number;
  skipped: number;
};

/** `secondsLeft` null: it is not running, or the recipients are still being listed. */
export type BroadcastView = {
  broadcast: Broadcast;
  progress: Progress;
  variants: Record<Variant, Progress>;
  secondsLeft: number | null;
};

/** A broadcast with its exact progress, counted from its rows; null when there is none. */
export async function viewBroadcast(shop: Shop, broadcastId: string): Promise<BroadcastView | null> {
  const broadcast = await findBroadcast(shop.db, broadcastId);
  return broadcast && viewOf(shop, broadcast);
}

async function viewOf(shop: Shop, broadcast: Broadcast): Promise<BroadcastView> {
  const variants = { a: nobody(), b: nobody() };
  for (const { variant, status, count } of await countRecipients(shop.db, broadcast.broadcastId)) {
    const isWaiting = status === 'pending' || status === 'sending';
    variants[variant][isWaiting ? 'waiting' : status] += Number(count);
    variants[variant].recipients += Number(count);
  }
  const progress = sum(variants.a, variants.b);
  const isSending = broadcast.status === 'running' && broadcast.isListed;
  const secondsLeft = isSending ? Math.ceil((progress.waiting * MESSAGE_PAUSE_MS) / 1000) : null;
  return { broadcast, progress, variants, secondsLeft };
}

function nobody(): Progress {
  return { recipients: 0, waiting: 0, sent: 0, failed: 0, unknown: 0, skipped: 0 };
}

function sum(a: Progress, b: Progress): Progress {
  const total = nobody();
  for (const key of Object.keys(total) as (keyof Progress)[]) total[key] = a[key] + b[key];
  return total;
}

const LISTED = 50;

/** The newest broadcasts, each with its progress. */
export async function viewBroadcasts(shop: Shop): Promise<BroadcastView[]> {
  const views: BroadcastView[] = [];
  for (const broadcast of await listBroadcasts(shop.db, { limit: LISTED, offset: 0 }))
    views.push(await viewOf(shop, broadcast));
  return views;
}

const ON_PAGE = 8;

/** Without their progress, which is counted for one at a time. The newest first. */
export async function viewBroadcastPage(shop: Shop, page: number): Promise<ListPage<Broadcast>> {
  const part = { limit: ON_PAGE + 1, offset: page * ON_PAGE };
  return cutPage(await listBroadcasts(shop.db, part), page, ON_PAGE);
}

/** Broadcasts that compare two texts, the newest first. */
export async function viewTestPage(shop: Shop, page: number): Promise<ListPage<BroadcastTest>> {
  const part = { limit: ON_PAGE + 1, offset: page * ON_PAGE };
  return cutPage(await listBroadcastTests(shop.db, part), page, ON_PAGE);
}

/** How many customers a broadcast to this segment would reach now. */
export function measureSegment(shop: Shop, segment: Segment): Promise<number> {
  return countSegment(shop.db, segment, shop.clock.now());
}

/** What operators are told of a broadcast that has ended or was paused by itself; null when it goes on. */
export async function composeReport(shop: Shop, broadcastId: string): Promise<BroadcastReport | null> {
  const view = await viewBroadcast(shop, broadcastId);
  if (!view) return null;
  const { status, title, problem } = view.broadcast;
  if (status !== 'done' && status !== 'paused') return null;
  const { waiting: _, ...counts } = view.progress;
  return { kind: 'broadcast', title, status, problem, ...counts };
}
