import type { ListPage } from '../../../../lib/list-page.ts';
import { formatDateTime } from '../../../../locales/format-values.ts';
import type { Translator } from '../../../../locales/translate.ts';
import type { PromoView } from '../../../../usecases/promo/manage-promo.ts';
import { PROMO_UNITS, type PromoUnit } from '../../../buttons/panel/promo-buttons.ts';
import { pageRow } from '../../pages.ts';
import { type Button, backButton, pairs, type Screen } from '../../screen.ts';

const SIGNS: Record<PromoView['state'], string> = {
  active: '🟢',
  deactivated: '⚪️',
  expired: '⌛️',
  spent: '🏁',
};

export function renderPromos(t: Translator, page: ListPage<PromoView>): Screen {
  const lines = page.items.map(
    (promo) => `${SIGNS[promo.state]} ${t.text('admin-promo-line', factsOf(t, promo))}`,
  );
  const cards: Button[] = page.items.map(({ promoId, code, state }) => ({
    text: `${SIGNS[state]} ${code}`,
    action: { to: 'admin-promo', promoId },
  }));
  return {
    text: [t.text('admin-promos-title'), lines.join('\n') || t.text('admin-promos-none')].join('\n\n'),
    rows: [
      ...pairs(cards),
      ...pageRow(t, page, (to) => ({ to: 'admin-promos', page: to })),
      [{ text: t.text('button-promo-new'), action: { to: 'admin-promo-new' } }],
      [backButton(t, { to: 'admin' })],
    ],
  };
}

function factsOf(t: Translator, promo: PromoTerms & Pick<PromoView, 'code' | 'usedCount'>) {
  return { code: promo.code, used: promo.usedCount, ...termsOf(t, promo) };
}

type PromoTerms = Pick<PromoView, 'discountPercent' | 'maxUses' | 'expiresAt'>;

/** What a code gives, to how many, and until when, in words. */
function termsOf(t: Translator, { discountPercent, maxUses, expiresAt }: PromoTerms) {
  return {
    percent: discountPercent,
    max: maxUses === null ? '∞' : String(maxUses),
    until: expiresAt === null ? t.text('promo-no-end') : formatDateTime(expiresAt),
  };
}

export function renderPromo(t: Translator, promo: PromoView): Screen {
  const { promoId, state, reservedCount, overLimit } = promo;
  const counts = { held: reservedCount, over: Number(overLimit) };
  const text = t.text('admin-promo-card', {
    ...factsOf(t, promo),
    ...counts,
    state: t.text(`promo-state-${state}`),
    created: formatDateTime(promo.createdAt),
  });
  const ending: Button = { text: t.text('button-promo-end'), action: { to: 'admin-promo-end-ask', promoId } };
  return {
    text: `${SIGNS[state]} ${text}`,
    rows: [...(state === 'active' ? [[ending]] : []), [backButton(t, { to: 'admin-promos', page: 0 })]],
  };
}

export function renderPromoEndQuestion(t: Translator, promo: { promoId: string; code: string }): Screen {
  const { promoId, code } = promo;
  return {
    text: t.text('admin-promo-end-ask', { code }),
    rows: [
      [{ text: t.text('button-yes'), action: { to: 'admin-promo-end', promoId } }],
      [backButton(t, { to: 'admin-promo', promoId })],
    ],
  };
}

/** What is asked for a new code, one thing after another. */
export type PromoQuestion = 'code' | 'percent' | 'unit' | 'time' | 'uses';

/** `problem`: why what was typed did not do. */
export function renderPromoQuestion(
  t: Translator,
  asked: { question: PromoQuestion; draftId: string; unit: PromoUnit | null; problem: string | null },
): Screen {
  const question = questionOf(t, asked.question, asked.unit);
  return {
    text: asked.problem === null ? question : `${asked.problem}\n\n${question}`,
    rows: [...choicesFor(t, asked.question, asked.draftId), [backButton(t, { to: 'admin-promos', page: 0 })]],
  };
}

function questionOf(t: Translator, question: PromoQuestion, unit: PromoUnit | null): string {
  if (question !== 'time') return t.text(`admin-promo-ask-${question}`);
  return t.text(`admin-promo-ask-${unit === 'hours' || unit === 'months' ? unit : 'days'}`);
}

function choicesFor(t: Translator, question: PromoQuestion, draftId: string): Button[][] {
  if (question === 'code')
    return [[{ text: t.text('button-promo-random'), action: { to: 'admin-promo-random', draftId } }]];
  if (question === 'uses')
    return [[{ text: t.text('button-promo-any-uses'), action: { to: 'admin-promo-any-uses', draftId } }]];
  if (question !== 'unit') return [];
  const units: Button[] = PROMO_UNITS.map((unit) => ({
    text: t.text(`button-promo-${unit}`),
    action: { to: 'admin-promo-unit', unit, draftId },
  }));
  return pairs(units);
}

/** Everything that was gathered, before it is made. */
export function renderPromoSummary(
  t: Translator,
  promo: PromoTerms & { draftId: string; code: string },
): Screen {
  return {
    text: t.text('admin-promo-summary', { code: promo.code, ...termsOf(t, promo) }),
    rows: [
      [{ text: t.text('button-promo-create'), action: { to: 'admin-promo-create', draftId: promo.draftId } }],
      [backButton(t, { to: 'admin-promos', page: 0 })],
    ],
  };
}
