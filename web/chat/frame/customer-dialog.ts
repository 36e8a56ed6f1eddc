import type { ChatCustomer } from '../../../src/sandbox/contract/chat.ts';
import { h } from '../dom.ts';
import { openDialog } from '../overlay/dialog.ts';
import type { Page } from '../page.ts';
import { chatApi } from '../session/chat-api.ts';
import { languageOf, languages, suggestName } from '../text/people.ts';

/** Asks for a name and a language and brings one more customer to the page. */
export function openCustomerDialog(page: Page, onCreated: (customer: ChatCustomer) => void): void {
  const { words } = page;
  const taken = new Set(page.state.customers().map(({ firstName }) => firstName));
  const name = h('input', {
    'data-testid': 'customer-name',
    dir: 'auto',
    maxlength: 64,
    required: true,
    autocomplete: 'off',
    value: suggestName(page.locale, taken),
  });
  const ownLanguage = languageOf(navigator.language);
  const language = h(
    'select',
    { 'data-testid': 'customer-language' },
    ...languages.map(([code, label]) => h('option', { value: code, selected: code === ownLanguage }, label)),
  );
  const create = h(
    'button',
    { type: 'submit', class: 'primary', 'data-testid': 'customer-create' },
    words.create,
  );
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const firstName = name.value.trim();
    if (firstName === '') return name.focus();
    create.disabled = true;
    const customer = await page.attempt(chatApi.createCustomer({ firstName, languageCode: language.value }));
    create.disabled = false;
    dialog.close();
    if (customer) onCreated(customer);
  };
  const form = h(
    'form',
    { class: 'customer-form', onsubmit: submit },
    h('p', { class: 'dialog-hint' }, words.addCustomerHint),
    h('label', {}, words.name, name),
    h('label', {}, words.language, language),
    h(
      'div',
      { class: 'dialog-actions' },
      h('button', { type: 'button', class: 'secondary', onclick: () => dialog.close() }, words.cancel),
      create,
    ),
  );
  const dialog = openDialog(
    { testId: 'customer-dialog', title: words.addCustomer, closeLabel: words.close },
    form,
  );
  name.focus();
  name.select();
}
