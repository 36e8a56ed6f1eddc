import { hasRight } from '../../../../domain/operations/roles.ts';
import { beginConversation, leaveConversation } from '../../../../usecases/customers/conversation.ts';
import { findPerson } from '../../../../usecases/customers/find-person.ts';
import {
  type CustomerCard,
  findCustomerFacts,
  viewCustomer,
} from '../../../../usecases/customers/view-customer.ts';
import { viewCustomerHistory } from '../../../../usecases/customers/view-customer-history.ts';
import { renderCustomerHistory } from '../../../screens/panel/people/history-screen.ts';
import { renderCard, renderLost, renderPersonAsk } from '../../../screens/panel/people/person-screens.ts';
import { actorOf, type PanelForms, type PanelVisit, sendPanel, showPanel } from '../panel-visit.ts';

type OfPerson = { telegramId: bigint };

/** Finding a customer, and their card. */
export const personRoutes = {
  'admin-people': askPerson,
  'admin-person': showPerson,
  'admin-history': showHistory,
};

export const personForms: PanelForms<'person-search'> = {
  'person-search': { right: 'view-customers', take: takePerson },
};

async function askPerson(visit: PanelVisit): Promise<void> {
  await beginConversation(visit.shop, visit.chatId, { flow: 'person-search' });
  await showPanel(visit, renderPersonAsk(visit.t, null));
}

async function takePerson(visit: PanelVisit, text: string): Promise<void> {
  const { shop, t, chatId } = visit;
  const person = await findPerson(shop, text);
  const card = person && (await openCard(visit, person.telegramId));
  if (!card) return sendPanel(visit, renderPersonAsk(t, t.text('admin-person-unknown')));
  await sendPanel(visit, renderCard(t, card));
  await leaveConversation(shop, chatId);
}

/** Somebody nobody knows: whoever forged the button is asked for another. */
export async function showPerson(visit: PanelVisit, { telegramId }: OfPerson): Promise<void> {
  const card = await openCard(visit, telegramId);
  if (!card) return refusePerson(visit);
  await showPanel(visit, renderCard(visit.t, card));
}

async function showHistory(
  visit: PanelVisit,
  { telegramId, page }: OfPerson & { page: number },
): Promise<void> {
  const seesMoney = hasRight(visit.role, 'view-money');
  const view = { actor: actorOf(visit), telegramId, page, seesMoney };
  const history = await viewCustomerHistory(visit.shop, view);
  if (!history) return refusePerson(visit);
  await showPanel(visit, renderCustomerHistory(visit.t, telegramId, history));
}

function openCard(visit: PanelVisit, telegramId: bigint): Promise<CustomerCard | null> {
  const seesMoney = hasRight(visit.role, 'view-money');
  return viewCustomer(visit.shop, { actor: actorOf(visit), telegramId, seesMoney });
}

/** What a question about a customer is asked with; null, after it has been said, when there is no such customer. */
export async function factsOf(visit: PanelVisit, telegramId: bigint): Promise<CustomerCard | null> {
  const seesMoney = hasRight(visit.role, 'view-money');
  const facts = await findCustomerFacts(visit.shop, { telegramId, seesMoney });
  if (!facts) await refusePerson(visit);
  return facts;
}

async function refusePerson(visit: PanelVisit): Promise<void> {
  await visit.answer(visit.t.text('admin-person-unknown'), 'alert');
  await askPerson(visit);
}

/** What was gathered is gone, or belongs to something else: nothing is waited for any more. */
export async function sayLost(visit: PanelVisit): Promise<void> {
  await leaveConversation(visit.shop, visit.chatId);
  await visit.answer(visit.t.text('people-lost'), 'alert');
  await showPanel(visit, renderLost(visit.t));
}

/** An act is done, or it is said why not; either way the card shows how things are now. */
export async function showOutcome(
  visit: PanelVisit,
  telegramId: bigint,
  refusal: string | null,
): Promise<void> {
  if (refusal === null) await visit.answer(visit.t.text('admin-done'));
  else await visit.answer(refusal, 'alert');
  await showPerson(visit, { telegramId });
}
