import type { Role } from '../../../domain/operations/roles.ts';
import type { Translator } from '../../../locales/translate.ts';
import { menuButton, type Screen } from '../screen.ts';

/** The panel's first screen, with every section; whoever shows it leaves out what is not for the role. */
export function renderPanelStart(
  t: Translator,
  view: { role: Role; withdrawals: number; tasks: number },
): Screen {
  const { role, ...counts } = view;
  return {
    text: t.text('admin-title', { role: t.text(`role-${role}`), ...counts }),
    rows: [
      [
        { text: t.text('button-admin-dashboard'), action: { to: 'admin-dashboard' } },
        { text: t.text('button-admin-statistics'), action: { to: 'admin-statistics' } },
      ],
      [
        { text: t.text('button-people'), action: { to: 'admin-people' } },
        { text: t.text('button-keys'), action: { to: 'admin-keys' } },
      ],
      [
        { text: t.text('button-admin-withdrawals'), action: { to: 'admin-withdrawals', page: 0 } },
        { text: t.text('button-admin-tasks'), action: { to: 'admin-tasks', page: 0 } },
      ],
      [
        { text: t.text('button-broadcasts'), action: { to: 'broadcasts', page: 0 } },
        { text: t.text('button-admin-promos'), action: { to: 'admin-promos', page: 0 } },
      ],
      [
        { text: t.text('button-admin-referrals'), action: { to: 'admin-referrals' } },
        { text: t.text('button-admin-incident'), action: { to: 'admin-incident' } },
      ],
      [
        { text: t.text('button-admin-nodes'), action: { to: 'admin-nodes', page: 0 } },
        { text: t.text('button-admin-audit'), action: { to: 'admin-audit', of: 'all' } },
      ],
      [
        { text: t.text('button-admin-export'), action: { to: 'admin-export' } },
        { text: t.text('button-admin-samples'), action: { to: 'admin-samples' } },
      ],
      [{ text: t.text('button-admin-team'), action: { to: 'admin-team' } }],
      [menuButton(t)],
    ],
  };
}
