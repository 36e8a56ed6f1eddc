/** Subscription pages with a subscription that no shop has sold. */
import type { PageView } from '../../src/http/page/page-view.ts';
import type { Subscription } from '../../src/usecases/subscriptions/read-subscription.ts';

export const PAGE_TITLE = 'Atlas Secure';
export const PAGE_NOW = new Date('2026-11-24T12:00:00Z');
export const PAGE_CONTACTS = { bot: 'https://t.me/atlas_bot', support: 'https://t.me/asc_support' };
export const GB = 1_000_000_000n;

/** A subscription with eleven days to go, changed as a test needs it. */
export function subscriptionOf(changes: Partial<Subscription> = {}): Subscription {
  return {
    entitlementId: '00000000-0000-4000-8000-000000000001',
    locale: null,
    plan: 'plus',
    endsAt: new Date(PAGE_NOW.getTime() + 11 * 86_400_000),
    isActive: true,
    usedBytes: (624n * GB) / 10n,
    limitBytes: 200n * GB,
    isSuspended: false,
    locations: ['DE', 'FI', 'NL', 'US'],
    connections: [],
    ...changes,
  };
}

export function viewOf(changes: Partial<PageView> = {}): PageView {
  return {
    subscription: subscriptionOf(),
    url: `https://shop.example/sub/${'Aa0-_'.repeat(9).slice(0, 43)}`,
    title: PAGE_TITLE,
    locale: 'ru',
    platform: 'android',
    now: PAGE_NOW,
    contacts: PAGE_CONTACTS,
    ...changes,
  };
}
