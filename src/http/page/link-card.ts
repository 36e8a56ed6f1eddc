import { renderQrSvg } from '../../lib/qr/qr-svg.ts';
import { type Html, html, trusted } from './html.ts';
import type { WordedView } from './page-view.ts';

/** The link itself: as a code for a camera, as a field to select, and with a button where scripts may run. */
export function renderLink({ t, url }: WordedView): Html {
  return html`<section class="card link"><h2>${t.text('link')}</h2>
<figure><div class="qr" role="img" aria-label="${t.text('qr')}">${trusted(renderQrSvg(url))}</div><figcaption class="soft">${t.text('qr-text')}</figcaption></figure>
<p class="soft">${t.text('link-text')}</p>
<input class="address" type="text" readonly dir="ltr" spellcheck="false" autocomplete="off" aria-label="${t.text('link')}" value="${url}">
<button class="button quiet" type="button" hidden data-copied="${t.text('copied')}" data-by-hand="${t.text('copy-by-hand')}">${t.text('copy')}</button>
<p class="said" role="status"></p></section>`;
}
