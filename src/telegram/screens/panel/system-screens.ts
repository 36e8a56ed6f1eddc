import type { Feature } from '../../../domain/operations/features.ts';
import type { Translator } from '../../../locales/translate.ts';
import type { SystemView } from '../../../usecases/operations/view-dashboard.ts';
import { isSwitchable, type SwitchableFeature } from '../../buttons/panel/shop-buttons.ts';
import { shorten } from '../pages.ts';
import { type Button, backButton, type Screen } from '../screen.ts';
import { describeComponents, describeIssues, describeWaiting } from './dashboard-screen.ts';

/** How every part of the shop does, and the processes that make it. */
export function renderSystem(t: Translator, system: SystemView): Screen {
  const { state, since, waiting, issues, processes } = system;
  const uptimes = processes.map(({ workerId, uptimeMs }) =>
    t.text('admin-process', { process: shorten(workerId, 40), ...daysAndHours(uptimeMs) }),
  );
  const parts = [
    t.text(`admin-system-${state.severity}`),
    describeComponents(t, state, since),
    describeWaiting(t, waiting),
    describeIssues(t, issues),
    [t.text('admin-processes'), ...uptimes].join('\n'),
  ];
  return {
    text: parts.filter((part) => part !== null).join('\n\n'),
    rows: [
      [{ text: t.text('button-status-again'), action: { to: 'admin-system' } }],
      [{ text: t.text('button-admin-features'), action: { to: 'admin-features' } }],
      [backButton(t, { to: 'admin-dashboard' })],
    ],
  };
}

const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;
const DAY_MINUTES = 1_440;

function daysAndHours(ms: number): { days: number; hours: number; minutes: number } {
  const all = Math.floor(ms / MINUTE_MS);
  return {
    days: Math.floor(all / DAY_MINUTES),
    hours: Math.floor((all % DAY_MINUTES) / HOUR_MINUTES),
    minutes: all % HOUR_MINUTES,
  };
}

export function renderFeatures(t: Translator, features: { feature: Feature; isOn: boolean }[]): Screen {
  const lines = features.map(({ feature, isOn }) => `${isOn ? '🟢' : '⏸'} ${t.text(`feature-${feature}`)}`);
  const rows: Button[][] = features.flatMap(({ feature, isOn }) =>
    isSwitchable(feature) ? [[switchButton(t, { feature, isOn: !isOn })]] : [],
  );
  return {
    text: `${t.text('admin-features-title')}\n\n${lines.join('\n')}`,
    rows: [...rows, [backButton(t, { to: 'admin-system' })]],
  };
}

function switchButton(t: Translator, wish: { feature: SwitchableFeature; isOn: boolean }): Button {
  const label = wish.isOn ? 'button-feature-on' : 'button-feature-off';
  return {
    text: t.text(label, { feature: t.text(`feature-${wish.feature}`) }),
    action: { to: 'admin-feature-ask', ...wish },
  };
}

/** Asked before it is done: every customer notices. */
export function renderFeatureQuestion(
  t: Translator,
  wish: { feature: SwitchableFeature; isOn: boolean },
): Screen {
  const { feature, isOn } = wish;
  const name = t.text(`feature-${feature}`);
  return {
    text: t.text(isOn ? 'admin-feature-on-ask' : 'admin-feature-off-ask', { feature: name }),
    rows: [
      [{ text: t.text('button-yes'), action: { to: 'admin-feature', feature, isOn } }],
      [backButton(t, { to: 'admin-features' })],
    ],
  };
}
