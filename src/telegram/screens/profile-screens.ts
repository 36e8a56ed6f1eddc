import { type Kopecks, kopecks } from '../../domain/money/money.ts';
import { formatDate, formatDateTime, formatGigabytes, formatRoubles } from '../../locales/format-values.ts';
import type { Translator } from '../../locales/translate.ts';
import type { Profile } from '../../usecases/access/view-profile.ts';
import type { RepeatOffer } from '../../usecases/purchases/view-history.ts';
import type { TrafficView } from '../../usecases/traffic/view-traffic.ts';
import { periodName, planName } from './buy-screens.ts';
import { type Button, backButton, menuButton, type Screen } from './screen.ts';

/** `renewal`: what it will be renewed for; null: it will not. */
type ShownProfile = Profile & { renewal: RepeatOffer | null };

export function renderProfile(
  t: Translator,
  view: { profile: ShownProfile; name: string; telegramId: bigint; hasLink: boolean },
): Screen {
  const { profile, name } = view;
  const balance = formatRoubles(profile.balanceKopecks, t.locale);
  const title = t.text('profile-title', { name, id: String(view.telegramId), balance });
  return {
    text: [title, ...renderHeld(t, profile), renderAccess(t, profile)].join('\n'),
    rows: profileRows(t, profile, view.hasLink),
  };
}

function renderHeld(t: Translator, { heldKopecks }: Profile): string[] {
  if (heldKopecks === 0n) return [];
  return [t.text('profile-held', { amount: formatRoubles(heldKopecks, t.locale) })];
}

function renderAccess(t: Translator, profile: ShownProfile): string {
  const { access } = profile;
  switch (access.kind) {
    case 'none':
      return t.text('profile-none');
    case 'ended':
      return t.text('profile-ended', { until: formatDate(access.endsAt) });
    case 'preparing':
      return [
        t.text('profile-preparing', { until: formatDateTime(access.endsAt) }),
        ...renderRenewal(t, profile),
      ].join('\n');
    case 'active':
      return [
        t.text('profile-active', { until: formatDateTime(access.endsAt) }),
        ...renderTraffic(t, access.traffic),
        ...renderRenewal(t, profile),
        `\n${renderKey(access.link)}`,
      ].join('\n');
  }
}

/** What will be taken and for what, and whether there is enough of it. */
function renderRenewal(t: Translator, { renewsItself, renewal, balanceKopecks }: ShownProfile): string[] {
  if (renewsItself === null) return [];
  if (renewal === null) return [t.text('profile-renews-not')];
  const words = (amount: Kopecks) => formatRoubles(amount, t.locale);
  const { plan, periodDays, priceKopecks } = renewal;
  const missing = kopecks(priceKopecks - balanceKopecks);
  return [
    t.text('profile-renews', {
      plan: planName(t, plan),
      period: periodName(t, periodDays),
      price: words(priceKopecks),
    }),
    ...(missing > 0n ? [t.text('profile-renews-short', { missing: words(missing) })] : []),
  ];
}

/** Nothing while nothing was counted and nothing is limited. */
function renderTraffic(t: Translator, traffic: TrafficView): string[] {
  const { usedBytes, limitBytes, resetsAt } = traffic;
  if (usedBytes === 0n && limitBytes === null) return [];
  const used = formatGigabytes(usedBytes, t.locale);
  const line =
    limitBytes === null
      ? t.text('profile-traffic', { used })
      : t.text('profile-traffic-limit', { used, limit: formatGigabytes(limitBytes, t.locale) });
  const resets = resetsAt && t.text('profile-traffic-resets', { date: formatDate(resetsAt) });
  return [
    resets ? `${line}, ${resets}` : line,
    ...(traffic.isSuspended ? [t.text('profile-suspended')] : []),
  ];
}

function profileRows(t: Translator, profile: Profile, hasLink: boolean): Button[][] {
  const isBuyer = profile.access.kind !== 'none';
  const isActive = profile.access.kind === 'active';
  const links: Button[] = [
    { text: t.text('button-devices'), action: { to: 'devices' } },
    { text: t.text('button-new-link'), action: { to: 'new-link-ask' } },
  ];
  const keys: Button[] = [
    { text: t.text('button-key'), action: { to: 'key' } },
    { text: t.text('button-qr'), action: { to: 'qr' } },
  ];
  return [
    ...(isActive ? [[connectButton(t)]] : []),
    ...(isActive && hasLink ? [links] : []),
    ...(isActive ? [keys] : []),
    [{ text: t.text(isBuyer ? 'button-renew' : 'button-buy'), action: { to: 'plans' } }],
    ...renewalRow(t, profile),
    [
      { text: t.text('button-top-up'), action: { to: 'top-up' } },
      { text: t.text('button-withdraw'), action: { to: 'withdraw' } },
    ],
    [
      { text: t.text('button-referrals'), action: { to: 'referrals' } },
      ...(isBuyer ? [{ text: t.text('button-history'), action: { to: 'history' as const } }] : []),
    ],
    [{ text: t.text('button-instruction'), action: { to: 'instruction' } }, menuButton(t)],
  ];
}

function renewalRow(t: Translator, { renewsItself }: Profile): Button[][] {
  if (renewsItself === null) return [];
  return renewsItself
    ? [[{ text: t.text('button-renewal-off'), action: { to: 'renewal-off' } }]]
    : [[{ text: t.text('button-renewal-on'), action: { to: 'renewal-on' } }]];
}

function connectButton(t: Translator): Button {
  return { text: t.text('button-connect'), action: { to: 'connect' } };
}

/** A link is longer than a copy button may hold, and monospace text is copied by one tap. */
function renderKey(link: string): string {
  return `<code>${link.replaceAll('&', '&amp;')}</code>`;
}

export function renderKeyMessage(t: Translator, link: string, title = t.text('key-message')): Screen {
  return {
    text: `${title}\n\n${renderKey(link)}`,
    rows: [
      [connectButton(t)],
      [
        { text: t.text('button-qr'), action: { to: 'qr' } },
        { text: t.text('button-instruction'), action: { to: 'instruction' } },
      ],
      [menuButton(t)],
    ],
  };
}

/** A key that we have replaced: whoever has it in an app by hand has to put the new one there. */
export function renderNewKey(t: Translator, link: string): Screen {
  return {
    text: `${t.text('notice-key-reissued')}

${renderKey(link)}`,
    rows: [
      [connectButton(t)],
      [
        { text: t.text('button-key'), action: { to: 'key' } },
        { text: t.text('button-profile'), action: { to: 'profile' } },
      ],
      [menuButton(t)],
    ],
  };
}

export function renderNewLinkQuestion(t: Translator): Screen {
  return {
    text: t.text('new-link-ask'),
    rows: [
      [{ text: t.text('button-new-link-yes'), action: { to: 'new-link' } }],
      [backButton(t, { to: 'profile' })],
    ],
  };
}
