import { callPerson } from '../../../domain/customers/person-name.ts';
import type { GivenRole } from '../../../domain/operations/roles.ts';
import { beginConversation, leaveConversation } from '../../../usecases/customers/conversation.ts';
import { findCalled } from '../../../usecases/customers/find-person.ts';
import { findRole } from '../../../usecases/team/find-role.ts';
import { type ChangedTeam, giveRole, takeRole, viewTeam } from '../../../usecases/team/manage-team.ts';
import {
  renderMember,
  renderRoleQuestion,
  renderTakeQuestion,
  renderTeam,
  renderTeamAsk,
} from '../../screens/panel/team-screens.ts';
import { actorOf, type PanelForms, type PanelVisit, sendPanel, showPanel } from './panel-visit.ts';

type OfMember = { telegramId: bigint };
type Wish = OfMember & { role: GivenRole };

/** Who works for the shop. */
export const teamRoutes = {
  'admin-team': showTeam,
  'admin-team-add': askPerson,
  'admin-member': showMember,
  'admin-role-ask': (visit: PanelVisit, { telegramId, role }: Wish) =>
    showPanel(visit, renderRoleQuestion(visit.t, { telegramId, role })),
  'admin-role': give,
  'admin-role-take-ask': (visit: PanelVisit, { telegramId }: OfMember) =>
    showPanel(visit, renderTakeQuestion(visit.t, { telegramId })),
  'admin-role-take': take,
};

export const teamForms: PanelForms<'team-person'> = {
  'team-person': { right: 'manage-team', take: takePerson },
};

async function showTeam(visit: PanelVisit): Promise<void> {
  await showPanel(visit, renderTeam(visit.t, await viewTeam(visit.shop, visit.admins)));
}

async function askPerson(visit: PanelVisit): Promise<void> {
  await beginConversation(visit.shop, visit.chatId, { flow: 'team-person' });
  await showPanel(visit, renderTeamAsk(visit.t, null));
}

/** Only who has started the bot: a mistyped id must not become an operator one day. */
async function takePerson(visit: PanelVisit, text: string): Promise<void> {
  const { shop, t, chatId } = visit;
  const person = await findCalled(shop, text);
  if (!person) return sendPanel(visit, renderTeamAsk(t, t.text('admin-person-unknown')));
  const { telegramId } = person;
  await sendPanel(visit, renderMember(t, { telegramId, ...(await describeMember(visit, telegramId)) }));
  await leaveConversation(shop, chatId);
}

async function showMember(visit: PanelVisit, { telegramId }: OfMember): Promise<void> {
  await showPanel(visit, renderMember(visit.t, { telegramId, ...(await describeMember(visit, telegramId)) }));
}

async function describeMember(visit: PanelVisit, telegramId: bigint) {
  const { shop, admins } = visit;
  const person = await findCalled(shop, String(telegramId));
  const role = await findRole(shop, admins, telegramId);
  return { name: person && callPerson(person), role, isAppointed: admins.includes(telegramId) };
}

async function give(visit: PanelVisit, { telegramId, role }: Wish): Promise<void> {
  const wish = { actor: actorOf(visit), appointed: visit.admins, actKey: visit.tap.key, telegramId, role };
  await showOutcome(visit, telegramId, await giveRole(visit.shop, wish));
}

async function take(visit: PanelVisit, { telegramId }: OfMember): Promise<void> {
  const wish = { actor: actorOf(visit), appointed: visit.admins, actKey: visit.tap.key, telegramId };
  await showOutcome(visit, telegramId, await takeRole(visit.shop, wish));
}

/** A role that is gone already is what was wished for. */
async function showOutcome(visit: PanelVisit, telegramId: bigint, changed: ChangedTeam): Promise<void> {
  const isRefused = !changed.ok && changed.refusal === 'appointed';
  if (isRefused) await visit.answer(visit.t.text('admin-member-appointed'), 'alert');
  else await visit.answer(visit.t.text('admin-done'));
  await showMember(visit, { telegramId });
}
