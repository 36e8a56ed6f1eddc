/** A load balancer before two servers: whoever calls it reaches one of them, in turn, as long as one lives. */

import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export type Balancer = {
  url: string;
  /** The ports connections are shared between from now on. */
  share(ports: number[]): void;
  close(): void;
};

/** Connections go to the ports in turn; one that refuses is passed over for the next. */
export async function startBalancer(): Promise<Balancer> {
  let ports: number[] = [];
  let turn = 0;
  const open = new Set<Socket>();
  const keep = (socket: Socket): Socket => {
    open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => open.delete(socket));
    return socket;
  };
  const server = createServer((client) => {
    keep(client);
    const first = turn++;
    const tryNext = (attempt: number): void => {
      if (attempt >= ports.length) return void client.destroy();
      const backend = keep(connect(ports[(first + attempt) % ports.length] ?? 0, '127.0.0.1'));
      const refused = () => tryNext(attempt + 1);
      backend.once('error', refused);
      backend.once('connect', () => {
        backend.off('error', refused);
        backend.on('close', () => client.destroy());
        client.on('close', () => backend.destroy());
        client.pipe(backend).pipe(client);
      });
    };
    tryNext(0);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    share(next) {
      ports = next;
    },
    close() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
