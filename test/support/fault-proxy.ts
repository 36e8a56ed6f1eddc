/** A wire between a server and a node's agent that can be cut, can lose answers, and counts what passes. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export class FaultProxy {
  readonly #server = createServer((socket) => this.#carry(socket));
  readonly #open = new Set<Socket>();
  readonly #target: () => string;
  #isCut = false;
  #answersToLose = 0;
  /** Bytes that went through, both ways. */
  bytes = 0;

  private constructor(target: () => string) {
    this.#target = target;
  }

  /** `target`: the agent's present address; it moves when the agent starts again. */
  static async open(target: () => string): Promise<FaultProxy> {
    const proxy = new FaultProxy(target);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Ends every connection and refuses new ones. */
  cut(): void {
    this.#isCut = true;
    for (const socket of this.#open) socket.destroy();
  }

  /** Carries everything again. */
  mend(): void {
    this.#isCut = false;
    this.#answersToLose = 0;
  }

  /** The next answers vanish, after the agent has acted. */
  loseAnswers(count: number): void {
    this.#answersToLose += count;
  }

  async close(): Promise<void> {
    this.cut();
    this.#server.close();
    await once(this.#server, 'close').catch(() => undefined);
  }

  #carry(client: Socket): void {
    if (this.#isCut) return void client.destroy();
    const agent = connect(Number(new URL(this.#target()).port), '127.0.0.1');
    for (const socket of [client, agent]) {
      this.#open.add(socket);
      socket.on('error', () => undefined);
      socket.once('close', () => {
        this.#open.delete(socket);
        client.destroy();
        agent.destroy();
      });
    }
    client.on('data', (bytes) => this.#pass(bytes, agent));
    agent.on('data', (bytes) => {
      if (this.#answersToLose > 0) {
        this.#answersToLose -= 1;
        client.destroy();
        return;
      }
      this.#pass(bytes, client);
    });
  }

  #pass(bytes: Buffer, to: Socket): void {
    this.bytes += bytes.length;
    to.write(bytes);
  }
}
