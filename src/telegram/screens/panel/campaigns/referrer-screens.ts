import { callPerson } from '../../../../domain/customers/person-name.ts';
import { REFERRER_ORDERS, type ReferrerOrder, standingOf } from '../../../../domain/money/referrals.ts';
import type { ListPage } from '../../../../lib/list-page.ts';
import { formatDateTime, formatRoubles } from '../../../../locales/format-values.ts';
import type { Translator } from '../../../../locales/translate.ts';
import type {
  ReferralTotals,
  viewReferralTotals,
  viewReferrer,
} from '../../../../usecases/referrals/view-referrers.ts';
import { NAME_LENGTH, pageRow, shorten } from '../../pages.ts';
import { levelName } from '../../referral-screens.ts';
import { type Button, backButton, pairs, type Screen } from '../../screen.ts';

type Referrer = Awaited<ReturnType<typeof viewReferralTotals>>['top'][number];
type Reward = NonNullable<Awaited<ReturnType<typeof viewReferrer>>>['rewards']['items'][number];

export function renderReferralTotals(
  t: Translator,
  view: { totals: ReferralTotals; top: Referrer[] },
): Screen {
  const { totals, top } = view;
  const figures = t.text('admin-referrals-totals', {
    referrers: totals.referrers,
    invited: totals.invited,
    paying: totals.paying,
    revenue: formatRoubles(totals.revenueKopecks, t.locale),
    cashback: formatRoubles(totals.cashbackKopecks, t.locale),
    average: formatRoubles(totals.averageKopecks, t.locale),
  });
  const best = [t.text('admin-referrals-top'), ...linesOf(t, top, 0)].join('\n');
  return {
    text: top.length === 0 ? `${figures}\n\n${t.text('admin-referrals-none')}` : `${figures}\n\n${best}`,
    rows: [
      ...orderRows(t, null),
      [
        {
          text: t.text('button-referral-history'),
          action: { to: 'admin-referral-history', page: 0 },
        },
        { text: t.text('button-referral-search'), action: { to: 'admin-referral-search' } },
      ],
      [backButton(t, { to: 'admin' })],
    ],
  };
}

/** One button for every order but the one that is shown. */
function orderRows(t: Translator, shown: ReferrerOrder | null): Button[][] {
  return REFERRER_ORDERS.filter((order) => order !== shown).map((order) => [
    { text: t.text(`button-referral-by-${order}`), action: { to: 'admin-referral-top', order, page: 0 } },
  ]);
}

function linesOf(t: Translator, referrers: Referrer[], before: number): string[] {
  return referrers.map((referrer, index) =>
    t.text('admin-referrer-line', {
      place: String(before + index + 1),
      name: nameOf(referrer),
      invited: referrer.invited,
      paying: referrer.payingReferrals,
      revenue: formatRoubles(referrer.revenueKopecks, t.locale),
      cashback: formatRoubles(referrer.cashbackKopecks, t.locale),
    }),
  );
}

function nameOf({ username, firstName }: Referrer): string {
  return callPerson({ username, firstName: shorten(firstName, NAME_LENGTH) });
}

export function renderReferrerTop(
  t: Translator,
  view: { order: ReferrerOrder; list: ListPage<Referrer>; before: number },
): Screen {
  const { order, list, before } = view;
  const cards: Button[] = list.items.map((referrer, index) => ({
    text: `${before + index + 1}. ${nameOf(referrer)}`,
    action: { to: 'admin-referrer', customerId: referrer.customerId, page: 0 },
  }));
  const lines = linesOf(t, list.items, before);
  return {
    text: [t.text(`admin-referrals-by-${order}`), lines.join('\n') || t.text('admin-referrals-none')].join(
      '\n\n',
    ),
    rows: [
      ...pairs(cards),
      ...pageRow(t, list, (page) => ({ to: 'admin-referral-top', order, page })),
      ...orderRows(t, order),
      [backButton(t, { to: 'admin-referrals' })],
    ],
  };
}

export function renderRewards(t: Translator, list: ListPage<Reward>): Screen {
  const lines = list.items.map((reward) =>
    t.text('admin-reward-line', { ...factsOf(t, reward), referrer: String(reward.referrerTelegramId) }),
  );
  return {
    text: [t.text('admin-rewards-title'), lines.join('\n') || t.text('admin-rewards-none')].join('\n\n'),
    rows: [
      ...pageRow(t, list, (page) => ({ to: 'admin-referral-history', page })),
      [backButton(t, { to: 'admin-referrals' })],
    ],
  };
}

function factsOf(t: Translator, reward: Reward) {
  return {
    at: formatDateTime(reward.recordedAt),
    buyer: String(reward.buyerTelegramId),
    base: formatRoubles(reward.baseKopecks, t.locale),
    amount: formatRoubles(reward.amountKopecks - reward.reversedKopecks, t.locale),
    percent: reward.percent,
  };
}

/** `problem`: why what was typed did not do. */
export function renderReferrerSearch(t: Translator, problem: string | null): Screen {
  const question = t.text('admin-referrer-ask');
  return {
    text: problem === null ? question : `${problem}\n\n${question}`,
    rows: [[backButton(t, { to: 'admin-referrals' })]],
  };
}

/** One referrer: what they have brought, and what every payment of it has earned. */
export function renderReferrer(
  t: Translator,
  view: { referrer: Referrer; rewards: ListPage<Reward> },
): Screen {
  const { referrer, rewards } = view;
  const { customerId, telegramId, invited, payingReferrals } = referrer;
  const { level, percent } = standingOf(payingReferrals);
  const card = t.text('admin-referrer-card', {
    name: nameOf(referrer),
    id: String(telegramId),
    level: levelName(t, level),
    percent,
    invited,
    paying: payingReferrals,
    revenue: formatRoubles(referrer.revenueKopecks, t.locale),
    cashback: formatRoubles(referrer.cashbackKopecks, t.locale),
  });
  const lines = rewards.items.map((reward) => t.text('admin-referrer-reward', factsOf(t, reward)));
  return {
    text: [card, lines.join('\n') || t.text('admin-rewards-none')].join('\n\n'),
    rows: [
      ...pageRow(t, rewards, (page) => ({ to: 'admin-referrer', customerId, page })),
      [backButton(t, { to: 'admin-referrals' })],
    ],
  };
}
