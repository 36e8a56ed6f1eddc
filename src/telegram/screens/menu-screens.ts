import type { SystemState } from '../../domain/operations/system-state.ts';
import { formatDate, formatRoubles } from '../../locales/format-values.ts';
import { LOCALES, type Translator, translatorFor } from '../../locales/translate.ts';
import type { Greeting } from '../../usecases/customers/greet-customer.ts';
import type { RepeatOffer } from '../../usecases/purchases/view-history.ts';
import { underIncident } from './incident-screens.ts';
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

/** `repeat`: what one tap buys again. */
export type MenuView = {
  name: string;
  activeUntil: Date | null;
  hasTrial: boolean;
  repeat: RepeatOffer | null;
  incident: Greeting['incident'];
};

export function renderMainMenu(t: Translator, view: MenuView): Screen {
  const { name, activeUntil, hasTrial, repeat } = view;
  const text = activeUntil
    ? t.text('menu-active', { name, until: formatDate(activeUntil) })
    : t.text('menu-welcome', { name });
  return {
    text: underIncident(t, view.incident, text),
    rows: [
      ...(repeat ? [[repeatButton(t, repeat)]] : []),
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
      [{ text: t.text('button-settings'), action: { to: 'settings' } }],
    ],
  };
}

export function renderSettings(t: Translator): Screen {
  return {
    text: t.text('settings-title', { language: t.text('language-name') }),
    rows: [
      [{ text: t.text('button-language'), action: { to: 'language' } }],
      [{ text: t.text('button-privacy'), action: { to: 'privacy' } }],
      [menuButton(t)],
    ],
  };
}

function repeatButton(t: Translator, { plan, periodDays, priceKopecks }: RepeatOffer): Button {
  const text = t.text('button-repeat', { price: formatRoubles(priceKopecks, t.locale) });
  return { text, action: { to: 'period', plan, periodDays } };
}

/** App pages and contacts. Source: product.md §2.2. */
export const LINKS = {
  ios: 'https://apps.apple.com/app/v2raytun/id6476628951',
  android: 'https://play.google.com/store/apps/details?id=com.v2raytun.android',
  desktop: 'https://v2raytun.com',
  help: 'https://t.me/asc_support',
  channel: 'https://t.me/atlas_secure',
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
    rows: [
      [{ text: t.text('button-help-contact'), url: LINKS.help }],
      [{ text: t.text('button-status'), action: { to: 'status' } }],
      [menuButton(t)],
    ],
  };
}

const ACCESS_LINES = {
  healthy: 'status-access-well',
  degraded: 'status-access-slow',
  unavailable: 'status-access-down',
} as const;

/** How the shop does, in what it means for who asks. */
export function renderServiceStatus(
  t: Translator,
  { components }: SystemState,
  incident: Greeting['incident'],
): Screen {
  const lines = [
    ACCESS_LINES[components.vpn_api.status],
    components.payments.status === 'healthy' ? 'status-payments-well' : 'status-payments-slow',
  ] as const;
  const isWell = lines[0] === 'status-access-well' && lines[1] === 'status-payments-well';
  const text = [
    t.text('status-title'),
    lines.map((line) => t.text(line)).join('\n'),
    ...(isWell ? [] : [t.text('status-kept')]),
  ].join('\n\n');
  return {
    text: underIncident(t, incident, text),
    rows: [
      [{ text: t.text('button-status-again'), action: { to: 'status' } }],
      [{ text: t.text('button-help'), action: { to: 'help' } }, menuButton(t)],
    ],
  };
}

export function renderInfo(t: Translator): Screen {
  return {
    text: t.text('info-text'),
    rows: [
      [{ text: t.text('button-privacy'), action: { to: 'privacy' } }],
      [{ text: t.text('button-channel'), url: LINKS.channel }],
      [menuButton(t)],
    ],
  };
}

export function renderPrivacy(t: Translator): Screen {
  const ways: Button[] = [
    { text: t.text('button-info'), action: { to: 'info' } },
    { text: t.text('button-settings'), action: { to: 'settings' } },
  ];
  return { text: t.text('privacy-text'), rows: [ways, [menuButton(t)]] };
}

/** A message that only says something and leads back. */
export function renderMessage(t: Translator, text: string): Screen {
  return { text, rows: [[menuButton(t)]] };
}
