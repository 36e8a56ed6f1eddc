import { h } from '../dom.ts';
import { icon } from '../icons.ts';
import type { Page } from '../page.ts';
import { CommandMenu } from './command-menu.ts';

/** Telegram's limit for one message. */
const longestText = 4096;

/** The line at the foot of a chat: commands, a growing text field, Send. Enter sends, Shift+Enter breaks. */
export function createComposer(page: Page, chatId: number, name: string) {
  const { words } = page;
  const field = h('textarea', {
    'data-testid': 'composer',
    class: 'composer-field',
    rows: 1,
    dir: 'auto',
    maxlength: longestText,
    placeholder: words.messagePlaceholder,
    'aria-label': words.messageTo(name),
    enterkeyhint: 'send',
  });
  const sendButton = h(
    'button',
    { type: 'submit', class: 'send', 'data-testid': 'send', 'aria-label': words.send },
    icon('send'),
  );
  const fit = () => {
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
    sendButton.disabled = field.value.trim() === '';
  };
  const send = async (text: string) => {
    field.value = '';
    fit();
    const isTaken = await page.send(chatId, text);
    if (isTaken || field.value !== '') return;
    field.value = text;
    fit();
  };
  const menu = new CommandMenu(page, { field, chatId, choose: (command) => void send(`/${command}`) });
  field.addEventListener('input', () => {
    fit();
    menu.suggest(field.value);
  });
  field.addEventListener('keydown', (event) => {
    if (event.isComposing || menu.takesKey(event)) return;
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    if (field.value.trim() !== '') void send(field.value.trim());
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    menu.close();
    if (field.value.trim() !== '') void send(field.value.trim());
    field.focus();
  };
  sendButton.disabled = true;
  const element = h(
    'form',
    { class: 'composer', onsubmit: submit },
    menu.element,
    menu.button,
    field,
    sendButton,
  );
  return { element, focus: () => field.focus() };
}
