import { h, keepsake } from '../dom.ts';
import { icon } from '../icons.ts';
import type { Words } from '../text/words.ts';

const themes = ['auto', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];

/** The button that walks through system, light and dark; the choice is remembered in this browser. */
export function createThemeButton(words: Words): HTMLElement {
  let theme: Theme = themes.find((known) => known === keepsake.read('theme')) ?? 'auto';
  const labels: Record<Theme, string> = {
    auto: words.themeAuto,
    light: words.themeLight,
    dark: words.themeDark,
  };
  const button = h('button', { type: 'button', class: 'icon-button', 'data-testid': 'theme' });
  const show = () => {
    document.documentElement.dataset.theme = theme;
    button.dataset.theme = theme;
    button.ariaLabel = labels[theme];
    button.title = labels[theme];
    button.replaceChildren(icon(({ auto: 'auto', light: 'sun', dark: 'moon' } as const)[theme]));
  };
  button.addEventListener('click', () => {
    theme = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'auto';
    keepsake.write('theme', theme);
    show();
  });
  show();
  return button;
}
