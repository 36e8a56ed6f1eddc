import { h, setText } from '../dom.ts';
import { type IconName, icon } from '../icons.ts';
import type { Words } from '../text/words.ts';

type Options = {
  testId: string;
  icon: IconName;
  label: string;
  hint: string;
  /** What the state reads while it is on. */
  onLabel: string;
  /** How strong the trouble is; without choices it is just on or off. */
  strength?: { label: string; choices: readonly (readonly [value: number, label: string])[] };
  /** Resolves when the sandbox has answered, whatever it said. */
  onChange: (value: number) => Promise<void>;
};

/** One switch with its words, state and strength. `value` 0 is off. */
export function createSwitchRow(words: Words, options: Options) {
  const id = `hint-${options.testId}`;
  const input = h('input', {
    type: 'checkbox',
    role: 'switch',
    class: 'switch',
    'data-testid': options.testId,
    'aria-describedby': id,
  });
  const state = h('span', { class: 'switch-state' });
  const select =
    options.strength &&
    h(
      'select',
      { 'data-testid': `${options.testId}-strength` },
      ...options.strength.choices.map(([value, label]) => h('option', { value }, label)),
    );
  const chosen = () => (select ? Number(select.value) : 1);
  let shown = 0;
  const draw = (value: number) => {
    shown = value;
    input.checked = value > 0;
    element.classList.toggle('is-on', value > 0);
    setText(state, value > 0 ? options.onLabel : words.off);
    if (select && value > 0) select.value = String(value);
  };
  const change = async (value: number) => {
    input.disabled = true;
    await options.onChange(value);
    input.disabled = false;
    draw(shown);
  };
  input.addEventListener('change', () => void change(input.checked ? chosen() : 0));
  select?.addEventListener('change', () => {
    if (shown > 0) void change(chosen());
  });
  const element = h(
    'div',
    { class: 'switch-row' },
    h(
      'label',
      { class: 'switch-line' },
      icon(options.icon),
      h('span', { class: 'switch-label' }, options.label),
      h('span', { class: 'switch-side' }, input, state),
    ),
    h('p', { class: 'switch-hint', id }, options.hint),
    select && h('label', { class: 'switch-strength' }, options.strength?.label, ' ', select),
  );
  draw(0);
  return { element, draw };
}
