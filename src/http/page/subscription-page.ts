import { type PageLocale, pageTranslatorFor } from '../../locales/page/translate-page.ts';
import { renderConnect, renderHelp } from './connect-card.ts';
import { renderDocument } from './document.ts';
import { html } from './html.ts';
import { renderLink } from './link-card.ts';
import type { Contacts, PageView } from './page-view.ts';
import { renderStatus, stateOf } from './status-card.ts';

/**
 * What a customer finds behind their link. Where nothing passes any more there is nothing to connect with either:
 * no link, no code, no app, only what to do about it.
 */
export function renderSubscriptionPage(view: PageView): string {
  const t = pageTranslatorFor(view.locale);
  const worded = { ...view, t };
  const { title, contacts } = view;
  if (stateOf(view.subscription) !== 'active') {
    return renderDocument({
      t,
      title,
      layout: 'narrow',
      content: renderStatus(worded),
      contacts,
      note: null,
    });
  }
  const content = html`${renderStatus(worded)}${renderConnect(worded)}${renderLink(worded)}${renderHelp(worded)}`;
  return renderDocument({ t, title, layout: 'wide', content, contacts, note: t.text('keep-secret') });
}

/** Behind a link that opens nothing: replaced, mistyped or guessed, which nobody can tell apart. */
export function renderGonePage(view: { locale: PageLocale; title: string; contacts: Contacts }): string {
  const { locale, title, contacts } = view;
  const t = pageTranslatorFor(locale);
  const content = html`<section class="card status ended"><h1>${t.text('gone')}</h1><p>${t.text('gone-text')}</p><a class="button" href="${contacts.bot}" rel="noreferrer noopener">${t.text('open-bot')}</a></section>`;
  return renderDocument({ t, title, layout: 'narrow', content, contacts, note: null });
}
