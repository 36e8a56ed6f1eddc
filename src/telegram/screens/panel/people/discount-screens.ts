import { DISCOUNT_DAYS, DISCOUNT_PERCENTS } from '../../../../domain/money/personal-discounts.ts';
import type { Translator } from '../../../../locales/translate.ts';
import { type Button, backButton, type Screen } from '../../screen.ts';

type OfPerson = { telegramId: bigint };
type OfDiscount = OfPerson & { percent: number };

export function renderDiscountPercents(t: Translator, { telegramId }: OfPerson): Screen {
  const presets: Button[] = DISCOUNT_PERCENTS.map((percent) => ({
    text: `${percent} %`,
    action: { to: 'admin-discount-days', percent, telegramId },
  }));
  return {
    text: t.text('discount-percent'),
    rows: [
      presets,
      [{ text: t.text('button-type'), action: { to: 'admin-discount-type', telegramId } }],
      [backButton(t, { to: 'admin-person', telegramId })],
    ],
  };
}

/** `problem`: why what was typed did not do. */
export function renderDiscountType(t: Translator, view: OfPerson & { problem: string | null }): Screen {
  return {
    text: withProblem(t.text('discount-type'), view.problem),
    rows: [[backButton(t, { to: 'admin-discount', telegramId: view.telegramId })]],
  };
}

export function renderDiscountDays(t: Translator, { telegramId, percent }: OfDiscount): Screen {
  const presets: Button[] = DISCOUNT_DAYS.map((days) => ({
    text: daysName(t, days),
    action: { to: 'admin-discount-give', percent, days, telegramId },
  }));
  return {
    text: t.text('discount-days', { percent }),
    rows: [
      presets,
      [{ text: t.text('button-type'), action: { to: 'admin-discount-type-days', percent, telegramId } }],
      [backButton(t, { to: 'admin-discount', telegramId })],
    ],
  };
}

/** `problem`: why what was typed did not do. */
export function renderDiscountTypeDays(t: Translator, view: OfDiscount & { problem: string | null }): Screen {
  const { telegramId, percent, problem } = view;
  return {
    text: withProblem(t.text('discount-type-days'), problem),
    rows: [[backButton(t, { to: 'admin-discount-days', percent, telegramId })]],
  };
}

/** What was typed is shown before it is done. */
export function renderDiscountQuestion(t: Translator, wish: OfDiscount & { days: number }): Screen {
  const { telegramId, percent, days } = wish;
  return {
    text: t.text('discount-ask', { percent, days: daysName(t, days) }),
    rows: [
      [{ text: t.text('button-yes'), action: { to: 'admin-discount-give', percent, days, telegramId } }],
      [backButton(t, { to: 'admin-discount-days', percent, telegramId })],
    ],
  };
}

export function renderDiscountEndQuestion(t: Translator, { telegramId, percent }: OfDiscount): Screen {
  return {
    text: t.text('discount-end-ask', { percent }),
    rows: [
      [{ text: t.text('button-yes'), action: { to: 'admin-discount-end', percent, telegramId } }],
      [backButton(t, { to: 'admin-person', telegramId })],
    ],
  };
}

function withProblem(question: string, problem: string | null): string {
  return problem === null ? question : `${problem}\n\n${question}`;
}

function daysName(t: Translator, days: number): string {
  return days === 0 ? t.text('discount-for-good') : t.text('length-d', { count: days });
}
