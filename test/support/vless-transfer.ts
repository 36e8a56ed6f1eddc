/** Known numbers of bytes through a plain TCP VLESS inbound, from an address that a core's online map counts. */
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { vlessHeader } from './core.ts';

/** A core's online map ignores 127.0.0.1. */
const CLIENT_ADDRESS = '127.0.0.2';
const HEADER_BYTES = 16;
/** Version and length of addons: how a VLESS answer begins. */
const ANSWER_HEADER_BYTES = 2;
const DEADLINE_MS = 40_000;

export type MeasuredTarget = { port: number; close(): void };

/** Takes as many bytes as the first eight of them say, then sends as many as the next eight say. */
export async function startMeasuredTarget(): Promise<MeasuredTarget> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let head = Buffer.alloc(0);
    let received = 0;
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      if (head.length < HEADER_BYTES) head = Buffer.concat([head, chunk]);
      received += chunk.length;
      if (head.length < HEADER_BYTES || received !== Number(head.readBigUInt64BE(0))) return;
      socket.write(Buffer.alloc(Number(head.readBigUInt64BE(8)), 1));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: Number(Reflect.get(Object(server.address()), 'port')),
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Sends `uplink` (at least 16) and receives `downlink` (at least 1) bytes; the connection stays open. */
export async function transfer(
  through: { vlessPort: number; uuid: string; targetPort: number },
  bytes: { uplink: number; downlink: number },
): Promise<Socket> {
  const { vlessPort, uuid, targetPort } = through;
  const payload = Buffer.alloc(bytes.uplink, 2);
  payload.writeBigUInt64BE(BigInt(bytes.uplink), 0);
  payload.writeBigUInt64BE(BigInt(bytes.downlink), 8);
  const socket = connect({ host: '127.0.0.1', port: vlessPort, localAddress: CLIENT_ADDRESS });
  socket.setTimeout(DEADLINE_MS, () => socket.destroy(new Error('the transfer stands still')));
  socket.write(Buffer.concat([vlessHeader(uuid, targetPort), payload]));
  await new Promise<void>((resolve, reject) => {
    let received = 0;
    socket.on('data', (chunk) => {
      received += chunk.length;
      if (received === ANSWER_HEADER_BYTES + bytes.downlink) resolve();
    });
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('the transfer was cut')));
  });
  return socket;
}
