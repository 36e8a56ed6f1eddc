import { formatDate } from '../../locales/format-values.ts';
import { LOCALES, type Translator, translatorFor } from '../../locales/translate.ts';
import { type Button, menuButton, pairs, type Screen } from './screen.ts';

/** The picker speaks every language at once: whoever sees it may read only one of them. */
export function renderLanguagePicker(): Screen {
  const buttons: Button[] = LOCALES.map((locale) => ({
    text: translatorFor(locale).text('language-name'),
    action: { to: 'locale', locale },
  }));
  const text = LOCALES.map((locale) => translatorFor(locale).text('language-prompt')).join(' · ');
  return { text: `🌐 ${text}`, rows: pairs(buttons) };
}

export function renderMainMenu(
  t: Translator,
  view: { name: string; activeUntil: Date | null; hasTrial: boolean },
): Screen {
  const { name, activeUntil, hasTrial } = view;
  const text = activeUntil
    ? t.text('menu-active', { name, until: formatDate(activeUntil) })
    : t.text('menu-welcome', { name });
  return {
    text,
    rows: [
      ...(hasTrial ? [[{ text: t.text('button-trial'), action: { to: 'trial' as const } }]] : []),
      [{ text: t.text(activeUntil ? 'button-renew' : 'button-buy'), action: { to: 'plans' } }],
      [
        { text: t.text('button-profile'), action: { to: 'profile' } },
        { text: t.text('button-top-up'), action: { to: 'top-up' } },
      ],
      [{ text: t.text('button-referrals'), action: { to: 'referrals' } }],
      [{ text: t.text('button-instruction'), action: { to: 'instruction' } }],
      [
        { text: t.text('button-help'), action: { to: 'help' } },
        { text: t.text('button-info'), action: { to: 'info' } },
      ],
      [{ text: t.text('button-language'), action: { to: 'language' } }],
    ],
  };
}

/** App pages and contacts. Source: product.md §2.2. */
const LINKS = {
  ios: 'https://apps.apple.com/app/v2raytun/id6476628951',
  android: 'https://play.google.com/store/apps/details?id=com.v2raytun.android',
  desktop: 'https://v2raytun.com',
  help: 'https://t.me/asc_support',
};

export function renderInstruction(t: Translator): Screen {
  return {
    text: t.text('instruction-text'),
    rows: [
      [
        { text: t.text('button-ios'), url: LINKS.ios },
        { text: t.text('button-android'), url: LINKS.android },
      ],
      [{ text: t.text('button-desktop'), url: LINKS.desktop }],
      [{ text: t.text('button-key'), action: { to: 'key' } }],
      [{ text: t.text('button-help'), action: { to: 'help' } }, menuButton(t)],
    ],
  };
}

export function renderHelp(t: Translator): Screen {
  return {
    text: t.text('help-text'),
    rows: [[{ text: t.text('button-help-contact'), url: LINKS.help }], [menuButton(t)]],
  };
}

export function renderInfo(t: Translator): Screen {
  return { text: t.text('info-text'), rows: [[menuButton(t)]] };
}

/** A message that only says something and leads back. */
export function renderMessage(t: Translator, text: string): Screen {
  return { text, rows: [[menuButton(t)]] };
}
