import { GIVEN_ROLES, type GivenRole, type Role } from '../../../domain/operations/roles.ts';
import type { Translator } from '../../../locales/translate.ts';
import type { TeamMember } from '../../../usecases/team/manage-team.ts';
import { type Button, backButton, pairs, type Screen } from '../screen.ts';

export function renderTeam(t: Translator, members: TeamMember[]): Screen {
  const rows: Button[][] = members.map(({ telegramId, role, name }) => [
    {
      text: `${t.text(`role-${role}`)} · ${name ?? telegramId}`,
      action: { to: 'admin-member', telegramId },
    },
  ]);
  return {
    text: t.text('admin-team-title'),
    rows: [
      ...rows,
      [{ text: t.text('button-team-add'), action: { to: 'admin-team-add' } }],
      [backButton(t, { to: 'admin' })],
    ],
  };
}

/** `problem`: why what was typed did not do. */
export function renderTeamAsk(t: Translator, problem: string | null): Screen {
  const question = t.text('admin-team-ask');
  return {
    text: problem === null ? question : `${problem}\n\n${question}`,
    rows: [[backButton(t, { to: 'admin-team' })]],
  };
}

/** Somebody, what they are now, and what they may be made. `name` null: they have never written to the bot. */
export function renderMember(
  t: Translator,
  member: { telegramId: bigint; name: string | null; role: Role | null; isAppointed: boolean },
): Screen {
  const { telegramId, name, role, isAppointed } = member;
  const is = role === null ? t.text('admin-member-none') : t.text(`role-${role}`);
  const lines = [t.text('admin-member', { id: String(telegramId), name: name ?? '—', role: is })];
  if (role !== null) lines.push(t.text(`role-${role}-may`));
  if (isAppointed) lines.push(t.text('admin-member-appointed'));
  return {
    text: lines.join('\n\n'),
    rows: [...(isAppointed ? [] : changeRows(t, telegramId, role)), [backButton(t, { to: 'admin-team' })]],
  };
}

function changeRows(t: Translator, telegramId: bigint, role: Role | null): Button[][] {
  const others: Button[] = GIVEN_ROLES.filter((name) => name !== role).map((name) => ({
    text: t.text(`role-${name}`),
    action: { to: 'admin-role-ask', role: name, telegramId },
  }));
  const taking: Button = {
    text: t.text('button-role-take'),
    action: { to: 'admin-role-take-ask', telegramId },
  };
  return [...pairs(others), ...(role === null ? [] : [[taking]])];
}

/** Asked before it is done: whoever has a role sees what customers do not. */
export function renderRoleQuestion(t: Translator, wish: { telegramId: bigint; role: GivenRole }): Screen {
  const { telegramId, role } = wish;
  const question = t.text('admin-role-ask', { id: String(telegramId), role: t.text(`role-${role}`) });
  return {
    text: `${question}\n\n${t.text(`role-${role}-may`)}`,
    rows: [
      [{ text: t.text('button-yes'), action: { to: 'admin-role', role, telegramId } }],
      [backButton(t, { to: 'admin-member', telegramId })],
    ],
  };
}

export function renderTakeQuestion(t: Translator, { telegramId }: { telegramId: bigint }): Screen {
  return {
    text: t.text('admin-role-take-ask', { id: String(telegramId) }),
    rows: [
      [{ text: t.text('button-yes'), action: { to: 'admin-role-take', telegramId } }],
      [backButton(t, { to: 'admin-member', telegramId })],
    ],
  };
}
