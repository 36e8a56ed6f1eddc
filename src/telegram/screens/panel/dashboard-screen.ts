import type { Issue } from '../../../domain/operations/issues.ts';
import { COMPONENTS, type SystemState } from '../../../domain/operations/system-state.ts';
import { formatDateTime } from '../../../locales/format-values.ts';
import type { Translator } from '../../../locales/translate.ts';
import type { Dashboard } from '../../../usecases/operations/view-dashboard.ts';
import { backButton, type Screen } from '../screen.ts';

/** More would not be read at a glance. Source: product.md §6. */
const SHOWN_ISSUES = 5;

/** The shop at a glance. */
export function renderDashboard(t: Translator, shop: Dashboard): Screen {
  const { state, waiting, tasks, withdrawals } = shop;
  const figures = [
    describeWaiting(t, waiting),
    t.text('dashboard-tasks', { tasks }),
    t.text('dashboard-withdrawals', { withdrawals }),
    describeLastTrouble(t, shop.lastTrouble),
  ];
  const parts = [
    t.text(`admin-system-${state.severity}`),
    describeComponents(t, state, {}),
    figures.join('\n'),
    describeIssues(t, shop.issues),
  ];
  return {
    text: parts.filter((part) => part !== null).join('\n\n'),
    rows: [
      [{ text: t.text('button-status-again'), action: { to: 'admin-dashboard' } }],
      [{ text: t.text('button-admin-system'), action: { to: 'admin-system' } }],
      [{ text: t.text('button-admin-waiting'), action: { to: 'admin-waiting', page: 0 } }],
      [backButton(t, { to: 'admin' })],
    ],
  };
}

/** `since`: from when on a component has been as it is, where that is known and of interest. */
export function describeComponents(
  t: Translator,
  { components }: SystemState,
  since: Partial<Record<string, Date>>,
): string {
  return COMPONENTS.map((component) => {
    const at = components[component].status === 'healthy' ? undefined : since[component];
    const line = t.text('admin-system-line', {
      component: t.text(`admin-component-${component}`),
      state: t.text(`admin-state-${components[component].status}`),
    });
    return at ? `${line}, ${t.text('admin-since', { at: formatDateTime(at) })}` : line;
  }).join('\n');
}

export function describeWaiting(t: Translator, waiting: Dashboard['waiting']): string {
  const { count, oldestAt } = waiting;
  const line = t.text('dashboard-waiting', { count });
  return oldestAt ? `${line}, ${t.text('admin-since', { at: formatDateTime(oldestAt) })}` : line;
}

/** Null while there is nothing to be said. */
export function describeIssues(t: Translator, issues: Issue[]): string | null {
  if (issues.length === 0) return null;
  const lines = issues.slice(0, SHOWN_ISSUES).map((issue) => `• ${t.text(`issue-${issue}`)}`);
  return [t.text('dashboard-issues'), ...lines].join('\n');
}

function describeLastTrouble(t: Translator, trouble: Dashboard['lastTrouble']): string {
  const component = COMPONENTS.find((name) => name === trouble?.component);
  if (!trouble || !component) return t.text('dashboard-no-trouble');
  const at = formatDateTime(trouble.at);
  return t.text('dashboard-trouble', { component: t.text(`admin-component-${component}`), at });
}
