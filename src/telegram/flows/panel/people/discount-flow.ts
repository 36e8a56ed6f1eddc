import { z } from 'zod';
import { parseDiscountDays, parsePercent } from '../../../../domain/money/personal-discounts.ts';
import { leaveConversation } from '../../../../usecases/customers/conversation.ts';
import { findDraft, keepDraft } from '../../../../usecases/customers/sealed-draft.ts';
import {
  endPersonalDiscount,
  givePersonalDiscount,
  switchVip,
} from '../../../../usecases/discounts/change-shown-discount.ts';
import {
  renderDiscountDays,
  renderDiscountEndQuestion,
  renderDiscountPercents,
  renderDiscountQuestion,
  renderDiscountType,
  renderDiscountTypeDays,
} from '../../../screens/panel/people/discount-screens.ts';
import { actorOf, type PanelForms, type PanelVisit, sendPanel, showPanel } from '../panel-visit.ts';
import { factsOf, sayLost, showOutcome } from './person-flow.ts';

type OfPerson = { telegramId: bigint };
type OfDiscount = OfPerson & { percent: number };

/** One customer's prices. Every step stands in its button. */
export const discountRoutes = {
  'admin-vip': setVip,
  'admin-discount': askPercent,
  'admin-discount-type': typePercent,
  'admin-discount-days': (visit: PanelVisit, wish: OfDiscount) =>
    showPanel(visit, renderDiscountDays(visit.t, wish)),
  'admin-discount-type-days': typeDays,
  'admin-discount-give': give,
  'admin-discount-end-ask': askEnd,
  'admin-discount-end': end,
};

export const discountForms: PanelForms<'discount-percent' | 'discount-days'> = {
  'discount-percent': { right: 'set-prices', take: takePercent },
  'discount-days': { right: 'set-prices', take: takeDays },
};

const person = { form: z.literal('discount'), telegramId: z.string().transform(BigInt) };
const percentDraft = z.object(person);
const daysDraft = z.object({ ...person, percent: z.number() });

async function setVip(visit: PanelVisit, wish: OfPerson & { isOn: boolean }): Promise<void> {
  const { telegramId, isOn } = wish;
  const order = { actor: actorOf(visit), actKey: visit.tap.key, telegramId, isOn };
  const switched = await switchVip(visit.shop, order);
  await showOutcome(visit, telegramId, switched.ok ? null : visit.t.text(REFUSALS[switched.refusal]));
}

async function askPercent(visit: PanelVisit, { telegramId }: OfPerson): Promise<void> {
  const facts = await factsOf(visit, telegramId);
  if (!facts) return;
  if (facts.discount) return showOutcome(visit, telegramId, visit.t.text('discount-exists'));
  await showPanel(visit, renderDiscountPercents(visit.t, { telegramId }));
}

async function typePercent(visit: PanelVisit, { telegramId }: OfPerson): Promise<void> {
  const draft = { form: 'discount', telegramId: String(telegramId) };
  await keepDraft(visit, visit.chatId, { flow: 'discount-percent', draft });
  await showPanel(visit, renderDiscountType(visit.t, { telegramId, problem: null }));
}

/** A wrong number is asked again; the question stays open. */
async function takePercent(visit: PanelVisit, text: string): Promise<void> {
  const { shop, t, chatId } = visit;
  const draft = await findDraft(visit, chatId, percentDraft);
  if (!draft) return sayLost(visit);
  const { telegramId } = draft;
  const percent = parsePercent(text.replace('%', '').trim());
  if (percent === null) {
    const problem = t.text('discount-bad-percent');
    return sendPanel(visit, renderDiscountType(t, { telegramId, problem }));
  }
  await sendPanel(visit, renderDiscountDays(t, { telegramId, percent }));
  await leaveConversation(shop, chatId);
}

async function typeDays(visit: PanelVisit, { telegramId, percent }: OfDiscount): Promise<void> {
  const draft = { form: 'discount', telegramId: String(telegramId), percent };
  await keepDraft(visit, visit.chatId, { flow: 'discount-days', draft });
  await showPanel(visit, renderDiscountTypeDays(visit.t, { telegramId, percent, problem: null }));
}

async function takeDays(visit: PanelVisit, text: string): Promise<void> {
  const { shop, t, chatId } = visit;
  const draft = await findDraft(visit, chatId, daysDraft);
  if (!draft) return sayLost(visit);
  const days = parseDiscountDays(text.trim());
  if (days === null) {
    const problem = t.text('discount-bad-days');
    return sendPanel(visit, renderDiscountTypeDays(t, { ...draft, problem }));
  }
  await sendPanel(visit, renderDiscountQuestion(t, { ...draft, days }));
  await leaveConversation(shop, chatId);
}

async function give(visit: PanelVisit, wish: OfDiscount & { days: number }): Promise<void> {
  const { telegramId, percent, days } = wish;
  const discount = { actor: actorOf(visit), actKey: visit.tap.key, telegramId, percent, days };
  const given = await givePersonalDiscount(visit.shop, discount);
  await showOutcome(visit, telegramId, given.ok ? null : visit.t.text(REFUSALS[given.refusal]));
}

async function askEnd(visit: PanelVisit, { telegramId }: OfPerson): Promise<void> {
  const facts = await factsOf(visit, telegramId);
  if (!facts) return;
  if (!facts.discount) return showOutcome(visit, telegramId, visit.t.text('people-changed'));
  const { percent } = facts.discount;
  await showPanel(visit, renderDiscountEndQuestion(visit.t, { telegramId, percent }));
}

async function end(visit: PanelVisit, { telegramId, percent }: OfDiscount): Promise<void> {
  const order = { actor: actorOf(visit), actKey: visit.tap.key, telegramId, percent };
  const ended = await endPersonalDiscount(visit.shop, order);
  await showOutcome(visit, telegramId, ended.ok ? null : visit.t.text(REFUSALS[ended.refusal]));
}

const REFUSALS = {
  'customer-unknown': 'admin-person-unknown',
  'discount-exists': 'discount-exists',
  changed: 'people-changed',
} as const;
