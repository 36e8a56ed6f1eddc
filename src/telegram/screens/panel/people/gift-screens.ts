import { placeTerm } from '../../../../domain/entitlements.ts';
import {
  GIFT_PRESETS,
  GIFT_UNITS,
  type GiftLength,
  type GiftUnit,
  giftMs,
} from '../../../../domain/operations/gift-length.ts';
import { PLANS, type Plan } from '../../../../domain/plans.ts';
import { formatDateTime } from '../../../../locales/format-values.ts';
import type { Translator } from '../../../../locales/translate.ts';
import type { CardAccess } from '../../../../usecases/customers/view-customer.ts';
import { planName } from '../../buy-screens.ts';
import { type Button, backButton, pairs, type Screen } from '../../screen.ts';

type OfPerson = { telegramId: bigint };

export function renderGiftPlans(t: Translator, { telegramId }: OfPerson): Screen {
  const rows: Button[][] = PLANS.map((plan) => [
    { text: planName(t, plan), action: { to: 'admin-gift-length', plan, telegramId } },
  ]);
  return { text: t.text('gift-plan'), rows: [...rows, [backButton(t, { to: 'admin-person', telegramId })]] };
}

export function renderGiftLengths(t: Translator, { telegramId, plan }: OfPerson & { plan: Plan }): Screen {
  const presets: Button[] = GIFT_PRESETS.map((length) => ({
    text: lengthName(t, length),
    action: { to: 'admin-gift-tell', plan, length, telegramId },
  }));
  const units: Button[] = GIFT_UNITS.map((unit) => ({
    text: t.text(`button-gift-${unit}`),
    action: { to: 'admin-gift-type', plan, unit, telegramId },
  }));
  return {
    text: t.text('gift-length', { plan: planName(t, plan) }),
    rows: [...pairs(presets), units, [backButton(t, { to: 'admin-gift-plan', telegramId })]],
  };
}

/** `problem`: why what was typed did not do. */
export function renderGiftCount(
  t: Translator,
  view: OfPerson & { plan: Plan; unit: GiftUnit; problem: string | null },
): Screen {
  const { telegramId, plan, unit, problem } = view;
  const question = t.text(`gift-type-${unit}`);
  return {
    text: problem === null ? question : `${problem}\n\n${question}`,
    rows: [[backButton(t, { to: 'admin-gift-length', plan, telegramId })]],
  };
}

export function renderGiftTelling(
  t: Translator,
  wish: OfPerson & { plan: Plan; length: GiftLength },
): Screen {
  const { telegramId, plan, length } = wish;
  const facts = { plan: planName(t, plan), length: lengthName(t, length) };
  return {
    text: t.text('gift-tell', facts),
    rows: [
      [
        {
          text: t.text('button-tell'),
          action: { to: 'admin-gift-ask', plan, length, isTold: true, telegramId },
        },
        {
          text: t.text('button-tell-not'),
          action: { to: 'admin-gift-ask', plan, length, isTold: false, telegramId },
        },
      ],
      [backButton(t, { to: 'admin-gift-length', plan, telegramId })],
    ],
  };
}

/** Before and after; what has changed meanwhile is shown again instead of being added to. */
export function renderGiftQuestion(
  t: Translator,
  wish: OfPerson & { plan: Plan; length: GiftLength; isTold: boolean },
  present: { access: CardAccess | null; now: Date },
): Screen {
  const { telegramId, plan, length, isTold } = wish;
  const { access, now } = present;
  const term = placeTerm(access, now, giftMs(length));
  const question = t.text('gift-ask', {
    plan: planName(t, plan),
    length: lengthName(t, length),
    before: describeEnd(t, access),
    after: formatDateTime(term.endsAt),
  });
  const endsAt = shownEnd(access);
  return {
    text: `${question}\n\n${tellingOf(t, isTold)}`,
    rows: [
      [
        {
          text: t.text('button-yes'),
          action: { to: 'admin-gift', plan, length, isTold, endsAt, telegramId },
        },
      ],
      [backButton(t, { to: 'admin-gift-tell', plan, length, telegramId })],
    ],
  };
}

export function renderRevokeTelling(t: Translator, { telegramId }: OfPerson): Screen {
  return {
    text: t.text('revoke-tell'),
    rows: [
      [
        { text: t.text('button-tell'), action: { to: 'admin-revoke-ask', isTold: true, telegramId } },
        { text: t.text('button-tell-not'), action: { to: 'admin-revoke-ask', isTold: false, telegramId } },
      ],
      [backButton(t, { to: 'admin-person', telegramId })],
    ],
  };
}

export function renderRevokeQuestion(
  t: Translator,
  wish: OfPerson & { isTold: boolean; access: CardAccess },
): Screen {
  const { telegramId, isTold, access } = wish;
  const question = t.text('revoke-ask', { plan: planName(t, access.plan), before: describeEnd(t, access) });
  return {
    text: `${question}\n\n${tellingOf(t, isTold)}`,
    rows: [
      [
        {
          text: t.text('button-yes'),
          action: { to: 'admin-revoke', isTold, endsAt: shownEnd(access), telegramId },
        },
      ],
      [backButton(t, { to: 'admin-revoke-tell', telegramId })],
    ],
  };
}

export function renderRekeyQuestion(t: Translator, wish: OfPerson & { issuedAt: Date }): Screen {
  const { telegramId, issuedAt } = wish;
  return {
    text: t.text('rekey-ask', { issued: formatDateTime(issuedAt) }),
    rows: [
      [{ text: t.text('button-yes'), action: { to: 'admin-rekey', issuedAt, telegramId } }],
      [backButton(t, { to: 'admin-person', telegramId })],
    ],
  };
}

function lengthName(t: Translator, { count, unit }: GiftLength): string {
  return t.text(`length-${unit}`, { count });
}

function describeEnd(t: Translator, access: CardAccess | null): string {
  return access === null ? t.text('gift-no-end') : `${formatDateTime(access.endsAt)} UTC`;
}

/** The epoch where there was nothing. */
function shownEnd(access: CardAccess | null): Date {
  return access?.endsAt ?? new Date(0);
}

function tellingOf(t: Translator, isTold: boolean): string {
  return t.text(isTold ? 'gift-told' : 'gift-told-not');
}
