import type { ChatMessage } from '../../src/sandbox/contract/chat.ts';
import type { PageState } from './session/page-state.ts';
import type { Format } from './text/format.ts';
import type { Words } from './text/words.ts';

/** What every part of the page may use: the state to show, the words to show it in, the acts of a customer. */
export type Page = {
  state: PageState;
  words: Words;
  locale: string;
  format: Format;
  /** Resolves to whether the sandbox took the message; a refusal has been shown already. */
  send: (chatId: number, text: string) => Promise<boolean>;
  press: (message: ChatMessage, row: number, column: number) => Promise<void>;
  /** Opens the sheet that pays a message's invoice. */
  pay: (message: ChatMessage) => void;
  /** Opens an address that belongs to the sandbox (an invoice, a link to the bot); false for any other. */
  openInside: (chatId: number, address: string) => boolean;
  copy: (text: string, chatId: number) => Promise<void>;
  /** Runs an act of the visitor; shows what went wrong and resolves to undefined when it fails. */
  attempt: <Result>(act: Promise<Result>, chatId?: number) => Promise<Result | undefined>;
  toast: (text: string, chatId?: number) => void;
};
