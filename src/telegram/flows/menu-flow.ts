import { formatDateTime } from '../../locales/format-values.ts';
import { LOCALES, type Locale, translatorFor } from '../../locales/translate.ts';
import { viewProfile } from '../../usecases/access/view-profile.ts';
import { chooseLocale } from '../../usecases/customers/choose-locale.ts';
import { isTrialOffered, startTrial } from '../../usecases/life-cycle/start-trial.ts';
import { offerRepeat } from '../../usecases/purchases/view-history.ts';
import { readSystemState } from '../../usecases/system/read-system-state.ts';
import {
  renderLanguagePicker,
  renderMainMenu,
  renderMessage,
  renderServiceStatus,
} from '../screens/menu-screens.ts';
import { sendScreen, showScreen, type Visit } from '../visit.ts';

/** /start: the language picker for whoever has never chosen, the main menu for everyone else. */
export async function start(visit: Visit): Promise<void> {
  const isNew = !LOCALES.some((locale) => locale === visit.customer.locale);
  await (isNew ? sendScreen(visit, renderLanguagePicker()) : showMenu(visit));
}

export async function showMenu(visit: Visit): Promise<void> {
  const { access } = await viewProfile(visit.shop, visit.customer.customerId);
  const isEntitled = access.kind === 'active' || access.kind === 'preparing';
  const hasTrial = access.kind === 'none' && (await isTrialOffered(visit.shop, visit.customer.customerId));
  const repeat = access.kind === 'none' ? null : await offerRepeat(visit.shop, visit.customer.customerId);
  const activeUntil = isEntitled ? access.endsAt : null;
  const { t, customer, incident } = visit;
  const view = { name: customer.firstName, activeUntil, hasTrial, repeat, incident };
  await showScreen(visit, renderMainMenu(t, view));
}

/** What works and what is slow at the moment. */
export async function showStatus(visit: Visit): Promise<void> {
  const state = await readSystemState(visit.shop, visit.providers.keys());
  await showScreen(visit, renderServiceStatus(visit.t, state, visit.incident));
}

export async function takeLocale(visit: Visit, locale: Locale): Promise<void> {
  await chooseLocale(visit.shop, visit.customer.customerId, locale);
  const t = translatorFor(locale);
  await visit.answer(t.text('language-saved'));
  await showMenu({ ...visit, t });
}

/** Three days for nothing: the key comes by itself once a node has it. */
export async function takeTrial(visit: Visit): Promise<void> {
  const { shop, customer, t } = visit;
  const started = await startTrial(shop, visit.tap, customer.customerId);
  if (!started.ok) {
    await visit.answer(t.text('trial-not-for-you'), 'alert');
    return showMenu(visit);
  }
  const text = t.text('trial-started', { until: formatDateTime(started.endsAt) });
  await showScreen(visit, renderMessage(t, text));
}
