import type { Api } from 'grammy';
import { LOCALES, translatorFor } from '../locales/translate.ts';
import { describeCommands } from './route-update.ts';

/** Tells Telegram the command menu: the canonical language for everyone, and each of the others for its own. */
export async function describeBot(api: Api): Promise<void> {
  const [canonical, ...others] = LOCALES;
  await api.setMyCommands(describeCommands(translatorFor(canonical)));
  for (const locale of others) {
    await api.setMyCommands(describeCommands(translatorFor(locale)), { language_code: locale });
  }
}
