import type { PageLocale, PageTranslator } from '../../locales/page/translate-page.ts';
import type { Subscription } from '../../usecases/subscriptions/read-subscription.ts';
import type { Platform } from './visitor.ts';

/** Where a page leads that is not the subscription itself. */
export type Contacts = { bot: string; support: string };

/** Everything a subscription page shows, as its visitor sees it. */
export type PageView = {
  subscription: Subscription;
  /** The subscription link. */
  url: string;
  /** What apps call the profile, and the name on top of the page. */
  title: string;
  locale: PageLocale;
  platform: Platform | null;
  now: Date;
  contacts: Contacts;
};

/** A view together with the words to show it in. */
export type WordedView = PageView & { t: PageTranslator };
