import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { WireInbound } from '../../nodes/protocol/contract.ts';
import { StartRefusal } from '../start-refusal.ts';
import type { CoreDriver, CoreHooks, CoreStatus, CoreUser } from './driver.ts';
import { formatUuid, isLoopbackTarget, parseVlessRequest } from './vless-handshake.ts';

/** A client that has not said whom it wants to reach by now is not a client. */
const HANDSHAKE_TIMEOUT_MS = 5_000;
const MAX_HANDSHAKE_BYTES = 1_024;

/**
 * Stands in where no core is installed, and says so. It knows users per inbound as a core does and, on inbounds
 * of plain TCP, really carries VLESS traffic, only while the user exists and only to loopback targets.
 */
export class SimulatedCore implements CoreDriver {
  readonly #inbounds: readonly WireInbound[];
  readonly #users = new Map<string, Map<string, CoreUser>>();
  readonly #servers: Server[] = [];
  readonly #sockets = new Set<Socket>();

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
      if (!this.#knows(tag, formatUuid(request.uuid))) break;
      client.setTimeout(0);
      this.#relay(client, request);
      return;
    }
    client.destroy();
  }

  #knows(tag: string, vlessId: string): boolean {
    return [...(this.#users.get(tag)?.values() ?? [])].some((user) => user.vlessId === vlessId);
  }

  #relay(client: Socket, target: { host: string; port: number; payload: Buffer }): void {
    const upstream = connect({ port: target.port, host: target.host, allowHalfOpen: true }, () => {
      client.write(Buffer.from([0, 0]));
      upstream.write(target.payload);
      client.pipe(upstream).pipe(client);
    });
    this.#track(upstream);
    upstream.once('close', () => client.destroy());
    client.once('close', () => upstream.destroy());
  }

  #track(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => this.#sockets.delete(socket));
  }
}
