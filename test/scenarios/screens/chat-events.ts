import type { ChatEvent } from '../../../src/sandbox/contract/chat.ts';
import type { Customer } from '../../support/customer.ts';
import type { World } from '../../support/world.ts';

/** A tap that has no answer after this is one that has none. */
const ANSWER_MS = 15_000;

/** The chat's events as they come, for as long as this is held. */
export class ChatEvents implements AsyncDisposable {
  readonly #world: World;
  readonly #hear: (event: ChatEvent) => void;
  readonly #answers = new Map<string, PromiseWithResolvers<string>>();
  readonly #echoes: PromiseWithResolvers<void>[] = [];
  readonly #listening = Promise.withResolvers<void>();
  readonly #stop = new AbortController();
  readonly #following: Promise<void>;

  /** `hear` is told every event. */
  constructor(world: World, hear: (event: ChatEvent) => void = () => undefined) {
    this.#world = world;
    this.#hear = hear;
    this.#following = this.#follow();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort();
    await this.#following;
  }

  /** Taps a button as Telegram would, whatever the screen shows; the words of the answer, once it is there. */
  async tap(person: Customer, tapped: { messageId: number; data: string }): Promise<string> {
    await this.#listening.promise;
    const { callbackId } = await this.#world.client.chat<{ callbackId: string }>('callbacks', {
      chatId: person.telegramId,
      ...tapped,
    });
    const answer = this.#answerTo(callbackId);
    const fail = () => answer.reject(new Error(`nobody answers ${tapped.data}`));
    const timer = setTimeout(fail, ANSWER_MS);
    return answer.promise.finally(() => clearTimeout(timer));
  }

  /** Until everything was heard that has happened in the chat so far. */
  async catchUp(): Promise<void> {
    await this.#listening.promise;
    const echo = Promise.withResolvers<void>();
    this.#echoes.push(echo);
    // Whatever is emitted from here on comes after it.
    await this.#world.client.chat('switches', {});
    await echo.promise;
  }

  #answerTo(callbackId: string): PromiseWithResolvers<string> {
    const answer = this.#answers.get(callbackId) ?? Promise.withResolvers<string>();
    this.#answers.set(callbackId, answer);
    return answer;
  }

  async #follow(): Promise<void> {
    const { signal } = this.#stop;
    const answer = await fetch(`${this.#world.client.base}/chat/events`, { signal });
    this.#listening.resolve();
    let rest = '';
    try {
      for await (const chunk of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        const lines = (rest + chunk).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines)
          if (line.startsWith('data:')) this.#take(JSON.parse(line.slice(5)) as ChatEvent);
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  #take(event: ChatEvent): void {
    if (event.type === 'callback-answered') this.#answerTo(event.callbackId).resolve(event.text);
    if (event.type === 'switches') this.#echoes.shift()?.resolve();
    this.#hear(event);
  }
}
