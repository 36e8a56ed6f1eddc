import { VIP_OFFER, VIP_PERCENT } from '../../domain/money/pricing.ts';
import { formatRoubles } from '../../locales/format-values.ts';
import type { Translator } from '../../locales/translate.ts';
import { LINKS } from './menu-screens.ts';
import { backButton, menuButton, type Screen } from './screen.ts';

/** What VIP is, and who sells it: a person does. */
export function renderVip(t: Translator, { isVip }: { isVip: boolean }): Screen {
  const { monthKopecks, halfYearKopecks } = VIP_OFFER;
  const offer = t.text('vip-text', {
    percent: VIP_PERCENT,
    month: formatRoubles(monthKopecks, t.locale),
    halfYear: formatRoubles(halfYearKopecks, t.locale),
  });
  return {
    text: isVip ? `${offer}\n\n${t.text('vip-active')}` : offer,
    rows: [
      [{ text: t.text('button-manager'), url: LINKS.help }],
      [backButton(t, { to: 'plans' }), menuButton(t)],
    ],
  };
}

/** Asked before anybody is told who the customer is. */
export function renderCorporate(t: Translator): Screen {
  return {
    text: t.text('corporate-text'),
    rows: [
      [{ text: t.text('button-corporate-send'), action: { to: 'corporate-send' } }],
      [backButton(t, { to: 'plans' })],
    ],
  };
}

export function renderCorporateSent(t: Translator): Screen {
  return {
    text: t.text('corporate-sent'),
    rows: [[{ text: t.text('button-profile'), action: { to: 'profile' } }, menuButton(t)]],
  };
}
