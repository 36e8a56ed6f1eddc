import type { ChatState } from '../../../src/sandbox/contract/chat.ts';
import { h, setText } from '../dom.ts';
import { openAlert } from '../overlay/dialog.ts';
import type { Page } from '../page.ts';
import type { Words } from '../text/words.ts';

/** Says what honours the credentials; a press explains it. */
export function createCoreBadge(page: Page): { element: HTMLElement; sync: () => void } {
  const label = h('span', { class: 'core-label' });
  const explain = () => {
    const { core } = page.state;
    if (core)
      openAlert({ ...explanationOf(core, page.words), ok: page.words.ok, closeLabel: page.words.close });
  };
  const element = h(
    'button',
    { type: 'button', class: 'core-badge', 'data-testid': 'core-badge', onclick: explain },
    h('span', { class: 'core-dot', 'aria-hidden': 'true' }),
    label,
  );
  const sync = () => {
    const { core } = page.state;
    if (!core) return;
    element.dataset.core = core.kind;
    setText(label, labelOf(core, page.words));
    element.title = explanationOf(core, page.words).text;
  };
  return { element, sync };
}

function labelOf(core: ChatState['core'], words: Words): string {
  if (core.kind === 'simulated') return words.coreSimulated;
  return core.kind === 'xray' ? words.coreXray(core.version) : words.coreV2ray(core.version);
}

function explanationOf(core: ChatState['core'], words: Words): { title: string; text: string } {
  const text = core.kind === 'simulated' ? words.coreSimulatedText : words.coreRealText;
  return { title: `${words.coreTitle}: ${labelOf(core, words)}`, text };
}
