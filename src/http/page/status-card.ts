import { formatBytes, formatCountry, formatDay } from '../../locales/page/page-values.ts';
import { type Html, html } from './html.ts';
import type { WordedView } from './page-view.ts';

/** How a subscription stands. */
export type State = 'active' | 'suspended' | 'ended';

const DAY_MS = 86_400_000;
/** A bar in thousandths: finer than any screen draws it. */
const BAR_STEPS = 1000n;

export function stateOf({ isActive, isSuspended }: { isActive: boolean; isSuspended: boolean }): State {
  if (!isActive) return 'ended';
  return isSuspended ? 'suspended' : 'active';
}

/** The first card: how the subscription stands, until when, what traffic is left, and which countries serve it. */
export function renderStatus(view: WordedView): Html {
  const { t, subscription } = view;
  const state = stateOf(subscription);
  return html`<section class="card status ${state}">
<p class="badge">${t.text(`state-${state}`)}</p>
${HEADLINES[state](view)}
${state !== 'ended' && renderTraffic(view)}
${state === 'active' && renderCountries(view)}
${state !== 'active' && renderBotButton(view)}
</section>`;
}

const HEADLINES: Record<State, (view: WordedView) => Html> = {
  active: ({ t, subscription, now, locale }) => {
    const days = Math.ceil((subscription.endsAt.getTime() - now.getTime()) / DAY_MS);
    const until = formatDay(subscription.endsAt, locale);
    return html`<h1>${t.text('days-left', { days })}</h1><p class="soft">${t.text('until-active', { until })}</p>`;
  },
  suspended: ({ t, subscription, locale }) => {
    const until = formatDay(subscription.endsAt, locale);
    return html`<h1>${t.text('suspended-title')}</h1><p>${t.text('suspended-text')}</p><p class="soft">${t.text('until-active', { until })}</p>`;
  },
  ended: ({ t, subscription, locale }) => {
    const until = formatDay(subscription.endsAt, locale);
    return html`<h1>${t.text('ended-title')}</h1><p>${t.text('ended-text')}</p><p class="soft">${t.text('until-ended', { until })}</p>`;
  },
};

function renderTraffic({ t, subscription, locale }: WordedView): Html {
  const { usedBytes, limitBytes } = subscription;
  const used = t.text('traffic-used', { used: formatBytes(usedBytes, locale) });
  if (limitBytes === null) return renderFact(t.text('traffic'), [t.text('traffic-unlimited'), used]);
  const leftBytes = usedBytes < limitBytes ? limitBytes - usedBytes : 0n;
  const left = t.text('traffic-left', {
    left: formatBytes(leftBytes, locale),
    limit: formatBytes(limitBytes, locale),
  });
  const share = Number(limitBytes > 0n ? ((limitBytes - leftBytes) * BAR_STEPS) / limitBytes : BAR_STEPS);
  const bar = html`<progress max="${Number(BAR_STEPS)}" value="${share}" aria-label="${used}"></progress>`;
  return renderFact(t.text('traffic'), [left, used], bar);
}

function renderFact(name: string, [main, detail]: [string, string], bar: Html | null = null): Html {
  return html`<div class="fact"><h2>${name}</h2><p class="pair"><span>${main}</span><span class="soft">${detail}</span></p>${bar}</div>`;
}

function renderCountries({ t, subscription, locale }: WordedView): Html | null {
  if (subscription.locations.length === 0) return null;
  const names = subscription.locations.map(
    (code) => html`<li><b dir="ltr">${code}</b>${formatCountry(code, locale)}</li>`,
  );
  return html`<div class="fact"><h2>${t.text('locations')}</h2><ul class="chips">${names}</ul></div>`;
}

function renderBotButton({ t, contacts }: WordedView): Html {
  return html`<a class="button" href="${contacts.bot}" rel="noreferrer noopener">${t.text('open-bot')}</a>`;
}
