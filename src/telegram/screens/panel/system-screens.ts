import type { Feature } from '../../../domain/operations/features.ts';
import { COMPONENTS, type SystemState } from '../../../domain/operations/system-state.ts';
import type { Translator } from '../../../locales/translate.ts';
import { isSwitchable, type SwitchableFeature } from '../../buttons/shop-buttons.ts';
import { type Button, backButton, type Screen } from '../screen.ts';

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
