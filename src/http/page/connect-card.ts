import type { PageKey } from '../../locales/generated/page-keys.ts';
import { CLIENT_APPS } from './client-apps.ts';
import { type Html, html } from './html.ts';
import type { WordedView } from './page-view.ts';
import { PLATFORMS, type Platform } from './visitor.ts';

/** Three steps for the visitor's own platform, open; the same for all others, folded. */
export function renderConnect(view: WordedView): Html {
  const { t, platform } = view;
  const others = PLATFORMS.filter((one) => one !== platform).map(
    (one) =>
      html`<details class="fold"><summary>${t.text(`platform-${one}`)}</summary>${renderSteps(view, one)}</details>`,
  );
  const own =
    platform !== null &&
    html`<p class="own">${t.text(`platform-${platform}`)}</p>${renderSteps(view, platform)}<h3>${t.text('other-devices')}</h3>`;
  return html`<section class="card connect"><h2>${t.text('connect')}</h2>${own}${others}</section>`;
}

function renderSteps(view: WordedView, platform: Platform): Html {
  const { t, url } = view;
  const apps = CLIENT_APPS[platform];
  const stores = apps.map(({ name, store, url: page }) => {
    const label = t.text('get-app', { app: name, store });
    return html`<a class="store" href="${page}" rel="noreferrer noopener" aria-label="${label}"><b dir="ltr">${name}</b><small dir="ltr">${store}</small></a>`;
  });
  const imports = apps.map(({ app, name }, index) => {
    const label = t.text('add-to', { app: name });
    const words = index === 0 ? label : name;
    return html`<a class="button" href="${url}/open/${app}" rel="nofollow" aria-label="${label}">${words}</a>`;
  });
  return html`<ol class="steps">
<li><h4>${t.text('step-install')}</h4><p class="soft">${t.text('step-install-text')}</p><div class="stores">${stores}</div></li>
<li><h4>${t.text('step-import')}</h4><p class="soft">${t.text('step-import-text')}</p><div class="imports">${imports}</div></li>
<li><h4>${t.text('step-switch-on')}</h4><p class="soft">${t.text(`switch-on-${platform}`)}</p></li>
</ol>`;
}

const TROUBLES: [question: PageKey, answer: PageKey][] = [
  ['help-refresh', 'help-refresh-text'],
  ['help-time', 'help-time-text'],
  ['help-other', 'help-other-text'],
  ['help-button', 'help-button-text'],
];

/** What to do when it does not connect. */
export function renderHelp({ t }: WordedView): Html {
  const troubles = TROUBLES.map(
    ([question, answer]) =>
      html`<details class="fold"><summary>${t.text(question)}</summary><p>${t.text(answer)}</p></details>`,
  );
  return html`<section class="card help"><h2>${t.text('help')}</h2>${troubles}</section>`;
}
