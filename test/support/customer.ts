/** A customer with a phone: reads the chat, taps buttons, types, and pays. Only public doors. */
import assert from 'node:assert/strict';
import type {
  ChatButton,
  ChatMessage,
  ChatState,
  CryptoInvoice,
  PayOutcome,
} from '../../src/sandbox/contract/chat.ts';
import type { PayWish } from '../../src/sandbox/telegram/payments/payer-actions.ts';
import type { SandboxClient } from '../sandbox/sandbox-client.ts';
import { eventually } from './core.ts';

const PATIENCE_MS = 60_000;

export class Customer {
  readonly telegramId: number;
  readonly #client: SandboxClient;

  private constructor(client: SandboxClient, telegramId: number) {
    this.#client = client;
    this.telegramId = telegramId;
  }

  /** A new person in the sandbox who has not written yet. */
  static async create(client: SandboxClient, firstName = 'Anna'): Promise<Customer> {
    const { telegramId } = await client.chat<{ telegramId: number }>('customers', { firstName });
    return new Customer(client, telegramId);
  }

  /** Somebody whom the sandbox knows already. */
  static known(client: SandboxClient, telegramId: number): Customer {
    return new Customer(client, telegramId);
  }

  async say(text: string): Promise<void> {
    await this.#client.write(this.telegramId, text);
  }

  /** Presses Start and chooses a language, which leaves the main menu on the screen. */
  async start(language: 'ru' | 'en' = 'ru'): Promise<void> {
    await this.say('/start');
    await this.press(language === 'ru' ? /Русский/ : /English/);
    await this.read(/Atlas Secure/);
  }

  /** The newest message of the bot whose text matches, waiting for it. */
  async read(pattern: RegExp): Promise<ChatMessage> {
    return eventually(
      `a message like ${pattern}`,
      async () => (await this.messages()).findLast((message) => pattern.test(message.text)),
      PATIENCE_MS,
    );
  }

  /** Waits for a button on the newest message, of those that say `on`, that has one like it, and taps it. */
  async press(label: RegExp, on = /^/): Promise<void> {
    const found = await this.#findButton(label, on);
    assert.equal(found.button.kind, 'callback', `${label} is not a callback button`);
    const data = found.button.kind === 'callback' ? found.button.data : '';
    await this.tap(found.message.messageId, data);
  }

  /** Sends a tap as Telegram would, whatever the screen shows. */
  async tap(messageId: number, data: string): Promise<void> {
    await this.#client.chat('callbacks', { chatId: this.telegramId, messageId, data });
  }

  /** Opens the invoice behind the newest pay button and pays it in the wallet bot. */
  async payInvoice(): Promise<CryptoInvoice> {
    const invoice = await this.findInvoice();
    return this.#client.chat<CryptoInvoice>(`invoices/${invoice.invoiceId}/pay`, {});
  }

  /** The provider's invoice behind the newest pay button. */
  async findInvoice(): Promise<CryptoInvoice> {
    const { button } = await this.#findButton(/Оплатить|Pay /);
    assert.equal(button.kind, 'url');
    const url = button.kind === 'url' ? button.url : '';
    const { invoices } = await this.#client.chat<ChatState>('state');
    const invoice = invoices.find((one) => one.payUrl === url);
    assert.ok(invoice, 'the pay button leads to no invoice');
    return invoice;
  }

  /** Waits for Telegram's own invoice and pays the newest one; `wish` makes the payment an unusual one. */
  async payTelegramInvoice(wish: Omit<Partial<PayWish>, 'chatId'> = {}): Promise<PayOutcome> {
    const { messageId } = wish.messageId === undefined ? await this.findTelegramInvoice() : { ...wish };
    return this.#client.chat<PayOutcome>('payments/pay', { chatId: this.telegramId, messageId, ...wish });
  }

  /** The newest of Telegram's own invoices in the chat, waiting for it. */
  async findTelegramInvoice(): Promise<ChatMessage> {
    const newest = async () => (await this.messages()).findLast(({ invoice }) => invoice !== undefined);
    return eventually('an invoice message', newest, PATIENCE_MS);
  }

  /** Waits for the credential and returns its VLESS id. */
  async readKey(): Promise<string> {
    return (await this.readLink()).username;
  }

  /** Waits for the credential and returns its share link. */
  async readLink(): Promise<URL> {
    const message = await this.read(/vless:\/\//);
    return new URL(/vless:\/\/\S+/.exec(message.text)?.[0] ?? '');
  }

  async messages(): Promise<ChatMessage[]> {
    const { messages } = await this.#client.chat<ChatState>('state');
    return messages.filter((message) => message.chatId === this.telegramId && message.from === 'bot');
  }

  async #findButton(label: RegExp, on = /^/): Promise<{ message: ChatMessage; button: ChatButton }> {
    return eventually(
      `a button like ${label}`,
      async () => {
        for (const message of (await this.messages()).toReversed()) {
          if (!on.test(message.text)) continue;
          const button = message.buttons.flat().find((one) => label.test(one.text));
          if (button) return { message, button };
        }
        return undefined;
      },
      PATIENCE_MS,
    );
  }
}
