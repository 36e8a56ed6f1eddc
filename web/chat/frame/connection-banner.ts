import { h, setText } from '../dom.ts';
import type { Page } from '../page.ts';
import type { Connection } from '../session/event-stream.ts';

/** The line that says the sandbox is gone and when the page tries again. */
export function createConnectionBanner(page: Page, retryNow: () => void) {
  const { words } = page;
  const countdown = h('span', { class: 'banner-countdown', 'aria-hidden': 'true' });
  const retry = h('button', { type: 'button', class: 'banner-retry', onclick: retryNow }, words.retryNow);
  const text = h('span', {}, words.connectionLost);
  const element = h(
    'div',
    { class: 'banner', role: 'alert', 'data-testid': 'connection-banner' },
    text,
    countdown,
    retry,
  );
  element.hidden = true;
  let timer: ReturnType<typeof setInterval> | undefined;
  const show = (connection: Connection) => {
    clearInterval(timer);
    element.hidden = connection.status === 'open';
    if (connection.status === 'open') return;
    const tick = () => {
      const seconds = Math.ceil((connection.retryAt - Date.now()) / 1000);
      setText(countdown, seconds > 0 ? words.retryIn(seconds) : words.connecting);
    };
    tick();
    timer = setInterval(tick, 250);
  };
  return { element, show };
}
