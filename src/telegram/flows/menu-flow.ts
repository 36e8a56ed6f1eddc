import { LOCALES, type Locale, translatorFor } from '../../locales/translate.ts';
import { viewProfile } from '../../usecases/access/view-profile.ts';
import { chooseLocale } from '../../usecases/customers/choose-locale.ts';
import { renderLanguagePicker, renderMainMenu } from '../screens/menu-screens.ts';
import { sendScreen, showScreen, type Visit } from '../visit.ts';

/** /start: the language picker for whoever has never chosen, the main menu for everyone else. */
export async function start(visit: Visit): Promise<void> {
  const isNew = !LOCALES.some((locale) => locale === visit.customer.locale);
  await (isNew ? sendScreen(visit, renderLanguagePicker()) : showMenu(visit));
}

export async function showMenu(visit: Visit): Promise<void> {
  const { access } = await viewProfile(visit.shop, visit.customer.customerId);
  const isEntitled = access.kind === 'active' || access.kind === 'preparing';
  const view = { name: visit.customer.firstName, activeUntil: isEntitled ? access.endsAt : null };
  await showScreen(visit, renderMainMenu(visit.t, view));
}

export async function takeLocale(visit: Visit, locale: Locale): Promise<void> {
  await chooseLocale(visit.shop, visit.customer.customerId, locale);
  const t = translatorFor(locale);
  await visit.answer(t.text('language-saved'));
  await showMenu({ ...visit, t });
}
