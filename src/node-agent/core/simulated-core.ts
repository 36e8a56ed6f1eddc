import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { WireInbound } from '../../nodes/protocol/contract.ts';
import { StartRefusal } from '../start-refusal.ts';
import type { CoreUser } from './core-user.ts';
import type { CoreDriver, CoreHooks, CoreStatus, CoreTraffic, UserBytes } from './driver.ts';
import { formatUuid, isLoopbackTarget, parseVlessRequest } from './vless-handshake.ts';

/** A client that has not said whom it wants to reach by now is not a client. */
const HANDSHAKE_TIMEOUT_MS = 5_000;
const MAX_HANDSHAKE_BYTES = 1_024;

/**
 * Stands in where no core is installed, and says so. It knows users per inbound as a core does and, on inbounds
 * of plain TCP, really carries VLESS traffic, only while the user exists and only to loopback targets.
 * It counts what each user carries, and like a core keeps the counters of users that are gone.
 */
export class SimulatedCore implements CoreDriver {
  readonly #inbounds: readonly WireInbound[];
  readonly #users = new Map<string, Map<string, CoreUser>>();
  readonly #servers: Server[] = [];
  readonly #sockets = new Set<Socket>();
  readonly #runId = randomUUID();
  readonly #counters = new Map<string, UserBytes>();
  /** Open connections by e-mail. */
  readonly #connections = new Map<string, number>();

  constructor(inbounds: readonly WireInbound[]) {
    this.#inbounds = inbounds;
  }

  status(): CoreStatus {
    return { kind: 'simulated', version: '1', pid: null, isRunning: this.#users.size > 0 };
  }

  async start(hooks: CoreHooks): Promise<void> {
    const usersByTag = hooks.usersByTag();
    for (const { tag, network, security, port } of this.#inbounds) {
      this.#users.set(tag, new Map(usersByTag.get(tag)?.map((user) => [user.email, user])));
      if (network === 'tcp' && security === 'none') await this.#listen(tag, port);
    }
    hooks.onUp();
  }

  async addUser(tag: string, user: CoreUser): Promise<void> {
    this.#users.get(tag)?.set(user.email, user);
  }

  async removeUser(tag: string, email: string): Promise<void> {
    this.#users.get(tag)?.delete(email);
  }

  async listUsers(tag: string): Promise<CoreUser[]> {
    return [...(this.#users.get(tag)?.values() ?? [])];
  }

  async reconfigure(): Promise<string | null> {
    return 'a simulated core keeps the configuration that it started with';
  }

  async readTraffic(): Promise<CoreTraffic> {
    return {
      run: { kind: 'process', id: this.#runId },
      counters: new Map([...this.#counters].map(([email, bytes]) => [email, { ...bytes }])),
      onlineEmails: [...this.#connections.keys()],
    };
  }

  async stop(): Promise<void> {
    this.release();
  }

  release(): void {
    this.#users.clear();
    for (const server of this.#servers) server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  async #listen(tag: string, port: number): Promise<void> {
    const server = createServer({ allowHalfOpen: true }, (socket) => {
      this.#serve(tag, socket).catch(() => socket.destroy());
    });
    server.listen(port, '127.0.0.1');
    try {
      await once(server, 'listening');
    } catch {
      throw new StartRefusal([{ name: 'XRAY_CONFIG_PATH', problem: `port ${port} cannot be listened on` }]);
    }
    this.#servers.push(server);
  }

  async #serve(tag: string, client: Socket): Promise<void> {
    this.#track(client);
    client.setTimeout(HANDSHAKE_TIMEOUT_MS, () => client.destroy());
    let received = Buffer.alloc(0);
    for await (const chunk of client.iterator({ destroyOnReturn: false })) {
      received = Buffer.concat([received, chunk]);
      const request = parseVlessRequest(received);
      if (request === 'incomplete' && received.length < MAX_HANDSHAKE_BYTES) continue;
      if (typeof request === 'string' || !isLoopbackTarget(request.host)) break;
      const user = this.#findUser(tag, formatUuid(request.uuid));
      if (!user) break;
      client.setTimeout(0);
      this.#relay(client, user.email, request);
      return;
    }
    client.destroy();
  }

  #findUser(tag: string, vlessId: string): CoreUser | undefined {
    return [...(this.#users.get(tag)?.values() ?? [])].find((user) => user.vlessId === vlessId);
  }

  #relay(client: Socket, email: string, target: { host: string; port: number; payload: Buffer }): void {
    const bytes = this.#counters.get(email) ?? { uplinkBytes: 0n, downlinkBytes: 0n };
    this.#counters.set(email, bytes);
    this.#countConnection(client, email);
    const upstream = connect({ port: target.port, host: target.host, allowHalfOpen: true }, () => {
      client.write(Buffer.from([0, 0]));
      upstream.write(target.payload);
      bytes.uplinkBytes += BigInt(target.payload.length);
      client.on('data', (chunk) => {
        bytes.uplinkBytes += BigInt(chunk.length);
      });
      upstream.on('data', (chunk) => {
        bytes.downlinkBytes += BigInt(chunk.length);
      });
      client.pipe(upstream).pipe(client);
    });
    this.#track(upstream);
    upstream.once('close', () => client.destroy());
    client.once('close', () => upstream.destroy());
  }

  #countConnection(client: Socket, email: string): void {
    this.#connections.set(email, (this.#connections.get(email) ?? 0) + 1);
    client.once('close', () => {
      const left = (this.#connections.get(email) ?? 1) - 1;
      if (left > 0) this.#connections.set(email, left);
      else this.#connections.delete(email);
    });
  }

  #track(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => this.#sockets.delete(socket));
  }
}
