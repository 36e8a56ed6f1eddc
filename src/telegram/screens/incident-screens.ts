import type { Translator } from '../../locales/translate.ts';
import type { Greeting } from '../../usecases/customers/greet-customer.ts';

/** What is wrong, in the operator's words or ours. */
export function describeIncident(t: Translator, incident: NonNullable<Greeting['incident']>): string {
  return t.text('incident-banner', { text: incident.text ?? t.text('incident-default') });
}

/** Puts what is wrong above a text, if something is. */
export function underIncident(t: Translator, incident: Greeting['incident'], text: string): string {
  return incident ? `${describeIncident(t, incident)}\n\n${text}` : text;
}
