import { z } from 'zod';
import {
  GIFT_UNITS,
  type GiftLength,
  type GiftUnit,
  parseGiftLength,
} from '../../../../domain/operations/gift-length.ts';
import { PLANS, type Plan } from '../../../../domain/plans.ts';
import { grantShownAccess } from '../../../../usecases/access/grant-access.ts';
import { reissueShownCredential } from '../../../../usecases/access/reissue-credential.ts';
import { revokeShownAccess } from '../../../../usecases/access/revoke-access.ts';
import { leaveConversation } from '../../../../usecases/customers/conversation.ts';
import { findDraft, keepDraft } from '../../../../usecases/customers/sealed-draft.ts';
import {
  renderGiftCount,
  renderGiftLengths,
  renderGiftPlans,
  renderGiftQuestion,
  renderGiftTelling,
  renderRekeyQuestion,
  renderRevokeQuestion,
  renderRevokeTelling,
} from '../../../screens/panel/people/gift-screens.ts';
import { actorOf, type PanelForms, type PanelVisit, sendPanel, showPanel } from '../panel-visit.ts';
import { factsOf, sayLost, showOutcome } from './person-flow.ts';

type OfPerson = { telegramId: bigint };
type OfPlan = OfPerson & { plan: Plan };
type Gift = OfPlan & { length: GiftLength };
type ToldGift = Gift & { isTold: boolean };

/** Access given and taken, and a key replaced, for one customer. Every step stands in its button. */
export const giftRoutes = {
  'admin-gift-plan': (visit: PanelVisit, person: OfPerson) =>
    showPanel(visit, renderGiftPlans(visit.t, person)),
  'admin-gift-length': (visit: PanelVisit, wish: OfPlan) =>
    showPanel(visit, renderGiftLengths(visit.t, wish)),
  'admin-gift-type': askCount,
  'admin-gift-tell': (visit: PanelVisit, wish: Gift) => showPanel(visit, renderGiftTelling(visit.t, wish)),
  'admin-gift-ask': askGift,
  'admin-gift': give,
  'admin-revoke-tell': (visit: PanelVisit, person: OfPerson) =>
    showPanel(visit, renderRevokeTelling(visit.t, person)),
  'admin-revoke-ask': askRevoke,
  'admin-revoke': revoke,
  'admin-rekey-ask': askRekey,
  'admin-rekey': rekey,
};

export const giftForms: PanelForms<'gift-count'> = {
  'gift-count': { right: 'give-access', take: takeCount },
};

const giftDraft = z.object({
  form: z.literal('gift'),
  telegramId: z.string().transform(BigInt),
  plan: z.enum(PLANS),
  unit: z.enum(GIFT_UNITS),
});

async function askCount(visit: PanelVisit, wish: OfPlan & { unit: GiftUnit }): Promise<void> {
  const { telegramId, plan, unit } = wish;
  const draft = { form: 'gift', telegramId: String(telegramId), plan, unit };
  await keepDraft(visit, visit.chatId, { flow: 'gift-count', draft });
  await showPanel(visit, renderGiftCount(visit.t, { ...wish, problem: null }));
}

/** A wrong number is asked again; the question stays open. */
async function takeCount(visit: PanelVisit, text: string): Promise<void> {
  const { shop, t, chatId } = visit;
  const draft = await findDraft(visit, chatId, giftDraft);
  if (!draft) return sayLost(visit);
  const length = parseGiftLength(`${text.trim()}${draft.unit}`);
  if (!length) return sendPanel(visit, renderGiftCount(t, { ...draft, problem: t.text('gift-bad-count') }));
  await sendPanel(visit, renderGiftTelling(t, { ...draft, length }));
  await leaveConversation(shop, chatId);
}

async function askGift(visit: PanelVisit, wish: ToldGift): Promise<void> {
  const facts = await factsOf(visit, wish.telegramId);
  if (!facts) return;
  const present = { access: facts.access, now: visit.shop.clock.now() };
  await showPanel(visit, renderGiftQuestion(visit.t, wish, present));
}

async function give(visit: PanelVisit, gift: ToldGift & { endsAt: Date }): Promise<void> {
  const { endsAt, telegramId, plan, length, isTold } = gift;
  const given = await grantShownAccess(visit.shop, {
    ...{ actor: actorOf(visit), telegramId, plan, length, isTold },
    shown: { actKey: visit.tap.key, endsAt },
  });
  await showOutcome(visit, telegramId, given.ok ? null : visit.t.text(REFUSALS[given.refusal]));
}

async function askRevoke(visit: PanelVisit, wish: OfPerson & { isTold: boolean }): Promise<void> {
  const { telegramId, isTold } = wish;
  const facts = await factsOf(visit, telegramId);
  if (!facts) return;
  const { access } = facts;
  if (!access || access.state === 'ended') {
    return showOutcome(visit, telegramId, visit.t.text('people-no-access'));
  }
  await showPanel(visit, renderRevokeQuestion(visit.t, { telegramId, isTold, access }));
}

async function revoke(visit: PanelVisit, wish: OfPerson & { isTold: boolean; endsAt: Date }): Promise<void> {
  const { telegramId, isTold, endsAt } = wish;
  const shown = { actKey: visit.tap.key, endsAt };
  const order = { actor: actorOf(visit), telegramId, isTold, shown };
  const revoked = await revokeShownAccess(visit.shop, order);
  await showOutcome(visit, telegramId, revoked.ok ? null : visit.t.text(REFUSALS[revoked.refusal]));
}

async function askRekey(visit: PanelVisit, { telegramId }: OfPerson): Promise<void> {
  const facts = await factsOf(visit, telegramId);
  if (!facts) return;
  const { access } = facts;
  if (!access?.issuedAt || access.state === 'ended')
    return showOutcome(visit, telegramId, visit.t.text('people-no-access'));
  if (access.isReissuing) return showOutcome(visit, telegramId, visit.t.text('rekey-runs'));
  await showPanel(visit, renderRekeyQuestion(visit.t, { telegramId, issuedAt: access.issuedAt }));
}

async function rekey(visit: PanelVisit, wish: OfPerson & { issuedAt: Date }): Promise<void> {
  const { telegramId, issuedAt } = wish;
  const shown = { actKey: visit.tap.key, issuedAt };
  const reissued = await reissueShownCredential(visit.shop, { actor: actorOf(visit), telegramId, shown });
  await showOutcome(visit, telegramId, reissued.ok ? null : visit.t.text(REFUSALS[reissued.refusal]));
}

const REFUSALS = {
  'customer-unknown': 'admin-person-unknown',
  changed: 'people-changed',
  'no-access': 'people-no-access',
  'in-progress': 'rekey-runs',
} as const;
