import { formatDate, formatDateTime, formatRoubles } from '../../locales/format-values.ts';
import type { Translator } from '../../locales/translate.ts';
import type { Notice } from '../../ports/notifier.ts';
import type { Profile } from '../../usecases/access/view-profile.ts';
import { type Button, menuButton, type Screen } from './screen.ts';

export function renderProfile(
  t: Translator,
  view: { profile: Profile; name: string; telegramId: bigint },
): Screen {
  const { profile, name } = view;
  const balance = formatRoubles(profile.balanceKopecks, t.locale);
  const title = t.text('profile-title', { name, id: String(view.telegramId), balance });
  return { text: `${title}\n${renderAccess(t, profile.access)}`, rows: profileRows(t, profile) };
}

function renderAccess(t: Translator, access: Profile['access']): string {
  switch (access.kind) {
    case 'none':
      return t.text('profile-none');
    case 'ended':
      return t.text('profile-ended', { until: formatDate(access.endsAt) });
    case 'preparing':
      return t.text('profile-preparing', { until: formatDateTime(access.endsAt) });
    case 'active':
      return `${t.text('profile-active', { until: formatDateTime(access.endsAt) })}\n\n${renderKey(access.link)}`;
  }
}

function profileRows(t: Translator, profile: Profile): Button[][] {
  const isBuyer = profile.access.kind !== 'none';
  const keys: Button[] = [
    { text: t.text('button-key'), action: { to: 'key' } },
    { text: t.text('button-qr'), action: { to: 'qr' } },
  ];
  return [
    ...(profile.access.kind === 'active' ? [keys] : []),
    [{ text: t.text(isBuyer ? 'button-renew' : 'button-buy'), action: { to: 'plans' } }],
    [{ text: t.text('button-top-up'), action: { to: 'top-up' } }],
    [{ text: t.text('button-instruction'), action: { to: 'instruction' } }, menuButton(t)],
  ];
}

/** A link is longer than a copy button may hold, and monospace text is copied by one tap. */
function renderKey(link: string): string {
  return `<code>${link.replaceAll('&', '&amp;')}</code>`;
}

export function renderKeyMessage(t: Translator, link: string): Screen {
  return {
    text: `${t.text('key-message')}\n\n${renderKey(link)}`,
    rows: [
      [
        { text: t.text('button-qr'), action: { to: 'qr' } },
        { text: t.text('button-instruction'), action: { to: 'instruction' } },
      ],
      [menuButton(t)],
    ],
  };
}

/** A message that no tap asked for. */
export function renderNotice(t: Translator, notice: Notice): Screen {
  const profile: Button = { text: t.text('button-profile'), action: { to: 'profile' } };
  switch (notice.kind) {
    case 'payment-received': {
      const price = formatRoubles(notice.amountKopecks, t.locale);
      const until = notice.endsAt ? formatDate(notice.endsAt) : '';
      const key = notice.isRenewal ? 'notice-payment-renewal' : 'notice-payment-new';
      return { text: t.text(key, { price, until }), rows: [[profile, menuButton(t)]] };
    }
    case 'wallet-credited': {
      const price = formatRoubles(notice.amountKopecks, t.locale);
      const balance = formatRoubles(notice.balanceKopecks, t.locale);
      const plans: Button = { text: t.text('button-plans'), action: { to: 'plans' } };
      return { text: t.text('notice-wallet-credited', { price, balance }), rows: [[plans], [profile]] };
    }
    case 'access-ready': {
      const ready = t.text('notice-access-ready', { until: formatDate(notice.endsAt) });
      return { ...renderKeyMessage(t, notice.link), text: `${ready}\n\n${renderKey(notice.link)}` };
    }
  }
}
