import type { Feature } from '../../domain/operations/features.ts';
import { COMPONENTS, type SystemState } from '../../domain/operations/system-state.ts';
import type { Translator } from '../../locales/translate.ts';
import { type Button, backButton, type Screen } from './screen.ts';

/** Not offered here: whoever switches it off in Telegram could not switch it on again there. */
const LOCKS_OUT: Feature = 'admin-actions';

/** How every part of the shop does. */
export function renderSystemState(t: Translator, { severity, components }: SystemState): Screen {
  const lines = COMPONENTS.map((component) =>
    t.text('admin-system-line', {
      component: t.text(`admin-component-${component}`),
      state: t.text(`admin-state-${components[component].status}`),
    }),
  );
  return {
    text: [t.text(`admin-system-${severity}`), lines.join('\n')].join('\n\n'),
    rows: [
      [{ text: t.text('button-status-again'), action: { to: 'admin-system' } }],
      [{ text: t.text('button-admin-features'), action: { to: 'admin-features' } }],
      [backButton(t, { to: 'admin' })],
    ],
  };
}

export function renderFeatures(t: Translator, features: { feature: Feature; isOn: boolean }[]): Screen {
  const lines = features.map(({ feature, isOn }) => `${isOn ? '🟢' : '⏸'} ${t.text(`feature-${feature}`)}`);
  const rows: Button[][] = features
    .filter(({ feature }) => feature !== LOCKS_OUT)
    .map(({ feature, isOn }) => [
      {
        text: t.text(isOn ? 'button-feature-off' : 'button-feature-on', {
          feature: t.text(`feature-${feature}`),
        }),
        action: { to: 'admin-feature-ask', feature, isOn: !isOn },
      },
    ]);
  return {
    text: `${t.text('admin-features-title')}\n\n${lines.join('\n')}`,
    rows: [...rows, [backButton(t, { to: 'admin-system' })]],
  };
}

/** Asked before it is done: every customer notices. */
export function renderFeatureQuestion(t: Translator, wish: { feature: Feature; isOn: boolean }): Screen {
  const { feature, isOn } = wish;
  const name = t.text(`feature-${feature}`);
  return {
    text: t.text(isOn ? 'admin-feature-on-ask' : 'admin-feature-off-ask', { feature: name }),
    rows: [
      [{ text: t.text('button-feature-yes'), action: { to: 'admin-feature', feature, isOn } }],
      [backButton(t, { to: 'admin-features' })],
    ],
  };
}
