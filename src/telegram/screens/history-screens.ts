import { formatDate } from '../../locales/format-values.ts';
import type { Translator } from '../../locales/translate.ts';
import type { viewHistory } from '../../usecases/purchases/view-history.ts';
import { planName } from './buy-screens.ts';
import { backButton, type Screen } from './screen.ts';

type Term = Awaited<ReturnType<typeof viewHistory>>[number];

/** What was bought or given last. Keys are not in it: they live in the profile alone. */
export function renderHistory(t: Translator, terms: Term[]): Screen {
  const lines = terms.map((term) =>
    t.text('history-line', {
      at: formatDate(term.grantedAt),
      what: t.text(`history-${kindOf(term)}`),
      plan: planName(t, term.plan),
      until: formatDate(term.endsAt),
    }),
  );
  const text = [t.text('history-title'), ...(lines.length > 0 ? lines : [t.text('history-none')])].join(
    '\n\n',
  );
  return { text, rows: [[backButton(t, { to: 'profile' })]] };
}

function kindOf({ source, isRenewal }: Term) {
  return isRenewal && (source === 'purchase' || source === 'promo') ? 'renewal' : source;
}
