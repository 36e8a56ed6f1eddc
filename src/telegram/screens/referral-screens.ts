import { join } from 'node:path';
import { REFERRAL_LEVELS, type ReferralLevel } from '../../domain/money/referrals.ts';
import { formatRoubles } from '../../locales/format-values.ts';
import type { Translator } from '../../locales/translate.ts';
import type { Referrals } from '../../usecases/referrals/view-referrals.ts';
import { backButton, menuButton, type Screen } from './screen.ts';

/** Drawn by scripts/level-pictures.ts. */
const PICTURES = join(import.meta.dirname, '../pictures');

export function levelName(t: Translator, level: ReferralLevel): string {
  return t.text(`referral-level-${level}`);
}

export function describeNextLevel(t: Translator, toNextLevel: number | null): string {
  return toNextLevel === null
    ? t.text('referral-highest')
    : t.text('referral-to-next', { missing: toNextLevel });
}

export function renderReferrals(t: Translator, view: { referrals: Referrals; link: string }): Screen {
  const { referrals, link } = view;
  const { level, percent, payingReferrals, toNextLevel } = referrals.standing;
  const title = t.text('referral-title', {
    percent,
    link,
    level: levelName(t, level),
    invited: referrals.invited,
    paying: payingReferrals,
    earned: formatRoubles(referrals.earnedKopecks, t.locale),
  });
  // Blanks as %20: Telegram for iPhone shows the plus of a form as it is. Source: its issue 1727.
  const share = [
    `url=${encodeURIComponent(link)}`,
    `text=${encodeURIComponent(t.text('referral-share-text'))}`,
  ];
  return {
    picture: join(PICTURES, `${level}.png`),
    text: `${title}\n\n${describeNextLevel(t, toNextLevel)}`,
    rows: [
      [{ text: t.text('button-share'), url: `https://t.me/share/url?${share.join('&')}` }],
      [
        { text: t.text('button-levels'), action: { to: 'levels' } },
        { text: t.text('button-withdraw'), action: { to: 'withdraw' } },
      ],
      [{ text: t.text('button-profile'), action: { to: 'profile' } }, menuButton(t)],
    ],
  };
}

/** How the programme works, with the levels as they are paid. */
export function renderLevels(t: Translator): Screen {
  const lines = REFERRAL_LEVELS.toReversed().map(({ name, from, percent }) =>
    from === 0
      ? t.text('levels-first', { level: levelName(t, name), percent })
      : t.text('levels-line', { level: levelName(t, name), from, percent }),
  );
  return {
    text: [t.text('levels-title'), lines.join('\n'), t.text('levels-note')].join('\n\n'),
    rows: [[backButton(t, { to: 'referrals' })]],
  };
}
