import { z } from 'zod';
import { randomCapitals } from '../../../../lib/random-capitals.ts';
import { checkPromoName, createPromo, viewPromo } from '../../../../usecases/promo/manage-promo.ts';
import { PROMO_UNITS, type PromoUnit } from '../../../buttons/panel/promo-buttons.ts';
import {
  type PromoQuestion,
  renderPromoQuestion,
  renderPromoSummary,
} from '../../../screens/panel/campaigns/promo-screens.ts';
import type { Screen } from '../../../screens/screen.ts';
import { actorOf, type PanelForms, type PanelVisit } from '../panel-visit.ts';
import { createForm, type Taken } from './panel-form.ts';
import { showPromo, showPromos } from './promo-flow.ts';

/** A new code as far as it is known; `asks`: what comes next, `done` when there is nothing left to ask. */
const draftShape = z.object({
  form: z.literal('promo'),
  draftId: z.string(),
  tapKey: z.string(),
  asks: z.enum(['code', 'percent', 'unit', 'time', 'uses', 'done']),
  code: z.string(),
  percent: z.number(),
  unit: z.enum(PROMO_UNITS).nullable(),
  expiresAt: z.coerce.date().nullable(),
  maxUses: z.number().nullable(),
});
type Draft = z.infer<typeof draftShape>;
type OfDraft = { draftId: string };

const HOUR_MS = 3_600_000;
/** A month has 30 days. Source: product.md §1.5. */
const UNIT_MS = { hours: HOUR_MS, days: 24 * HOUR_MS, months: 30 * 24 * HOUR_MS };
/** Ten years: what lives longer is meant to have no end. */
const MAX_LIFE_MS = 3_650 * 24 * HOUR_MS;
const MAX_USES = 1_000_000;

const form = createForm({
  flow: 'new-promo',
  shape: draftShape,
  render: screenFor,
  take: (visit, draft, text) => takers[draft.asks](visit, draft, text.trim()),
  showSection: showPromos,
});

/** What a new promo code is to be, asked one thing after another. */
export const promoFormRoutes = {
  'admin-promo-new': begin,
  'admin-promo-random': takeRandom,
  'admin-promo-unit': takeUnit,
  'admin-promo-any-uses': takeAnyUses,
  'admin-promo-create': create,
};

export const promoForms: PanelForms<'new-promo'> = {
  'new-promo': { right: 'set-prices', take: form.takeText },
};

async function begin(visit: PanelVisit): Promise<void> {
  const nothing = { code: '', percent: 0, unit: null, expiresAt: null, maxUses: null };
  await form.begin(visit, (kept) => ({ ...kept, form: 'promo', asks: 'code', ...nothing }));
}

function screenFor({ t }: PanelVisit, draft: Draft, problem: string | null): Screen {
  const { asks: question, draftId, unit, percent: discountPercent } = draft;
  return question === 'done'
    ? renderPromoSummary(t, { ...draft, discountPercent })
    : renderPromoQuestion(t, { question, draftId, unit, problem });
}

type Take = (visit: PanelVisit, draft: Draft, text: string) => Promise<Taken<Draft>> | Taken<Draft>;

const takers: Record<PromoQuestion | 'done', Take> = {
  code: takeCode,
  percent({ t }, draft, text) {
    const percent = parseWithin(text, 0, 100);
    return percent === null ? t.text('admin-promo-bad-percent') : { ...draft, percent, asks: 'unit' };
  },
  unit: ({ t }) => t.text('admin-choose'),
  time: takeTime,
  uses({ t }, draft, text) {
    const maxUses = parseWithin(text, 1, MAX_USES);
    return maxUses === null ? t.text('admin-promo-bad-uses') : { ...draft, maxUses, asks: 'done' };
  },
  // The summary has nothing but its button.
  done: (_visit, draft) => draft,
};

async function takeCode({ shop, t }: PanelVisit, draft: Draft, text: string): Promise<Taken<Draft>> {
  const named = await checkPromoName(shop, text);
  if (named.ok) return { ...draft, code: named.code, asks: 'percent' };
  return t.text(named.refusal === 'bad-code' ? 'admin-promo-bad-code' : 'admin-promo-code-taken');
}

function takeTime({ shop, t }: PanelVisit, draft: Draft, text: string): Taken<Draft> {
  const unitMs = UNIT_MS[draft.unit === 'hours' || draft.unit === 'months' ? draft.unit : 'days'];
  const count = parseWithin(text, 1, MAX_LIFE_MS / unitMs);
  if (count === null) return t.text('admin-promo-bad-time');
  const expiresAt = new Date(shop.clock.now().getTime() + count * unitMs);
  return { ...draft, expiresAt, asks: 'uses' };
}

function parseWithin(text: string, min: number, max: number): number | null {
  const count = /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN;
  return count >= min && count <= max ? count : null;
}

/** A whole code that was shown keeps its name: whoever changes it on an older screen goes on with another. */
async function choose(visit: PanelVisit, draftId: string, choice: Partial<Draft>): Promise<void> {
  await form.press(visit, draftId, (draft) => {
    const name = draft.asks === 'done' ? visit.shop.ids.rowId() : draftId;
    return { ...draft, ...choice, draftId: name };
  });
}

async function takeRandom(visit: PanelVisit, { draftId }: OfDraft): Promise<void> {
  const code = randomCapitals(6);
  await choose(visit, draftId, { code, asks: 'percent' });
}

async function takeUnit(visit: PanelVisit, { draftId, unit }: OfDraft & { unit: PromoUnit }): Promise<void> {
  const asks = unit === 'unlimited' ? 'uses' : 'time';
  await choose(visit, draftId, { unit, expiresAt: null, asks });
}

async function takeAnyUses(visit: PanelVisit, { draftId }: OfDraft): Promise<void> {
  await choose(visit, draftId, { maxUses: null, asks: 'done' });
}

/** The draft's id is the code's: however often it is confirmed, it is made once. */
async function create(visit: PanelVisit, { draftId }: OfDraft): Promise<void> {
  const { shop, t } = visit;
  if (await viewPromo(shop, draftId)) return showPromo(visit, draftId);
  const draft = await form.find(visit, draftId);
  if (draft?.asks !== 'done') return form.refuse(visit);
  const { code, percent, maxUses, expiresAt } = draft;
  const wish = { actor: actorOf(visit), promoId: draftId, code, percent, maxUses, expiresAt };
  const made = await createPromo(shop, wish);
  if (made.ok) {
    await visit.answer(t.text('admin-done'));
    return showPromo(visit, draftId);
  }
  const problem = made.refusal === 'code-taken' ? 'admin-promo-code-taken' : 'admin-promo-bad-time';
  await visit.answer(t.text(problem), 'alert');
  await showPromos(visit);
}
