/** Helpers of the benchmark that must not share its event loop: forked, spoken to by messages. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** What a helper says; `ready` comes first. */
/** Who runs the shop: what they are told answers no update. */
export const OPERATOR_ID = 1;

export type HelperMessage =
  | { kind: 'ready'; port: number }
  | { kind: 'reached' }
  | { kind: 'arrivals'; arrivals: [chatId: number, atMs: number][] };

type MessageOf<Kind extends HelperMessage['kind']> = Extract<HelperMessage, { kind: Kind }>;

export type HelperProcess = {
  port: number;
  /** Sends `message` and resolves to the next answer of this kind; one question at a time. */
  ask<Kind extends HelperMessage['kind']>(kind: Kind, message: object): Promise<MessageOf<Kind>>;
  stop(): Promise<void>;
};

/** Longer than any wait here; reaching it is a failure. */
const DEADLINE_MS = 60_000;

/** Starts `test/bench/<name>-main.ts`; it ends with this process, however that ends. */
export async function startHelper(name: string, args: string[] = []): Promise<HelperProcess> {
  const child = fork(join(import.meta.dirname, `${name}-main.ts`), args, { stdio: ['ignore', 2, 2, 'ipc'] });
  const waiting = new Map<string, PromiseWithResolvers<HelperMessage>>();
  child.on('message', (message: HelperMessage) => waiting.get(message.kind)?.resolve(message));
  child.once('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`${name}-main ended with ${code}`));
  });
  async function next<Kind extends HelperMessage['kind']>(kind: Kind): Promise<MessageOf<Kind>> {
    const answer = Promise.withResolvers<HelperMessage>();
    waiting.set(kind, answer);
    const deadline = setTimeout(
      () => answer.reject(new Error(`${name}-main did not say ${kind} in time`)),
      DEADLINE_MS,
    );
    return (await answer.promise.finally(() => clearTimeout(deadline))) as MessageOf<Kind>;
  }
  const { port } = await next('ready');
  return {
    port,
    ask(kind, message) {
      const answer = next(kind);
      child.send(message);
      return answer;
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      child.disconnect();
      await exited;
    },
  };
}
