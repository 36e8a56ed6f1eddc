import {
  formatDate,
  formatDateTime,
  formatGigabytes,
  formatRoubles,
} from '../../../../locales/format-values.ts';
import type { Translator } from '../../../../locales/translate.ts';
import type { CardAccess, CustomerCard } from '../../../../usecases/customers/view-customer.ts';
import { planName } from '../../buy-screens.ts';
import { shorten } from '../../pages.ts';
import { type Button, backButton, type Screen } from '../../screen.ts';

/** Names are as long as Telegram lets them be; a card wants one line. */
const MAX_NAME = 40;

/** `problem`: why what was typed did not do. */
export function renderPersonAsk(t: Translator, problem: string | null): Screen {
  const question = t.text('people-ask');
  return {
    text: problem === null ? question : `${problem}\n\n${question}`,
    rows: [[backButton(t, { to: 'admin' })]],
  };
}

/** Where somebody begins again whose form is gone. */
export function renderLost(t: Translator): Screen {
  return {
    text: t.text('people-lost'),
    rows: [
      [{ text: t.text('button-other-person'), action: { to: 'admin-people' } }],
      [backButton(t, { to: 'admin' })],
    ],
  };
}

export function renderCard(t: Translator, card: CustomerCard): Screen {
  const lines = [
    ...describePerson(t, card),
    '',
    ...describeAccess(t, card.access),
    t.text('person-renewals', { count: card.renewals }),
    '',
    ...describePrices(t, card),
    ...describeWallet(t, card.wallet),
  ];
  return { text: lines.join('\n').trimEnd(), rows: cardRows(t, card) };
}

function describePerson(t: Translator, card: CustomerCard): string[] {
  const { firstName, username, telegramId, locale, registeredAt, isReachable } = card;
  const name =
    username === null ? shorten(firstName, MAX_NAME) : `${shorten(firstName, MAX_NAME)} · @${username}`;
  return [
    t.text('person-title', { name, id: String(telegramId) }),
    t.text('person-since', { date: formatDate(registeredAt), language: locale ?? '—' }),
    ...(isReachable ? [] : [t.text('person-unreachable')]),
  ];
}

function describeAccess(t: Translator, access: CardAccess | null): string[] {
  if (access === null) return [t.text('person-access-none')];
  const { plan, endsAt, state, isReissuing, reissues, traffic } = access;
  const facts = { plan: planName(t, plan), until: formatDateTime(endsAt) };
  const key = t.text(isReissuing ? 'person-key-changing' : 'person-key', { count: reissues });
  return [
    t.text(`person-access-${state}`, facts),
    ...(state === 'ended' ? [] : [key]),
    ...(traffic?.limitBytes == null ? [] : [describeTraffic(t, traffic.usedBytes, traffic.limitBytes)]),
    ...(traffic?.isSuspended ? [t.text('profile-suspended')] : []),
  ];
}

function describeTraffic(t: Translator, usedBytes: bigint, limitBytes: bigint): string {
  const used = formatGigabytes(usedBytes, t.locale);
  return t.text('profile-traffic-limit', { used, limit: formatGigabytes(limitBytes, t.locale) });
}

function describePrices(t: Translator, { isVip, discount }: CustomerCard): string[] {
  const vip = isVip ? [t.text('person-vip')] : [];
  if (discount === null) return vip;
  const { percent, endsAt } = discount;
  const line =
    endsAt === null
      ? t.text('person-discount', { percent })
      : t.text('person-discount-until', { percent, until: formatDateTime(endsAt) });
  return [...vip, line];
}

function describeWallet(t: Translator, wallet: CustomerCard['wallet']): string[] {
  if (wallet === null) return [];
  const { balanceKopecks, receivableKopecks } = wallet;
  const owes = t.text('person-debt', { amount: formatRoubles(receivableKopecks, t.locale) });
  return [
    t.text('person-balance', { amount: formatRoubles(balanceKopecks, t.locale) }),
    ...(receivableKopecks > 0n ? [owes] : []),
  ];
}

function cardRows(t: Translator, card: CustomerCard): Button[][] {
  return [
    ...accessRows(t, card),
    priceRow(t, card),
    walletRow(t, card),
    [
      {
        text: t.text('button-history'),
        action: { to: 'admin-history', telegramId: card.telegramId, page: 0 },
      },
    ],
    [{ text: t.text('button-other-person'), action: { to: 'admin-people' } }],
    [backButton(t, { to: 'admin' })],
  ];
}

function accessRows(t: Translator, { telegramId, access }: CustomerCard): Button[][] {
  const gift: Button = { text: t.text('button-gift'), action: { to: 'admin-gift-plan', telegramId } };
  if (access === null || access.state === 'ended') return [[gift]];
  const key = t.text(access.isReissuing ? 'button-rekey-runs' : 'button-rekey');
  return [
    [gift, { text: t.text('button-revoke'), action: { to: 'admin-revoke-tell', telegramId } }],
    [{ text: key, action: { to: 'admin-rekey-ask', telegramId } }],
  ];
}

function priceRow(t: Translator, { telegramId, isVip, discount }: CustomerCard): Button[] {
  return [
    discount === null
      ? { text: t.text('button-discount'), action: { to: 'admin-discount', telegramId } }
      : { text: t.text('button-discount-end'), action: { to: 'admin-discount-end-ask', telegramId } },
    {
      text: t.text(isVip ? 'button-vip-take' : 'button-vip-give'),
      action: { to: 'admin-vip', isOn: !isVip, telegramId },
    },
  ];
}

function walletRow(t: Translator, { telegramId }: CustomerCard): Button[] {
  return [
    { text: t.text('button-wallet-in'), action: { to: 'admin-wallet', direction: 'in', telegramId } },
    { text: t.text('button-wallet-out'), action: { to: 'admin-wallet', direction: 'out', telegramId } },
  ];
}
